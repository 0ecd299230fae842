import { processStart } from "../../netlink/process-start.ts";
import type { Identity } from "../../shell/invert/identity.ts";
import type { Standing } from "./standing.ts";

/** The one that started then, and no other that has its id by now */
export function runningProcess({ pid, start }: Extract<Identity, { kind: "process" }>): Standing {
  const now = processStart(pid);
  if (now === null) return "gone";
  return now === start ? "ours" : "another's";
}
