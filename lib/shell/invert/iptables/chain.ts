/**
 * Policies, and new, deleted and renamed chains.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { beyond } from "../../../resources/lists.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { planOfRules, type Rules } from "./filter-rules.ts";

type Chain = Effect<"chain">;

/** The lines of `iptables -S` that a command adds and removes, according to its words */
interface Turn {
  /** The line that it adds; `null` for none */
  readonly made: string | null;
  readonly removed: readonly string[];
  /** Returns the words that undo it, without the program */
  back(line: string): readonly string[];
}

const TURNS: Readonly<Record<Chain["how"], (before: Rules, chain: Chain) => Turn>> = {
  makes: (_before, { chain }) => ({ made: `-N ${chain}`, removed: [], back: () => ["-X", `${chain}`] }),
  deletes: ({ lines }, { chain }) => ({
    made: null,
    removed: lines.filter((line) => (chain === null ? line.startsWith("-N ") : line === `-N ${chain}`)),
    back: (line) => line.split(" "),
  }),
  renames: (_before, { chain, to }) => ({
    made: `-N ${to}`,
    removed: [],
    back: () => ["-E", to, `${chain}`],
  }),
  "sets the policy": ({ lines }, { chain, to }) => ({
    made: `-P ${chain} ${to}`,
    removed: [],
    back: (made) => (lines.find((line) => line.startsWith(`-P ${chain} `)) ?? made).split(" "),
  }),
};

/** The changes in words */
const CHANGES: Readonly<Record<Chain["how"], (chain: Chain) => string>> = {
  makes: ({ chain }) => `makes the chain ${chain}`,
  deletes: ({ chain }) => `deletes ${chain === null ? "all chains that are empty" : `the chain ${chain}`}`,
  renames: ({ chain, to }) => `renames the chain ${chain} to ${to}`,
  "sets the policy": ({ chain, to }) => `sets the policy of ${chain} to ${to}`,
};

/** Equivalent to: the opposite command, if the lines show that it is needed */
export function planOfChain(chain: Chain, typed: Typed): Plan {
  return planOfRules(
    {
      table: chain.table,
      changes: CHANGES[chain.how](chain),
      steps: (before, after, iptables) => steps(TURNS[chain.how](before, chain), { before, after }, iptables),
    },
    typed,
  );
}

function steps(
  turn: Turn,
  { before, after }: { readonly before: Rules; readonly after: Rules | null },
  iptables: Argv,
): readonly InverseStep[] {
  const { network, lines } = before;
  if (network === null) return [];
  const list: Argv = [...iptables, "-S"];
  const takes = { kind: "listed", network, list, place: null } as const;
  const isMade = turn.made !== null && !lines.includes(turn.made) && (after?.lines.includes(turn.made) ?? true);
  const removed = after === null ? turn.removed : beyond(turn.removed, after.lines);
  return [
    ...(isMade && turn.made !== null
      ? [
          step(network.enter, [...iptables, ...turn.back(turn.made)], {
            ...takes,
            line: turn.made,
            before: [],
            change: "made",
          }),
        ]
      : []),
    ...removed.map((line) =>
      step(network.enter, [...iptables, ...turn.back(line)], {
        ...takes,
        line,
        before: [line],
        change: "removed",
      }),
    ),
  ];
}
