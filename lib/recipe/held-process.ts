/**
 * Guards a process id read from a command's output: it is usable only while it means that process.
 *
 * @module
 */
import { identify, type ProcessIdentity, processName } from "../netlink/process/process-identity.ts";
import type { Held, Objection } from "../shell/failure/objection.ts";
import { withoutSudo } from "../shell/wrapped.ts";
import type { Pid } from "../values/pid.ts";
import { objectionToEntry } from "./held-entry.ts";

/**
 * Programs that only mention a process, or mean other ids by the number: those of a container's own PID
 * namespace
 */
const HARMLESS: ReadonlySet<string> = new Set([
  "docker",
  "echo",
  "find",
  "ls",
  "printf",
  "ps",
  "readlink",
  "rm",
  "test",
  "unlink",
]);

/** Remembers the process behind an id: the kernel uses ids again, and a cable would go to the new process */
export function holdProcess(pid: Pid): Held {
  const before = identify(pid);
  return {
    objection(argv) {
      const command = withoutSudo(argv);
      if (HARMLESS.has(command[0] ?? "")) return null;
      return objectionToProcess(pid, before) ?? objectionToEntry(pid, before.network, command);
    },
  };
}

function objectionToProcess(pid: Pid, before: ProcessIdentity): Objection | null {
  const change = changeOf(pid, before);
  return change === null
    ? null
    : {
        reason: `process ${pid} ${change}`,
        cause: "its container was stopped or restarted: an id is valid only while its process runs",
        tryThis: "look up the process id again while the container runs: docker inspect -f '{{.State.Pid}}' $container",
      };
}

function changeOf(pid: Pid, before: ProcessIdentity): string | null {
  const now = identify(pid);
  if (before.start === null) return "had ended already when its id was looked up";
  if (now.start === null) return "has ended since its id was looked up";
  if (now.start !== before.start)
    return `has ended since its id was looked up, and another process has that id now (${processName(pid)})`;
  return now.network === before.network ? null : "has moved to another network since its id was looked up";
}
