/**
 * A lab that lives as long as one process: taken down by it or, where that is killed, by another one that waits for it.
 *
 * @module
 */
import { join } from "node:path";

import { readLab } from "../../labs/lab-folder.ts";
import { lockLab } from "../../labs/lab-lock.ts";
import type { ThrowAwayHost } from "../../labs/record.ts";
import { takeDown } from "../../labs/take-down.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import { BUN_COMMAND } from "../self.ts";

const LEFT_BEHIND = join(import.meta.dir, "left-behind.ts");

/** Waits for a line, or for the end of whoever could have written one */
const WAIT = 'read -r _ || exec "$@"';

/** Such a lab */
export interface HeldLab {
  readonly name: LabName;
  readonly host: ThrowAwayHost;
}

/** Takes it down when it is disposed of, or when this process is killed before */
export function hold({ name, host }: HeldLab): AsyncDisposable {
  const lab: HeldLab = { name, host };
  const waiting = Bun.spawn(["sh", "-c", WAIT, "sh", ...BUN_COMMAND, LEFT_BEHIND, JSON.stringify(lab)], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    cwd: "/",
    // A session of its own: what ends all of a terminal's programs is not for this one
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

/** Ends its host, and forgets what is written of it; by now that name may be another lab's */
export async function takeDownHeld({ name, host }: HeldLab): Promise<void> {
  await takeDown(host);
  using locked = await lockLab(name, () => {});
  const record = readLab(locked.files);
  if (record === null || "reason" in record || record.host.kind === "host") return;
  const { pid, start } = record.host.holder;
  if (pid === host.holder.pid && start === host.holder.start) locked.forget();
}
