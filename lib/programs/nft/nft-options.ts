/**
 * The options of nft, which stand before its commands.
 *
 * Sources: nft(8); nft_options[] of nftables 1.0.6, src/main.c
 *
 * @module
 */
import type { Deed, Grammar, Keyword, Only, Parameter } from "../grammar.ts";
import { asks, oneWay, operand, spelled, word } from "../grammar-parts.ts";
import { UNREAD_FILE } from "../ip/objects/others.ts";

/** Makes an option with which nft changes nothing, whatever else is typed */
function harmless(means: string, only: Only, deed: Deed): Keyword {
  return { ...word(means), deed, only };
}

/** Makes an option by which nft takes its commands from elsewhere */
function reading(means: string, ...takes: readonly Parameter[]): Keyword {
  const deed = oneWay(() => "makes the changes that those commands say", UNREAD_FILE);
  return { ...word(means, ...takes), deed, cannotUndo: UNREAD_FILE };
}

const TEXT = asks("does nothing: the text is nft's own");

const HARMLESS: Grammar["words"] = {
  ...spelled(harmless("prints its usage", "prints", TEXT), "-h", "--help"),
  ...spelled(harmless("prints its version", "prints", TEXT), "-v", "--version"),
  "-V": harmless("prints its version, and what it was built with", "prints", TEXT),
  ...spelled(
    harmless("only checks whether the change is possible", "looks", asks("checks the change, and makes none")),
    "-c",
    "--check",
  ),
};

const INPUT: Grammar["words"] = {
  ...spelled(reading("runs the commands in a file", operand("file", "that file; -: its input")), "-f", "--file"),
  ...spelled(reading("runs the commands that you type, line by line"), "-i", "--interactive"),
  ...spelled(word("looks for included files in", operand("folder", "this folder")), "-I", "--includepath"),
  ...spelled(
    word("defines a variable for the commands", operand("variable", "its name, an equals sign, and its value")),
    "-D",
    "--define",
  ),
  ...spelled(word("merges rules where it can"), "-o", "--optimize"),
};

const OUTPUT: Grammar["words"] = {
  ...spelled(word("prints the handle of each object"), "-a", "--handle"),
  ...spelled(word("prints what it added"), "-e", "--echo"),
  ...spelled(word("prints JSON"), "-j", "--json"),
  ...spelled(word("prints numbers in place of names"), "-n", "--numeric"),
  ...spelled(word("prints priorities as numbers"), "-y", "--numeric-priority"),
  ...spelled(word("prints protocols as numbers"), "-p", "--numeric-protocol"),
  ...spelled(word("prints times as numbers"), "-T", "--numeric-time"),
  ...spelled(word("prints names of hosts in place of addresses"), "-N", "--reversedns"),
  ...spelled(word("prints names of services in place of ports"), "-S", "--service"),
  ...spelled(word("prints names of users and groups"), "-u", "--guid"),
  ...spelled(word("leaves counters out"), "-s", "--stateless"),
  ...spelled(word("leaves the elements of sets out"), "-t", "--terse"),
  ...spelled(
    word("prints what it does, for debugging", operand("level", "one of scanner, parser, eval, netlink, mnl, or all")),
    "-d",
    "--debug",
  ),
};

export const OPTIONS: Grammar["words"] = { ...HARMLESS, ...INPUT, ...OUTPUT };
