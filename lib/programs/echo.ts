/**
 * `echo`.
 *
 * @module
 */
import { daemonSetting } from "./docker/daemon-options.ts";
import type { Grammar } from "./grammar.ts";
import { asks, grammar, several } from "./grammar-parts.ts";

/** All its words are text */
export const ECHO: Grammar = grammar({
  operands: [{ ...several("text", "the text to print"), tells: daemonSetting }],
  deed: asks("only passes the text on"),
});
