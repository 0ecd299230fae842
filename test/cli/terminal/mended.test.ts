import { describe, expect, test } from "bun:test";

import { belowLine, wrapped } from "../../../lib/cli/terminal/mended.ts";
import { mend } from "../../../lib/paste/mend.ts";
import { said } from "../../../lib/paste/said.ts";

test("what is said of a paste does not act on the terminal", () => {
  const { mended } = mend("root@web:/\u001b[31m# ls", "at a line's beginning");
  const shown = belowLine(said({ mended, values: [] }) ?? "")
    .replaceAll("\u001b[2m", "")
    .replaceAll("\u001b[22m", "");
  expect(shown).toBe("wirework: mended the prompt root@web:/\\x1b[31m#\r\n");
});

describe("what is said of a paste breaks at blanks only, where the terminal ends", () => {
  test.each([
    [80, "wirework: mended a and b; c is yours", ["wirework: mended a and b; c is yours"]],
    [24, "wirework: mended a and b; c is yours", ["wirework: mended a and", "  b; c is yours"]],
    [22, "wirework: mended a and b", ["wirework: mended a and", "  b"]],
    [12, "wirework: longer-than-that x", ["wirework:", "  longer-than-that", "  x"]],
    [6, "日本 語 x", ["日本", "  語 x"]],
    [0, "wirework: a b", ["wirework: a b"]],
  ])("with %d columns: %j", (columns, text, lines) => {
    expect(wrapped(text, { columns })).toEqual(lines);
  });

  test("and where there is none, not at all", () => {
    expect(wrapped("wirework: a b", {})).toEqual(["wirework: a b"]);
  });
});
