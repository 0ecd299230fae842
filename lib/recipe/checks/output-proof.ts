/**
 * What of a command's output proves a statement.
 *
 * @module
 */
import type { PortRange } from "../../builtins/docker/options/port-range.ts";
import type { Handle } from "../../shell/template/handle.ts";
import { Named } from "../../shell/template/named.ts";
import type { Outcome } from "../../shell/outcome.ts";
import { addressOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { parseIpv4, reasonAgainstIpv4 } from "../../values/address/ipv4.ts";
import { isUsableHost } from "../../values/address/subnet-hosts.ts";

/** What a command must print; a named value stands for what it is in this run */
export type Expected = string | Handle;

/** Looks for a proof in lines of output, their blanks reduced to one; `null` when there is none */
export type Proof = (lines: readonly string[]) => readonly string[] | null;

/** Each of the texts in a line of its own, in this order, whatever is between them */
export function inOrder(expected: readonly Expected[]): Proof {
  const texts = textsOf(expected);
  return (lines) => {
    const found: string[] = [];
    let next = 0;
    for (const text of texts) {
      const index = lines.findIndex((line, at) => at >= next && line.includes(text));
      if (index < 0) return null;
      found.push(lines[index] ?? "");
      next = index + 1;
    }
    return found;
  };
}

/** The same, and no other line */
export function inOrderOnly(expected: readonly Expected[]): Proof {
  const prove = inOrder(expected);
  return (lines) => (lines.length === expected.length ? prove(lines) : null);
}

/** None of the words in any line; a word ends where no letter, digit, dot, dash or underscore follows */
export function without(unwanted: readonly Expected[]): Proof {
  const texts = textsOf(unwanted).map(wordsOnly);
  const proof = [
    spelled(unwanted)
      .map((word) => `no ${word}`)
      .join(", "),
  ];
  return (lines) => (lines.map(wordsOnly).some((line) => texts.some((text) => line.includes(text))) ? null : proof);
}

/** An address of a network that is not its own: of `192.168.5.1/24`, any other host's */
export function otherHostOf(network: Ipv4Cidr): Proof {
  const isOther = (word: string) =>
    reasonAgainstIpv4(word) === null && word !== addressOf(network) && isUsableHost(network, parseIpv4(word));
  return (lines) => {
    const line = lines.find((words) => words.split(/[ /]/).some(isOther));
    return line === undefined ? null : [line];
  };
}

/** Lines of which each ends with a port of a range, as `80/tcp -> 0.0.0.0:49153` does; one at least */
export function portsWithin({ first, last }: PortRange): Proof {
  const isWithin = (line: string) => {
    const [, port] = /:(\d+)$/.exec(line) ?? [];
    return port !== undefined && first <= Number(port) && Number(port) <= last;
  };
  return (lines) => (lines.length > 0 && lines.every(isWithin) ? lines : null);
}

/** As they are read: a value that only a run would know by its name */
export function spelled(expected: readonly Expected[]): readonly string[] {
  return expected.map((item) => {
    const name = typeof item === "string" || isKnown(item) ? null : item.spelling();
    return name === null ? wordOf(item) : `$${name}`;
  });
}

/** Before a run, a value is the article's own */
function isKnown(item: Handle): boolean {
  return item instanceof Named && item.word() !== item.sample;
}

/** The lines of an output; programs align their columns as they like */
export function linesOf(output: string): readonly string[] {
  const text = output.trimEnd();
  return text === "" ? [] : text.split("\n").map(singleSpaced);
}

/** All that a command said, and how it ended where that is a failure */
export function saidBy({ exitCode, stdout, stderr }: Outcome): readonly string[] {
  const failure = exitCode === 0 ? [] : [`exit status ${exitCode}`];
  return [...linesOf(stdout), ...linesOf(stderr), ...failure];
}

/**
 * The texts to look for.
 *
 * @throws {TypeError} for what is in every output, or in none: it proves nothing
 */
export function textsOf(expected: readonly Expected[]): readonly string[] {
  const texts = expected.map(wordOf).map(singleSpaced);
  if (texts.length === 0 || texts.includes("")) {
    throw new TypeError("Cannot check a command's output without a text to look for: such a check could not fail");
  }
  return texts;
}

function wordOf(expected: Expected): string {
  return typeof expected === "string" ? expected : expected.word();
}

/** With one blank between its words, as lines of output are looked at */
export function singleSpaced(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}

function wordsOnly(line: string): string {
  return ` ${line.replace(/[^\w.-]+/g, " ").trim()} `;
}
