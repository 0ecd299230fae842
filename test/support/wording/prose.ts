/**
 * What of the program's texts is prose of ours, that may be reworded.
 */
import { getSystemErrorMap } from "node:util";

import type { Text } from "./texts.ts";

/** So many words make a text that is known again; fewer are in texts of any kind */
const FEWEST = 3;

/** Words that say nothing by themselves, of which a text has two others at least */
const SMALL = new Set(
  "a an the it its is are was be no not of in on at to by as and or that there this with from".split(" "),
);

/** Texts that are somebody else's: the article's, and the rules of Docker's */
const OTHERS = /^lib\/(?:article\/|eras\/topics|new\/wirework\.d\.ts)/;

/** What builtins, what performs their lines, and checks print is what the real programs print, but for what says that it is ours */
const BUILTINS = /^lib\/(?:builtins\/|programs\/ip\/perform\/|recipe\/checks\/echo)/;
const OURS = /embedded engine|sandbox|wirework/;

/** A recipe draws what it builds */
const DRAWING = /--- |<--|-->/;

/** How a line of a command begins, or a rule */
const COMMAND =
  /^\W*(?:(?:or|and|then|first) )*(?:sudo|ip|docker|brctl|iptables|service|ifconfig|route|apt-get|wirework|bridge|sysctl|modprobe|mount|umount|nsenter|busybox|ping|grep|rm|ln|mkdir|echo|cat|sed|find|systemctl|dockerd|sleep|bash|undo|is_up|--?[A-Za-z][\w-]*)(?=[ =])/;

/** What the system, a shell and Docker call errors */
const SYSTEM: ReadonlySet<string> = new Set([
  ...getSystemErrorMap()
    .values()
    .map(([, words]) => words),
  "port is already allocated",
  "command not found",
  "no such image",
  "cannot connect to the docker daemon at",
]);

/** Stands for a value that is put into a text, in no text itself */
const HOLE = "\0";

/** The words of each part of a text that is prose of ours; none where it isn't */
export function proseOf({ file, parts }: Text): readonly (readonly string[])[] {
  if (OTHERS.test(file) || DRAWING.test(parts.join(" ")) || (BUILTINS.test(file) && !OURS.test(parts.join(" "))))
    return [];
  // A command goes on after a value that is put into it
  const words = withoutCommands(parts.join(HOLE))
    .split(HOLE)
    .map((part) => wordsOf(part));
  const isSystems = words.some((part) => SYSTEM.has(part.join(" ").toLowerCase()));
  return isSystems || !isSentence(words.flat()) ? [] : words.filter((part) => part.length > 0);
}

/** Splits a text into words, without what stands around them */
export function wordsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}_'’./-]+/gu) ?? [];
  return words.map((word) => word.replace(/[.,:;'’/-]+$|^['’]/g, "")).filter((word) => word !== "");
}

/** Leaves out `sudo ip link show` of `try: sudo ip link show`, and what is between backticks */
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
