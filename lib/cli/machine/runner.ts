import { join } from "node:path";

import { machineEnvironment, RUN_JOURNAL } from "../../hosts/machine/environment.ts";
import type { RunnerEnd } from "../runner.ts";
import type { RunRequest } from "../run-request.ts";
import { BUN_COMMAND } from "../self.ts";
import type { Stopped } from "../signals.ts";
import type { MachineErrand } from "./errand.ts";
import type { OwnLab } from "./lab.ts";

const INSIDE = join(import.meta.dir, "inside.ts");

/** Dies with this process, whatever kills that: then nobody would take back what it goes on to do */
const MORTAL = ["setpriv", "--pdeathsig", "KILL"] as const;

/** Runs a recipe on this machine in a process of its own, which a signal ends; what it did is in the journal */
export async function runMachineRunner(
  { file, typed, telling, keep, lab }: RunRequest,
  { name, locked }: OwnLab,
  { signal }: Stopped,
): Promise<RunnerEnd> {
  const { journal, report } = locked.files;
  const errand: MachineErrand = { name, lab, journal, report, file, typed, telling, keep };
  const { NO_COLOR } = process.env;
  const running = Bun.spawn([...MORTAL, ...BUN_COMMAND, INSIDE, JSON.stringify(errand)], {
    env: {
      ...machineEnvironment(),
      [RUN_JOURNAL]: journal,
      BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0",
      ...(NO_COLOR === undefined ? {} : { NO_COLOR }),
    },
    stdio: ["ignore", telling === "json" ? "pipe" : "inherit", "pipe"],
    // A session of its own: Ctrl-C is for us, who then end it with all that it has started
    detached: true,
  });
  void signal.then(() => endGroup(running.pid));
  const [output, errors, status] = await Promise.all([
    running.stdout?.bytes() ?? new Uint8Array(),
    running.stderr.text(),
    running.exited,
  ]);
  return { status, killedBy: running.signalCode?.toString() ?? null, output, errors };
}

/** The group is the runner's as long as we have not collected it */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
