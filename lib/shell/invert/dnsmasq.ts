/**
 * `dnsmasq`, a name server that stays.
 *
 * @module
 */
import { processStart } from "../../netlink/process-start.ts";
import { jobIn } from "../background.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import type { Typed } from "./typed.ts";
import { step } from "./undo-steps.ts";

/** With these it stays the process that was started, dnsmasq(8) */
const STAYS = /^(?:--no-daemon|--keep-in-foreground|-[dk])$/;

const SHOWS = /^(?:--help|-w|--version|-v|--test)$/;

/** With these it writes files of its own, or runs programs */
const WRITES = /^(?:--(?:dhcp-|pid-file|log-facility=\/|enable-tftp|tftp-|ipset|nftset|conf-script|dumpfile)|-[FlxG6])/;

/** Equivalent to: `kill PID`, of that very process; before its id is known, a run ends all that it has started anyway */
export function dnsmasq({ argv, args }: Typed): Plan {
  if (args.some((word) => SHOWS.test(word))) return NONE;
  if (!args.some((word) => STAYS.test(word))) return unknown("it goes on as a process that nobody here has started");
  const written = args.find((word) => WRITES.test(word));
  if (written !== undefined) return unknown(`nobody here knows what ${written} leaves behind`);
  return {
    kind: "undoable",
    changes: "starts a name server",
    prepare: async () => ({
      argv,
      steps: [],
      complete: async ({ stdout }) => endOf(jobIn(stdout)),
    }),
  };
}

/** Nothing, of one that has ended by itself */
function endOf(pid: number | null): readonly InverseStep[] {
  const start = pid === null ? null : processStart(pid);
  if (pid === null || start === null) return [];
  return [step([], ["kill", `${pid}`], { kind: "process", pid, start })];
}
