import { expect, test } from "bun:test";

import { plainText } from "../../lib/recipe/plain-text.ts";
import { printable } from "../../lib/recipe/printable.ts";

test.each([
  ["ip link", "ip link"],
  ["a\tb\nc", "a\tb\nc"],
  ["\u001b]0;title\u0007", "\\x1b]0;title\\x07"],
  ["a\rb", "a\\x0db"],
  ["\u0000\u007f\u009b1m", "\\x00\\x7f\\x9b1m"],
  ["veth… ✓", "veth… ✓"],
])("%j is printed as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test.each([
  ["\u001b[32m✓\u001b[39m 3 ms\r\n", "✓ 3 ms\n"],
  ["\u001b]0;root@box: /\u0007root@box:/# ", "root@box:/# "],
  ["\u001b]0;title\u001b\\# ", "# "],
  ["\u001b[?2004hroot@box:/# \u001b[?2004l", "root@box:/# "],
  ["\u001b(Bplain", "plain"],
])("of %j a person reads %j", (shown, text) => {
  expect(plainText(shown)).toBe(text);
});
