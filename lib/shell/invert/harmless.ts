/**
 * Programs that change nothing: they look, wait or check.
 *
 * @module
 */
import { parse, plainWords } from "../../programs/parse.ts";
import { ownEntry } from "../../programs/parse/own-entry.ts";
import { saidIn } from "../../programs/read-chain.ts";
import { type Program, PROGRAMS } from "../../programs/table.ts";
import { unknownWord } from "../../programs/terms.ts";

/** Programs without a grammar that change nothing, whatever their words */
const ALWAYS: ReadonlySet<string> = new Set(
  [
    "basename cmp cut df dig dirname du egrep expr false fgrep free getent groups head host hostid id",
    "jq lsmod lsns lsof lspci mountpoint nl nproc nslookup nstat od pgrep pidof",
    "ping6 printenv printf ps pwd realpath rev seq sha256sum stat strings tac tail test [ tracepath",
    "traceroute true tr tty uname uptime w wc whereis which who whoami",
  ].flatMap((line) => line.split(" ")),
);

/** Programs that change something only with one of these words */
const UNLESS: Readonly<Record<string, RegExp>> = {
  arping: /^-[a-zA-Z]*[UA]/,
  conntrack: /^-(?:D|F|I|U)|^--(?:delete|flush|create|update)/,
  dmesg: /^-[a-zA-Z]*[CcnDE]|^--(?:clear|read-clear|console-)/,
  journalctl: /^--(?:rotate|vacuum|flush|sync|setup|update)/,
  less: /^-[a-zA-Z]*[oO]|^--(?:log|LOG)/,
  netstat: /^-[a-z]*K/,
  sort: /^-[a-zA-Z]*o|^--o/,
  tcpdump: /^-[a-zA-Z]*[wzG]/,
};

/** Programs that change nothing only with these words */
const ONLY: Readonly<Record<string, RegExp>> = {
  arp: /^-[anev]+$/,
  busybox: /^(?:nc|[\d.]+)$/,
  date: /^(?:\+.*|-u|-R|-I\S*|--utc|--iso-8601\S*|--rfc-\S*)$/,
  hostname: /^-[fisdAIy]$/,
  hostnamectl: /^(?:status)$/,
};

/** Reports whether a program changes nothing with these words; known verbs and effects decide */
export function isHarmless(name: string, args: readonly string[]): boolean {
  if (ALWAYS.has(name)) return true;
  const [only, unless] = [ownEntry(ONLY, name), ownEntry(UNLESS, name)];
  if (only !== undefined) return args.every((word) => only.test(word));
  if (unless !== undefined) return !args.some((word) => unless.test(word));
  const program = ownEntry(PROGRAMS, name);
  return program !== undefined && (program.only !== undefined || changesNothing(program, args));
}

/** Reports whether each word is known, and none needs an undo */
function changesNothing({ grammar, reads, effects }: Program, args: readonly string[]): boolean {
  if (reads !== undefined || effects !== undefined) return false;
  const parsed = parse(grammar, plainWords(args));
  const { lost, deeds } = parsed;
  const isKnown = lost === null && unknownWord(parsed) === null && deeds.length > 0;
  return isKnown && deeds.every(({ back }) => back(saidIn(parsed)) === null);
}
