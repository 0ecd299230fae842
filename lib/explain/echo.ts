/**
 * `echo`.
 *
 * @module
 */
import { daemonSetting } from "./docker/daemon-options.ts";
import { asks, type Grammar, grammar, several } from "./grammar.ts";

/** All its words are text */
export const ECHO: Grammar = grammar({
  operands: [{ ...several("text", ""), tell: (text) => daemonSetting(text) ?? "the text to print" }],
  deed: asks("only passes the text on"),
});
