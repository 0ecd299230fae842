import { expect, test } from "bun:test";
import fc from "fast-check";

import { quoted } from "../../lib/values/quoted.ts";

test.each([
  ["a plain text", "eth0", '"eth0"'],
  ["nothing", "", '""'],
  ["a space", "a b", '"a b"'],
  ["quotes and a backslash", 'a"\\b', String.raw`"a\"\\b"`],
  ["a newline", "a\nb", String.raw`"a\nb"`],
  ["an escape sequence", "\u001B[31m", String.raw`"\u001b[31m"`],
  ["NUL and DEL", "\0\u007F", String.raw`"\u0000\u007f"`],
  ["a C1 control character, CSI", "\u009B2J", String.raw`"\u009b2J"`],
  ["a right-to-left override", "\u202Egpj", String.raw`"\u202egpj"`],
  ["a no-break space", "10.1.1.1\u00A0", String.raw`"10.1.1.1\u00a0"`],
  ["a zero-width space", "web\u200B", String.raw`"web\u200b"`],
  ["half a pair", "\uD83D", String.raw`"\ud83d"`],
  ["an invisible character of two units", "\u{E0041}", String.raw`"\udb40\udc41"`],
  ["letters of any script", "größe 網", '"größe 網"'],
])("%s is shown so that nothing hides in it", (_, text, shown) => {
  expect(quoted(text)).toBe(shown);
});

test("64 characters are shown whole, and of 65 the first 64", () => {
  expect(quoted("a".repeat(64))).toBe(`"${"a".repeat(64)}"`);
  expect(quoted("a".repeat(65))).toBe(`"${"a".repeat(64)}"… (65 characters)`);
});

test("no text reaches a terminal raw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(quoted(text))));
});

test("up to its limit, a shown text is JSON for the text", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 10 }), (text) => JSON.parse(quoted(text)) === text));
});
