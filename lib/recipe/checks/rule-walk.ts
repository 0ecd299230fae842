/**
 * Follows a packet through the chains of iptables(8), by the listing of `iptables -S`.
 *
 * @module
 */

/** A parsed rule */
interface ListedRule {
  readonly line: string;
  /** The target of its jump or goto; `null` when it only counts */
  readonly target: string | null;
  readonly returns: "here" | "to the caller";
  readonly matches: "every packet" | "some packets";
}

/** Says what happens to packets that enter a chain */
type Fate = "all stopped" | "some come back";

/** Targets after which a packet traverses no further rule of the table: iptables-extensions(8) */
const LAST = new Set(["ACCEPT", "DROP", "REJECT", "DNAT", "SNAT", "MASQUERADE", "REDIRECT"]);

/**
 * Lists the rules that a packet can traverse in a chain, in order. The rules of a chain that is jumped to
 * stand in place of the jump, and the chain's own policy is last. Each is a line of the listing, which begins
 * with its chain. Unreachable rules are left out: those of a chain without a jump to it, and those behind a
 * rule that stops every packet.
 *
 * @throws {Error} when chains form a loop, which the kernel refuses
 */
export function rulesMet(listing: readonly string[], chain: string): readonly string[] {
  const met: string[] = [];
  const fate = follow({ chains: chainsOf(listing), met }, chain, []);
  const policy = listing.filter((line) => line.startsWith(`-P ${chain} `));
  return fate === "some come back" ? [...met, ...policy] : met;
}

/** The chains, and the rules traversed so far */
interface Walk {
  readonly chains: ReadonlyMap<string, readonly ListedRule[]>;
  readonly met: string[];
}

function follow(walk: Walk, chain: string, path: readonly string[]): Fate {
  if (path.includes(chain)) {
    const loop = [...path, chain].join(" → ");
    throw new Error(`Cannot follow a packet through ${chain}: its rules form a loop (${loop})`);
  }
  for (const { line, target, returns, matches } of walk.chains.get(chain) ?? []) {
    walk.met.push(line);
    if (target === null) continue;
    const isChain = walk.chains.has(target);
    const fate = isChain ? follow(walk, target, [...path, chain]) : fateAt(target);
    if (matches === "some packets") continue;
    if (fate === "all stopped") return fate;
    if (target === "RETURN" || (isChain && returns === "to the caller")) return "some come back";
  }
  return "some come back";
}

function fateAt(target: string): Fate {
  return LAST.has(target) ? "all stopped" : "some come back";
}

/** Groups rules by chain; empty chains are included, as rules can jump to them */
function chainsOf(listing: readonly string[]): ReadonlyMap<string, readonly ListedRule[]> {
  const chains = new Map<string, ListedRule[]>();
  for (const line of listing) {
    const [command, chain, ...rest] = wordsOf(line);
    if (chain === undefined || (command !== "-N" && command !== "-A")) continue;
    const rules = chains.get(chain) ?? [];
    chains.set(chain, rules);
    if (command === "-A") rules.push(ruleOf(line, rest));
  }
  return chains;
}

function ruleOf(line: string, words: readonly string[]): ListedRule {
  const at = words.findIndex((word) => ["-j", "-g", "--jump", "--goto"].includes(word));
  const conditions = at < 0 ? words : words.slice(0, at);
  return {
    line,
    target: at < 0 ? null : (words[at + 1] ?? null),
    returns: at >= 0 && /^--?g/.test(words[at] ?? "") ? "to the caller" : "here",
    matches: conditions.length === commentLength(conditions) ? "every packet" : "some packets",
  };
}

/** Returns the length of a comment match, `-m comment --comment "…"`, which matches every packet */
function commentLength([match, name, option]: readonly string[]): number {
  return match === "-m" && name === "comment" && option === "--comment" ? 4 : 0;
}

/** Splits a line into words; a quoted comment is one word, as it may contain `-j DROP` */
function wordsOf(line: string): readonly string[] {
  return line.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
}

/**
 * Reports whether a rule contains these consecutive words; `! -i docker0` is another condition than `-i
 * docker0`
 */
export function hasWords(line: string, text: string): boolean {
  const [words, wanted] = [wordsOf(line), wordsOf(text)];
  return words.some(
    (_, at) =>
      wanted.every((word, index) => words[at + index] === word) && (wanted[0] === "!" || words[at - 1] !== "!"),
  );
}
