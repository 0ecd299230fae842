import type { Parsed } from "../../parse.ts";
import { readBoolean } from "./flag-value.ts";
import { refusalOf } from "./refused-value.ts";

/** Reports whether a switch of Docker's is on, by its long name; the last of `--rm` and `--rm=false` counts */
export function isSwitchedOn({ terms }: Parsed, long: string): boolean {
  const last = terms.findLast(({ of, text }) => (of === null ? text === `--${long}` : of.name === long));
  if (last === undefined || last.of === null) return last !== undefined;
  const { text } = last;
  const isKnown = !text.includes("$") && refusalOf(text, (value) => readBoolean({ long }, value)) === null;
  return isKnown && readBoolean({ long }, text);
}
