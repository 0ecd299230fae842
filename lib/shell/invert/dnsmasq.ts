/**
 * `dnsmasq`, a name server that stays.
 *
 * @module
 */
import { processStart } from "../../netlink/process-start.ts";
import { jobIn } from "../background.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { step } from "./undo-steps.ts";

/** With these it stays the process that was started, dnsmasq(8) */
const STAYS = /^(?:--no-daemon|--keep-in-foreground|-[dk])$/;

const SHOWS = /^(?:--help|-w|--version|-v|--test)$/;

/** With these it writes files of its own, or runs programs */
const WRITES = /^(?:--(?:dhcp-|pid-file|log-facility=\/|enable-tftp|tftp-|ipset|nftset|conf-script|dumpfile)|-[FlxG6])/;

/** Equivalent to: `kill PID`, of that very process */
export function dnsmasq({ argv, args, program }: Typed): Plan {
  if (args.some((word) => SHOWS.test(word))) return NONE;
  if (!args.some((word) => STAYS.test(word))) return unknown("it goes on as a process that nobody here has started");
  const written = args.find((word) => WRITES.test(word));
  if (written !== undefined) return unknown(`nobody here knows what ${written} leaves behind`);
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
