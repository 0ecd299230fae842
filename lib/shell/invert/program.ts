/**
 * Programs that keep running after their line.
 *
 * @module
 */
import { ON_HOST } from "../../resources/entering.ts";
import type { Effect } from "../../programs/effect.ts";
import { processStart } from "../../netlink/process/process-start.ts";
import { jobIn } from "../background.ts";
import { type InverseStep, type Plan, unknown } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { step } from "./undo-steps.ts";

/** Equivalent to: `kill PID`, if it is still the same process */
export function planOfProgram({ is, obstacle }: Effect<"program">, typed: Typed): Plan {
  if (obstacle !== null) return unknown(obstacle);
  const { argv, args, program } = typed;
  return {
    kind: "undoable",
    changes: `starts ${is}`,
    async prepare(look) {
      const pattern = escaped([program, ...args].join(" "));
      const isThere = (await look.text(listByCommandLine(pattern))) !== null;
      return {
        argv,
        // A running instance keeps a second one from starting
        steps: isThere
          ? []
          : [step(ON_HOST, ["pkill", "--full", "--exact", pattern], { kind: "command line", pattern })],
        complete: async ({ stdout }) => endOf(jobIn(stdout)),
      };
    },
  };
}

/** Escapes a text for an extended regular expression, regex(7) */
function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** Returns the command that lists the processes with a command line, and fails when there are none */
export function listByCommandLine(pattern: string): Argv {
  return ["pgrep", "--full", "--exact", pattern];
}

/** Plans the end of a process; no steps for one that has ended by itself */
function endOf(pid: number | null): readonly InverseStep[] {
  const start = pid === null ? null : processStart(pid);
  if (pid === null || start === null) return [];
  return [step(ON_HOST, ["kill", `${pid}`], { kind: "process", pid, start })];
}
