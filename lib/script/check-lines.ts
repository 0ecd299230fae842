/**
 * A check, as a script asks it.
 *
 * @module
 */
import { type Expected, singleSpaced } from "../recipe/output-proof.ts";
import { SILENCE } from "../recipe/ping.ts";
import { host, type Place, type Target } from "../recipe/place.ts";
import type { Question } from "../recipe/question.ts";
import type { ExpectedRule } from "../recipe/rule-order.ts";
import { Handle } from "../shell/handle.ts";
import type { Line } from "../shell/line.ts";
import { quoteArgument } from "../shell/quote.ts";
import { reasonAgainstIpv4 } from "../values/ipv4.ts";
import type { Part } from "./command-lines.ts";
import type { BashFunction } from "./functions.ts";
import type { Variables } from "./live-values.ts";
import type { CheckDeed } from "./record.ts";
import { scriptText, scriptWord } from "./shell-words.ts";

/** A way to prove something: what is called, and what must be there before it */
interface Call {
  readonly words: readonly string[];
  readonly needs: BashFunction | readonly BashFunction[];
  /** The line whose output is looked at; `null` where packets are sent */
  readonly line: Line | null;
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
    line: null,
  }),
  noPing: ({ from, to, says }, write) => ({
    words: ["no_ping", placeWord(from), targetWord(from, to, write), write(says === SILENCE ? "no answer" : says)],
    needs: ["no-ping", ...aliasNeeds(to)],
    line: null,
  }),
  tcp: ({ from, to, target, port }, write) => ({
    words: ["connects", placeWord(from), placeWord(to), targetWord(from, target, write), `${port}`],
    needs: ["tcp", ...aliasNeeds(target)],
    line: null,
  }),
  noTcp: ({ from, to, target, port, says }, write) => ({
    words: ["no_connection", placeWord(from), placeWord(to), targetWord(from, target, write), `${port}`, write(says)],
    needs: ["no-tcp", ...aliasNeeds(target)],
    line: null,
  }),
  shows: ({ line, expected }, write) => ({
    words: ["eventually", "shows", ...textWords(expected, write)],
    needs: "shows",
    line,
  }),
  lists: ({ line, expected }, write) => ({
    words: ["eventually", "lists", ...textWords(expected, write)],
    needs: "lists",
    line,
  }),
  hides: ({ line, expected }, write) => ({
    words: ["eventually", "hides", ...textWords(expected, write)],
    needs: "hides",
    line,
  }),
  showsHostOf: ({ line, network }) => ({
    words: ["eventually", "shows_host_of", network],
    needs: "shows-host-of",
    line,
  }),
  meets: ({ line, chain, expected }, write) => ({
    words: ["eventually", "meets", write(chain), ...expected.map((group) => groupWord(group, write))],
    needs: "meets",
    line,
  }),
};

/**
 * Writes a check.
 *
 * @param number how much there was before it: a pipe that is looked at has a function of its own
 */
export function checkLines({ check, question }: CheckDeed, number: number, variables: Variables): Part {
  const write: Write = (text) => scriptWord(text, variables);
  const call = CALLS[question.kind] as (question: Question, write: Write) => Call; // the table has each under its own kind
  const { words, needs, line } = call(question, write);
  const texts = (line?.commands ?? []).map(({ text }) => scriptText(text, variables));
  const isPipe = texts.length > 1;
  const command = isPipe ? `pipe${number}` : texts.join("");
  return {
    lines: [
      ...(isPipe ? [`${command}() { ${texts.join(" | ")}; }`] : []),
      ["check", check.claim, write(check.name || check.ran), ...words, ...(line === null ? [] : ["--", command])].join(
        " ",
      ),
    ],
    needs: [needs].flat(),
  };
}

function placeWord(place: Place): string {
  return place === host ? "host" : handleWord(place);
}

/** An address, a container, or what the asking container's `/etc/hosts` has */
function targetWord(from: Place, target: Target, write: Write): string {
  if (typeof target !== "string") return handleWord(target);
  if (reasonAgainstIpv4(target) === null) return write(target);
  return `"$(alias_of ${placeWord(from)} ${write(target)})"`;
}

function aliasNeeds(target: Target): readonly BashFunction[] {
  return typeof target === "string" && reasonAgainstIpv4(target) !== null ? ["alias-of"] : [];
}

function handleWord(handle: Handle): string {
  const name = handle.spelling();
  return name === null ? quoteArgument(handle.word()) : `"$${name}"`;
}

function textWords(expected: readonly Expected[], write: Write): readonly string[] {
  return expected.map((text) => (typeof text === "string" ? write(singleSpaced(text)) : handleWord(text)));
}

/** Texts that are met in any order are one word, a line each */
function groupWord(expected: ExpectedRule, write: Write): string {
  const words = textWords(typeof expected === "string" || Handle.is(expected) ? [expected] : expected, write);
  return words.length === 1 ? words.join("") : `"$(printf '%s\\n' ${words.join(" ")})"`;
}
