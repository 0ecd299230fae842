import { expect, test } from "bun:test";

import { describeContainer, isOneOfItsKind } from "../../lib/learner/wanted-container.ts";

test.each([[["--name="]], [["--name", ""]], [["--name", "web", "--name="]]])("%j is no name", (name) => {
  expect(isOneOfItsKind([...name, "base"])).toBe(false);
  expect(describeContainer([...name, "base"])).toBe(describeContainer(["base"]));
});
