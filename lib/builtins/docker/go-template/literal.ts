const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([\s\S]?))/g;
const NUMBER =
  /^[+-]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|(?:\d(?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d+)?)$/;

/** Parses a Go number; null when Go would not */
export function readNumber(text: string): number | null {
  if (!NUMBER.test(text) || !/\d/.test(text)) return null;
  const negative = text.startsWith("-");
  const digits = text.replace(/^[+-]/, "").replaceAll("_", "");
  const value = Number(/^0\d+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (Number.isNaN(value)) return null;
  return negative ? -value : value;
}

/** Parses a Go string in `"` or back quotes; null for an escape that Go doesn't have */
export function readString(quoted: string): string | null {
  const inner = quoted.slice(1, -1);
  return quoted.startsWith("`") ? inner.replaceAll("\r", "") : unescape(inner, '"');
}

/** Parses a Go character constant such as `'a'` into its code point; null unless it is exactly one character */
export function readCharacter(quoted: string): number | null {
  const characters = [...(unescape(quoted.slice(1, -1), "'") ?? "")];
  const [character] = characters;
  return characters.length === 1 && character !== undefined ? (character.codePointAt(0) ?? null) : null;
}

function unescape(text: string, quote: '"' | "'"): string | null {
  let valid = true;
  const plain = text.replace(ESCAPE, (_, byte?: string, short?: string, long?: string, octal?: string, one = "") => {
    const hexadecimal = byte ?? short ?? long;
    const point =
      hexadecimal === undefined ? (octal === undefined ? null : parseInt(octal, 8)) : parseInt(hexadecimal, 16);
    const isOtherQuote = (one === '"' || one === "'") && one !== quote;
    if (point !== null && point <= 0x10ffff) return String.fromCodePoint(point);
    const escaped = Object.hasOwn(ESCAPES, one) && !isOtherQuote ? ESCAPES[one] : undefined;
    if (escaped === undefined) valid = false;
    return escaped ?? "";
  });
  return valid ? plain : null;
}
