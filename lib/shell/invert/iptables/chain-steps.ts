/**
 * Chains that were made, deleted or renamed, and policies.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { beyond } from "../../../resources/lists.ts";
import type { Argv } from "../typed.ts";
import { step } from "../undo-steps.ts";
import type { Meant, Rules } from "./iptables.ts";
import type { IptablesCommand } from "../../../programs/iptables/line.ts";

/** What a command makes and removes among the lines of `iptables -S`, as far as its words tell */
interface Turn {
  /** The line that it makes; `null` when it makes none */
  readonly made: string | null;
  readonly removed: readonly string[];
  /** The words that take it back, without the program */
  back(line: string): readonly string[];
}

const TURNS: Readonly<Partial<Record<IptablesCommand, (before: Rules, meant: Meant) => Turn>>> = {
  N: (_before, { chain }) => ({ made: `-N ${chain}`, removed: [], back: () => ["-X", `${chain}`] }),
  X: ({ lines }, { chain }) => ({
    made: null,
    removed: lines.filter((line) => (chain === null ? line.startsWith("-N ") : line === `-N ${chain}`)),
    back: (line) => line.split(" "),
  }),
  E: (_before, { chain, rule: [name = ""] }) => ({
    made: `-N ${name}`,
    removed: [],
    back: () => ["-E", name, `${chain}`],
  }),
  P: ({ lines }, { chain, rule }) => ({
    made: `-P ${chain} ${rule.join(" ")}`,
    removed: [],
    back: (made) => (lines.find((line) => line.startsWith(`-P ${chain} `)) ?? made).split(" "),
  }),
};

/** The way back, where the lines show that it is needed */
export function chainSteps(before: Rules, after: Rules | null, meant: Meant): readonly InverseStep[] {
  const { network, lines } = before;
  const turn = TURNS[meant.command]?.(before, meant);
  if (network === null || turn === undefined) return [];
  const list: Argv = [...meant.iptables, "-S"];
  const takes = { kind: "listed", network, list, place: null } as const;
  const isMade = turn.made !== null && !lines.includes(turn.made) && (after?.lines.includes(turn.made) ?? true);
  const removed = after === null ? turn.removed : beyond(turn.removed, after.lines);
  return [
    ...(isMade && turn.made !== null
      ? [
          step(network.enter, [...meant.iptables, ...turn.back(turn.made)], {
            ...takes,
            line: turn.made,
            before: [],
            change: "made",
          }),
        ]
      : []),
    ...removed.map((line) =>
      step(network.enter, [...meant.iptables, ...turn.back(line)], {
        ...takes,
        line,
        before: [line],
        change: "removed",
      }),
    ),
  ];
}
