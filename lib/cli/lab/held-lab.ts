/**
 * A lab that lives as long as one process: removed by it or, when that is killed, by another process that
 * waits for it.
 *
 * @module
 */
import { join } from "node:path";

import { readLab } from "../../labs/lab-folder.ts";
import { lockLab } from "../../labs/lab-lock.ts";
import type { ThrowAwayHost } from "../../labs/lab-record.ts";
import { takeDown } from "../../labs/take-down.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import { BUN_COMMAND } from "../self.ts";

const LEFT_BEHIND = join(import.meta.dir, "left-behind.ts");

/** Waits for a line; when the writer ends without one, runs the arguments */
const WAIT = 'read -r _ || exec "$@"';

/** A held lab */
export interface HeldLab {
  readonly name: LabName;
  readonly host: ThrowAwayHost;
}

/** Removes the lab when it is disposed of, or when this process is killed before */
export function hold({ name, host }: HeldLab): AsyncDisposable {
  const lab: HeldLab = { name, host };
  const waiting = Bun.spawn(["sh", "-c", WAIT, "sh", ...BUN_COMMAND, LEFT_BEHIND, JSON.stringify(lab)], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    cwd: "/",
    // A session of its own: signals for the terminal's programs don't reach it
    detached: true,
  });
  return {
    async [Symbol.asyncDispose]() {
      await takeDownHeld(lab);
      waiting.stdin.write("done\n");
      await waiting.stdin.end();
      await waiting.exited;
    },
  };
}

/** Ends the host and deletes its record, unless the name is another lab's by now */
export async function takeDownHeld({ name, host }: HeldLab): Promise<void> {
  await takeDown(host);
  using locked = await lockLab(name, () => {});
  const record = readLab(locked.files);
  if (record === null || "reason" in record || record.host.kind === "host") return;
  const { pid, start } = record.host.holder;
  if (pid === host.holder.pid && start === host.holder.start) locked.forget();
}
