/** Finds the prose in the program's texts: ours, and free to be reworded. */
import { getSystemErrorMap } from "node:util";

import type { Text } from "./texts.ts";

/** The number of words that make a text recognisable */
const FEWEST = 3;

/** Words without meaning of their own; a text has at least two others */
const SMALL = new Set(
  "a an the it its is are was be no not of in on at to by as and or that there this with from".split(" "),
);

/** Texts that are quoted: the article's, and Docker's rules */
const OTHERS = /^lib\/(?:article\/|eras\/topics|new\/wirework\.d\.ts)/;

/** Folders whose texts are the real programs' own: builtins, performers of lines, and checks */
const BUILTINS =
  /^lib\/(?:builtins\/|programs\/(?:(?:ip|brctl)\/perform\/|docker\/(?:failure|not-run|options\/(?:expose|flag-value|port-range|publish))\.)|recipe\/checks\/echo)/;
const OURS = /embedded engine|sandbox|wirework/;

/** A recipe's drawing of what it builds */
const DRAWING = /--- |<--|-->/;

/** The beginning of a command, or a rule */
const COMMAND =
  /^\W*(?:(?:or|and|then|first) )*(?:sudo|ip|docker|brctl|iptables|service|ifconfig|route|apt-get|wirework|bridge|sysctl|modprobe|mount|umount|nsenter|busybox|ping|grep|rm|ln|mkdir|echo|cat|sed|find|systemctl|dockerd|sleep|bash|undo|is_up|--?[A-Za-z][\w-]*)(?=[ =])/;

/** Error messages of the system, a shell and Docker */
const SYSTEM: ReadonlySet<string> = new Set([
  ...getSystemErrorMap()
    .values()
    .map(([, words]) => words),
  "port is already allocated",
  "command not found",
  "no such image",
  "cannot connect to the docker daemon at",
]);

/** Stands for an inserted value; it is in no text itself */
const HOLE = "\0";

/** Returns the words of each part of a text that is prose of ours; none for other texts */
export function proseOf({ file, parts }: Text): readonly (readonly string[])[] {
  if (OTHERS.test(file) || DRAWING.test(parts.join(" ")) || (BUILTINS.test(file) && !OURS.test(parts.join(" "))))
    return [];
  // A command continues after an inserted value
  const words = withoutCommands(parts.join(HOLE))
    .split(HOLE)
    .map((part) => wordsOf(part));
  const isSystems = words.some((part) => SYSTEM.has(part.join(" ").toLowerCase()));
  return isSystems || !isSentence(words.flat()) ? [] : words.filter((part) => part.length > 0);
}

/** Splits a text into words without punctuation */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}_'’./-]+/gu) ?? [];
  return words.map((word) => word.replace(/[.,:;'’/-]+$|^['’]/g, "")).filter((word) => word !== "");
}

/** Drops `sudo ip link show` from `try: sudo ip link show`, and text between backticks */
function withoutCommands(part: string): string {
  return part
    .replace(/`[^`]*`|\bsudo .*/g, HOLE)
    .split(/(?<=[:;,]) |\n/)
    .filter((clause) => !COMMAND.test(clause))
    .join(" ");
}

function isSentence(words: readonly string[]): boolean {
  const plain = words.filter((word) => /^\p{L}[\p{L}'’-]*$/u.test(word) && word !== word.toUpperCase());
  return plain.length >= FEWEST && plain.filter((word) => !SMALL.has(word.toLowerCase())).length > 1;
}
