/**
 * The way of a packet through the chains of iptables(8), read from what `iptables -S` lists.
 *
 * @module
 */

/** What there is to know of a rule, besides its own line */
interface ListedRule {
  readonly line: string;
  /** What it jumps or goes to; `null` when it only counts */
  readonly target: string | null;
  readonly returns: "here" | "to the caller";
  readonly matches: "every packet" | "some packets";
}

/** What becomes of the packets that come into a chain */
type Fate = "all stopped" | "some come back";

/** Targets after which a packet meets no further rule of the table: iptables-extensions(8) */
const LAST = new Set(["ACCEPT", "DROP", "REJECT", "DNAT", "SNAT", "MASQUERADE", "REDIRECT"]);

/**
 * The rules that a packet can meet in a chain, in the order in which it meets them: those of a chain that a rule jumps to
 * stand where the jump is, and the chain's own policy is the last. Each is the line of the listing, which begins with the
 * chain it is in. What no packet gets to is left out: a chain without a jump to it, or rules behind one that stops all.
 *
 * @throws {Error} when chains lead back to themselves, which the kernel refuses
 */
export function rulesMet(listing: readonly string[], chain: string): readonly string[] {
  const met: string[] = [];
  const fate = follow({ chains: chainsOf(listing), met }, chain, []);
  const policy = listing.filter((line) => line.startsWith(`-P ${chain} `));
  return fate === "some come back" ? [...met, ...policy] : met;
}

/** What there is, and what has been met */
interface Walk {
  readonly chains: ReadonlyMap<string, readonly ListedRule[]>;
  readonly met: string[];
}

function follow(walk: Walk, chain: string, path: readonly string[]): Fate {
  if (path.includes(chain)) {
    const loop = [...path, chain].join(" → ");
    throw new Error(`Cannot follow a packet through ${chain}: its rules lead back to it (${loop})`);
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

/** The rules of each chain; one without rules is there as well, as it can be jumped to */
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

/** A comment is a match that every packet fits: `-m comment --comment "…"` */
function commentLength([match, name, option]: readonly string[]): number {
  return match === "-m" && name === "comment" && option === "--comment" ? 4 : 0;
}

/** What is quoted is one word, as a comment may hold `-j DROP` */
function wordsOf(line: string): readonly string[] {
  return line.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
}

/** Whether a rule has these words, one after the other; `! -i docker0` is another condition than `-i docker0` */
export function hasWords(line: string, text: string): boolean {
  const [words, wanted] = [wordsOf(line), wordsOf(text)];
  return words.some(
    (_, at) =>
      wanted.every((word, index) => words[at + index] === word) && (wanted[0] === "!" || words[at - 1] !== "!"),
  );
}
