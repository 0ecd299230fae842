import { processStart } from "../../netlink/process/process-start.ts";
import { listByCommandLine } from "../../shell/invert/dnsmasq.ts";
import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import type { Standing } from "./standing.ts";

/** The one that started then, and no other that has its id by now */
export function runningProcess({ pid, start }: Extract<Identity, { kind: "process" }>): Standing {
  const now = processStart(pid);
  if (now === null) return "gone";
  return now === start ? "ours" : "another's";
}

/** Nothing had it when the line was about to run, so whatever has it now came with the line */
export async function commandLine(
  { pattern }: Extract<Identity, { kind: "command line" }>,
  look: Look,
): Promise<Standing> {
  return (await look.text(listByCommandLine(pattern))) === null ? "gone" : "ours";
}
