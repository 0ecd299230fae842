/**
 * `dnsmasq`, a name server that stays.
 *
 * @module
 */
import { DNSMASQ } from "../../programs/dnsmasq.ts";
import type { Effect } from "../../programs/effect.ts";
import { processStart } from "../../netlink/process/process-start.ts";
import { jobIn } from "../background.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { typedEffects } from "./typed-effects.ts";
import { step } from "./undo-steps.ts";

/** Equivalent to: `kill PID`, of that very process */
export function dnsmasq(typed: Typed): Plan {
  const effects = typedEffects(typed, DNSMASQ);
  if (typeof effects === "string") return unknown(effects);
  const [started] = effects;
  if (started === undefined) return NONE;
  const obstacle = obstacleIn(started);
  if (obstacle !== null) return unknown(obstacle);
  const { argv, args, program } = typed;
  return {
    kind: "undoable",
    changes: "starts a name server",
    async prepare(look) {
      const pattern = escaped([program, ...args].join(" "));
      const isThere = (await look.text(listByCommandLine(pattern))) !== null;
      return {
        argv,
        // One that is there already will not let another one in
        steps: isThere ? [] : [step([], ["pkill", "--full", "--exact", pattern], { kind: "command line", pattern })],
        complete: async ({ stdout }) => endOf(jobIn(stdout)),
      };
    },
  };
}

/** Tells why it could not be known again, or what else it may do */
function obstacleIn({ stays, reads, writes, unknown: word }: Effect<"program">): string | null {
  if (word !== null) return `wirework does not know what ${word} leaves behind`;
  const [written] = writes;
  if (written !== undefined) return `it writes ${written}`;
  if (stays === "elsewhere") return "it goes on as a process that nobody here has started";
  const [read] = reads;
  return read === undefined ? null : `it does what ${read} says, unless it is --conf-file=/dev/null`;
}

/** As an extended regular expression, regex(7) */
function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** What lists the processes with a command line, and fails where there is none */
export function listByCommandLine(pattern: string): Argv {
  return ["pgrep", "--full", "--exact", pattern];
}

/** Nothing, of one that has ended by itself */
function endOf(pid: number | null): readonly InverseStep[] {
  const start = pid === null ? null : processStart(pid);
  if (pid === null || start === null) return [];
  return [step([], ["kill", `${pid}`], { kind: "process", pid, start })];
}
