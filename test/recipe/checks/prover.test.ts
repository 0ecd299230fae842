import { expect, test } from "bun:test";

import { CheckFailed } from "../../../lib/recipe/checks/prover.ts";

test("a check that failed says which statement it is about, what was expected and what was seen", () => {
  expect(new CheckFailed(65, "the rule of -p", "one rule", "two").message).toBe(
    "Check of statement 65 failed (the rule of -p): expected one rule, saw two",
  );
});
