/**
 * `echo`.
 *
 * @module
 */
import { daemonSetting } from "./docker/daemon-setting.ts";
import { asks, grammar, several } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";

/** Words of echo: all of them are text */
export const ECHO = {
  grammar: grammar({
    operands: [{ ...several("text", "the text to print"), tells: daemonSetting }],
    deed: asks("only passes the text on"),
  }),
  prints,
};

/** Returns the printed text; `null` with options, which each shell's own `echo` reads differently */
function prints({ meanings }: Parsed): string | null {
  const words = meanings.map(({ word }) => word);
  return words[0]?.startsWith("-") === true ? null : words.join(" ");
}
