import { expect, test } from "bun:test";

import { linesOf } from "../../../lib/shell/invert/printed-lines.ts";

test("lines are taken as they are printed, and empty ones are none", () => {
  expect(linesOf("-P INPUT ACCEPT\n\n -A INPUT -j  DROP\n")).toEqual(["-P INPUT ACCEPT", " -A INPUT -j  DROP"]);
});
