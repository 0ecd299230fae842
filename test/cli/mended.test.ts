import { expect, test } from "bun:test";

import { belowLine } from "../../lib/cli/mended.ts";
import { mend } from "../../lib/paste/mend.ts";
import { said } from "../../lib/paste/said.ts";

test("what is said of a paste does not act on the terminal", () => {
  const { mended } = mend("root@web:/\u001b[31m# ls", "at a line's beginning");
  const shown = belowLine(said({ mended, values: [] }) ?? "")
    .replaceAll("\u001b[2m", "")
    .replaceAll("\u001b[22m", "");
  expect(shown).toBe("wirework: mended the prompt root@web:/\\x1b[31m#\r\n");
});
