import { expect, test } from "bun:test";

import { unlessInstalled } from "../../../scripts/bench.d/star/missing.ts";

test("what is installed isn't missing, wherever the search path of who asks leads", () => {
  expect(unlessInstalled({ sh: "dash", ip: "iproute2" })).toBeNull();
});

test("what is missing is named, with the line that installs all of it, each package once", () => {
  expect(unlessInstalled({ sh: "dash", "no-such": "one", "nor-such": "one", "never-such": "two three" })).toEqual({
    why: "not installed: no-such, nor-such, never-such",
    tryThis: "sudo apt-get install --yes one two three",
  });
});
