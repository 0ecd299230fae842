import { join } from "node:path";

import { machineEnvironment } from "../../hosts/machine/environment.ts";
import { PartlyUndone } from "../../labs/machine/partly-undone.ts";
import type { Left } from "../../labs/undo.ts";
import { BUN_COMMAND } from "../self.ts";
import type { OwnLab } from "./lab.ts";

const INSIDE = join(import.meta.dir, "undo-inside.ts");

/**
 * Undoes a run, whatever is typed meanwhile, and forgets it when nothing is left.
 *
 * @throws {PartlyUndone} when something is left
 */
export async function undoApart({ name, locked }: OwnLab): Promise<void> {
  const left = await undoInProcess(locked.files.journal);
  if (left.length > 0) throw new PartlyUndone(name, left);
  locked.forget();
}

/** Undoes it in a process that the terminal's signals do not reach */
async function undoInProcess(journal: string): Promise<readonly Left[]> {
  for (;;) {
    const running = Bun.spawn([...BUN_COMMAND, INSIDE, journal], {
      env: { ...machineEnvironment(), BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const [output, errors] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    const [begun, left] = output.split("\n");
    // Ctrl-C came before the process had a session of its own
    if (begun === "" && running.signalCode === "SIGINT") continue;
    if (left !== undefined && left !== "") return JSON.parse(left) as readonly Left[]; // our own process said it
    throw new Error(`Cannot undo the lines of ${journal}: ${errors.trim() || running.signalCode}`);
  }
}
