import { join } from "node:path";

import { machineEnvironment, RUN, runMark } from "../../hosts/machine/environment.ts";
import { CALLER } from "../run/job.ts";
import { SHELL_ON_HOST } from "../terminal/own-terminal.ts";
import { endOf, type RunnerEnd } from "../run/runner.ts";
import type { RunRequest } from "../options/run-request.ts";
import { BUN_COMMAND } from "../self.ts";
import type { Stopped } from "../run/signals.ts";
import { answering } from "../step/answer-runner.ts";
import type { MachineJob } from "./job.ts";
import type { OwnLab } from "./lab.ts";

const INSIDE = join(import.meta.dir, "inside.ts");

/**
 * Makes the runner die with this process, however that is killed: otherwise nobody would undo what it goes on
 * to do
 */
const MORTAL = ["setpriv", "--pdeathsig", "KILL"] as const;

/** The end of a runner, or of a stepped run that the user quit */
export interface MachineRunnerEnd extends RunnerEnd {
  readonly wish: "quit" | null;
}

/** Runs a recipe on this machine in a process of its own, which a signal ends; the journal holds what it did */
export async function runMachineRunner(
  { file, typed, telling, pace, keep, lab }: RunRequest,
  { name, locked }: OwnLab,
  { signal }: Stopped,
): Promise<MachineRunnerEnd> {
  const { folder, journal, report } = locked.files;
  const job: MachineJob = { name, lab, journal, report, file, typed, telling, pace, keep };
  const { NO_COLOR } = process.env;
  const running = Bun.spawn([...MORTAL, ...BUN_COMMAND, INSIDE, JSON.stringify(job)], {
    env: {
      ...machineEnvironment(),
      [RUN]: runMark(folder),
      BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0",
      ...(NO_COLOR === undefined ? {} : { NO_COLOR }),
    },
    stdio: ["ignore", telling === "json" ? "pipe" : "inherit", "pipe", "pipe"],
    // A session of its own: Ctrl-C reaches only this process, which then ends the runner and all its children
    detached: true,
  });
  void signal.then(() => endGroup(running.pid));
  const ended = endOf(running);
  const shell = {
    argv: [...SHELL_ON_HOST],
    environment: { ...machineEnvironment(), PS1: `${name}:\\w\\$ ` },
    reads: "mended for the host",
  } as const;
  const met = await answering({ pace, channel: running.stdio[CALLER] ?? -1, shell }, ended);
  if (met !== "quit") return { ...met, wish: null };
  endGroup(running.pid);
  return { ...(await ended), wish: "quit" };
}

/** Ends the runner's process group; its id is safe until the runner is reaped */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
