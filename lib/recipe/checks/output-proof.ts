/**
 * Finds the lines of a command's output that prove a statement.
 *
 * @module
 */
import type { PortRange } from "../../programs/docker/options/port-range.ts";
import type { Handle } from "../../shell/template/handle.ts";
import { Named } from "../../shell/template/named.ts";
import type { Outcome } from "../../shell/outcome.ts";
import { addressOf } from "../../values/address/cidr.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { parseIpv4, reasonAgainstIpv4 } from "../../values/address/ipv4.ts";
import { isUsableHost } from "../../values/address/subnet-hosts.ts";

/** A text that a command must print; a named value stands for its value in this run */
export type Expected = string | Handle;

/** Looks for a proof in lines of output with single spaces; `null` when there is none */
export type Proof = (lines: readonly string[]) => readonly string[] | null;

/** Requires each text in a line of its own, in this order; other lines may come between */
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

/** Requires these lines in this order, and no others */
export function inOrderOnly(expected: readonly Expected[]): Proof {
  const prove = inOrder(expected);
  return (lines) => (lines.length === expected.length ? prove(lines) : null);
}

/**
 * Requires that no line contains any of the words; a word ends before anything but a letter, digit, dot, dash
 * or underscore
 */
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

/** Requires at least one line, and a port of the range at the end of each, as in `80/tcp -> 0.0.0.0:49153` */
export function portsWithin({ first, last }: PortRange): Proof {
  const isWithin = (line: string) => {
    const [, port] = /:(\d+)$/.exec(line) ?? [];
    return port !== undefined && first <= Number(port) && Number(port) <= last;
  };
  return (lines) => (lines.length > 0 && lines.every(isWithin) ? lines : null);
}

/** Spells expectations for the reader; values known only at run time by their names */
export function spelled(expected: readonly Expected[]): readonly string[] {
  return expected.map((item) => {
    const name = typeof item === "string" || isKnown(item) ? null : item.spelling();
    return name === null ? wordOf(item) : `$${name}`;
  });
}

/** Reports whether a value is the article's own, as before a run */
function isKnown(item: Handle): boolean {
  return item instanceof Named && item.word() !== item.sample;
}

/** Splits output into lines with single spaces: programs align their columns in different ways */
export function linesOf(output: string): readonly string[] {
  const text = output.trimEnd();
  return text === "" ? [] : text.split("\n").map(singleSpaced);
}

/** Returns all lines that a command printed, and for a failure its exit status */
export function saidBy({ exitCode, stdout, stderr }: Outcome): readonly string[] {
  const failure = exitCode === 0 ? [] : [`exit status ${exitCode}`];
  return [...linesOf(stdout), ...linesOf(stderr), ...failure];
}

/**
 * Returns the texts to look for.
 *
 * @throws {TypeError} for a text that every output contains, or none: it proves nothing
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

/** Reduces runs of spaces to one */
export function singleSpaced(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}

function wordsOnly(line: string): string {
  return ` ${line.replace(/[^\w.-]+/g, " ").trim()} `;
}
