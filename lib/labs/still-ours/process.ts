import { processStart } from "../../netlink/process/process-start.ts";
import { listByCommandLine } from "../../shell/invert/program.ts";
import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import type { Standing } from "./standing.ts";

/** Identifies a process by its id and start time */
export function runningProcess({ pid, start }: Extract<Identity, { kind: "process" }>): Standing {
  const now = processStart(pid);
  if (now === null) return "gone";
  return now === start ? "ours" : "another's";
}

/** Finds a process by its command line. No process had that before the line ran, so any with it now is ours */
export async function commandLine(
  { pattern }: Extract<Identity, { kind: "command line" }>,
  look: Look,
): Promise<Standing> {
  return (await look.text(listByCommandLine(pattern))) === null ? "gone" : "ours";
}
