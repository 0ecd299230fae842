import { BadValue } from "./bad-value.ts";

/** The whole numbers that a type allows */
export interface NumberRange {
  /** The name of the number, with its article: `a port` */
  readonly kind: string;
  readonly smallest: number;
  readonly largest: number;
}

/**
 * Parses a whole number of decimal digits and nothing else: no sign, blank, exponent, base prefix or leading zero, each
 * of which different programs read differently.
 *
 * @throws {BadValue} when the text is not written so, or the number is out of range
 */
export function parseWholeNumber(text: string, { kind, smallest, largest }: NumberRange): number {
  function refuse(reason: string, tryThis: string | null): never {
    throw new BadValue({ value: text, kind, reason, tryThis });
  }
  const number = Number(text);
  if (!/^\d+$/.test(text)) refuse("it is written in decimal digits only", null);
  if (number < smallest) refuse(`the smallest is ${smallest}`, null);
  if (number > largest) refuse(`the largest is ${largest}`, null);
  if (text.startsWith("0")) refuse("a leading zero makes a number octal to some programs", `${number}`);
  return number;
}
