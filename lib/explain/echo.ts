/**
 * `echo`.
 *
 * @module
 */
import { daemonSetting } from "./docker/daemon-options.ts";
import { asks, type Grammar, grammar, operand } from "./grammar.ts";

/** All its words are text */
export const ECHO: Grammar = grammar({
  operands: [{ ...operand("text", ""), tell: (text) => daemonSetting(text) ?? "the text to print" }],
  deed: asks("only passes the text on"),
});
