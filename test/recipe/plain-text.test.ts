import { expect, test } from "bun:test";

import { plainText } from "../../lib/recipe/plain-text.ts";

const PROMPT = "root@63f36fc01b5f:/# ";

/** What a program writes, and what a person sees */
const SHOWN = [
  ["lines", "one\r\ntwo\r\n", "one\ntwo\n"],
  ["blanks at the end of a line", "dev eth0 \r\n", "dev eth0 \n"],
  ["colours", "\x1b[31mred\x1b[0m", "red"],
  ["a window's title", "\x1b]0;root@web\x07# ", "# "],
  ["a prompt that bash draws again in a resized window", `${PROMPT}\r${" ".repeat(160)}\r${PROMPT}`, PROMPT],
  ["the same, erased", `${PROMPT}\r\x1b[K${PROMPT}`, PROMPT],
  ...["K", "0K", "J", "0J"].map(
    (erase) => [`what ESC [ ${erase} erases`, `longer\rlong\x1b[${erase}\r\n`, "long\n"] as const,
  ),
  ["a line that was typed and taken back", `${PROMPT}ls\b\b\x1b[Kip`, `${PROMPT}ip`],
  ["a count", "10%\r20%\r100%\r\n", "100%\n"],
  ["a shorter word over a longer one", "starting\rdone", "doneting"],
  ["nothing", "", ""],
] as const;

test.each(SHOWN)("%s: what a terminal shows", (_, written, shown) => {
  expect(plainText(written)).toBe(shown);
});
