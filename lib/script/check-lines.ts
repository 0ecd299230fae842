/**
 * Writes a check as lines of a script.
 *
 * @module
 */
import { type Expected, singleSpaced } from "../recipe/checks/output-proof.ts";
import { NamedNetwork } from "../recipe/named-network.ts";
import { SILENCE } from "../recipe/checks/ping.ts";
import { host, type Place, type Target } from "../recipe/checks/place.ts";
import { PublishedPort } from "../recipe/checks/published-port.ts";
import type { CountQuestion, Question } from "../recipe/checks/question.ts";
import type { ExpectedRule } from "../recipe/checks/rule-order.ts";
import { Handle } from "../shell/template/handle.ts";
import type { Line } from "../shell/template/session-line.ts";
import { quoteArgument } from "../shell/template/quote.ts";
import { reasonAgainstIpv4 } from "../values/address/ipv4.ts";
import type { Port } from "../values/port.ts";
import type { Part } from "./command-lines.ts";
import type { BashFunction } from "./functions.ts";
import type { Variables } from "./live-values.ts";
import type { CheckDeed } from "./record-recipe.ts";
import { scriptText, scriptWord } from "./shell-words.ts";

/** A call that proves something, and the lines that must precede it */
interface Call {
  readonly words: readonly string[];
  readonly needs: BashFunction | readonly BashFunction[];
  /** Lines whose output is compared */
  readonly lines: readonly Line[];
}

type CallOf = {
  readonly [Kind in Question["kind"]]: (question: Extract<Question, { kind: Kind }>, write: Write) => Call;
};

/** Writes a text as a word of the script */
type Write = (text: string) => string;

const CALLS: CallOf = {
  ping: ({ from, to }, write) => ({
    words: ["eventually", "pings", placeWord(from), targetWord(from, to, write)],
    needs: ["ping", ...aliasNeeds(to)],
    lines: [],
  }),
  noPing: ({ from, to, says }, write) => ({
    words: ["no_ping", placeWord(from), targetWord(from, to, write), write(says === SILENCE ? "no answer" : says)],
    needs: ["no-ping", ...aliasNeeds(to)],
    lines: [],
  }),
  tcp: ({ from, to, target, port }, write) => ({
    words: ["connects", placeWord(from), placeWord(to), targetWord(from, target, write), portWord(port)],
    needs: ["tcp", ...aliasNeeds(target)],
    lines: [],
  }),
  tcpSeenAs: ({ from, to, target, port, peer }, write) => ({
    words: [
      "connects_as",
      write(peer),
      placeWord(from),
      placeWord(to),
      targetWord(from, target, write),
      portWord(port),
    ],
    needs: ["tcp", ...aliasNeeds(target)],
    lines: [],
  }),
  noTcp: ({ from, to, target, port, says }, write) => ({
    words: [
      "no_connection",
      placeWord(from),
      placeWord(to),
      targetWord(from, target, write),
      portWord(port),
      write(says),
    ],
    needs: ["no-tcp", ...aliasNeeds(target)],
    lines: [],
  }),
  udp: ({ from, to, target, port }, write) => ({
    words: ["datagram", placeWord(from), placeWord(to), targetWord(from, target, write), portWord(port)],
    needs: ["udp", ...aliasNeeds(target)],
    lines: [],
  }),
  counted: (question, write) => countCall(question, write),
  uncounted: (question, write) => countCall(question, write),
  same: ({ line, other }) => ({ words: ["eventually", "same"], needs: "same", lines: [line, other] }),
  shows: ({ line, expected }, write) => ({
    words: ["eventually", "shows", ...textWords(expected, write)],
    needs: "shows",
    lines: [line],
  }),
  lists: ({ line, expected }, write) => ({
    words: ["eventually", "lists", ...textWords(expected, write)],
    needs: "lists",
    lines: [line],
  }),
  hides: ({ line, expected }, write) => ({
    words: ["eventually", "hides", ...textWords(expected, write)],
    needs: "hides",
    lines: [line],
  }),
  refuses: ({ line, expected }, write) => ({
    words: ["refuses", ...textWords(expected, write)],
    needs: "refuses",
    lines: [line],
  }),
  showsHostOf: ({ line, network }) => ({
    words: ["eventually", "shows_host_of", network],
    needs: "shows-host-of",
    lines: [line],
  }),
  showsChosenPorts: ({ line }) => ({
    words: ["eventually", "shows_chosen_ports"],
    needs: "shows-chosen-ports",
    lines: [line],
  }),
  meets: ({ line, chain, expected }, write) => ({
    words: ["eventually", "meets", write(chain), ...expected.map((group) => groupWord(group, write))],
    needs: "meets",
    lines: [line],
  }),
  unix: ({ from, to, name }, write) => ({
    words: ["connects_unix", placeWord(from), placeWord(to), write(name)],
    needs: "unix",
    lines: [],
  }),
  noUnix: ({ from, to, name }, write) => ({
    words: ["no_unix_connection", placeWord(from), placeWord(to), write(name)],
    needs: "unix",
    lines: [],
  }),
};

/**
 * Writes a check.
 *
 * @param number a number that no other check has: lines with a pipe get a function named after it
 */
export function checkLines({ check, question }: CheckDeed, number: number, variables: Variables): Part {
  const write: Write = (text) => scriptWord(text, variables);
  const call = CALLS[question.kind] as (question: Question, write: Write) => Call; // the table has each under its own kind
  const { words, needs, lines } = call(question, write);
  const texts = lines.map(({ commands }) => commands.map(({ text }) => scriptText(text, variables)).join(" | "));
  const hasFunctions = lines.length > 1 || lines.some(({ commands }) => commands.length > 1);
  const names = texts.map((_, at) => `pipe${number}${LETTERS[at] ?? ""}`);
  const looked = (hasFunctions ? names : texts).flatMap((command) => ["--", command]);
  return {
    lines: [
      ...(hasFunctions ? texts.map((text, at) => `${names[at]}() { ${text}; }`) : []),
      ["check", check.claim, write(check.name || check.ran), ...words, ...looked].join(" "),
    ],
    needs: [needs].flat(),
  };
}

/** Suffixes for several functions of the same check */
const LETTERS = ["", "b"] as const;

function countCall({ kind, from, to, line }: CountQuestion, write: Write): Call {
  const words = ["eventually", kind, placeWord(from), targetWord(from, to, write)];
  return { words, needs: ["counted", ...aliasNeeds(to)], lines: [line] };
}

function placeWord(place: Place): string {
  return place === host ? "host" : handleWord(place);
}

/** The word for a target: an address, a container, or a name in the client's `/etc/hosts` */
function targetWord(from: Place, target: Target, write: Write): string {
  if (typeof target !== "string") return handleWord(target);
  if (reasonAgainstIpv4(target) === null) return write(target);
  return `"$(alias_of ${placeWord(from)} ${write(target)})"`;
}

/** The word for a port: one number, or the published port and the server's own */
function portWord(port: Port | PublishedPort): string {
  if (!(port instanceof PublishedPort)) return `${port}`;
  const name = port.told?.spelling() ?? null;
  return `${name === null ? port.outside : `"$${name}"`}:${port.inside}`;
}

function aliasNeeds(target: Target): readonly BashFunction[] {
  return typeof target === "string" && reasonAgainstIpv4(target) !== null ? ["alias-of"] : [];
}

function handleWord(handle: Handle): string {
  if (handle instanceof NamedNetwork) return `/var/run/netns/${handle.name}`;
  const name = handle.spelling();
  return name === null ? quoteArgument(handle.word()) : `"$${name}"`;
}

function textWords(expected: readonly Expected[], write: Write): readonly string[] {
  return expected.map((text) => (typeof text === "string" ? write(singleSpaced(text)) : handleWord(text)));
}

/** Joins texts that may be matched in any order into one word, each on a line of its own */
function groupWord(expected: ExpectedRule, write: Write): string {
  const words = textWords(typeof expected === "string" || Handle.is(expected) ? [expected] : expected, write);
  return words.length === 1 ? words.join("") : `"$(${["printf", "'%s\\n'", ...words].join(" ")})"`;
}
