/**
 * Starts the runner from outside: a second Bun, which runs a recipe inside a throw-away host.
 *
 * @module
 */
import { closeSync, writeFileSync } from "node:fs";

import type { Subprocess } from "bun";

import { programFile } from "../../bundle/entry-points.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import { firstChild } from "../../netlink/process/first-child.ts";
import { openPipe } from "../../netlink/pipe.ts";
import { CALLER, type Job } from "./job.ts";
import type { Telling } from "../options/run-request.ts";
import { BUN_COMMAND } from "../self.ts";
import type { Stopped } from "./signals.ts";

const INSIDE = programFile("cli/run/inside");

/** A runner's exit status, and its captured output */
export interface RunnerEnd {
  readonly status: number;
  /** The signal that killed it; `null` when it ended by itself */
  readonly killedBy: string | null;
  /** The report in JSON, if that was requested; otherwise empty, as the runner prints to the reader itself */
  readonly output: Uint8Array;
  /** Its error output, not printed at once: the runner also complains when its host ends while it still enters it */
  readonly errors: string;
}

/** A started runner that waits for its job */
export interface WaitingRunner {
  /**
   * Sends the job.
   *
   * @param onStop see {@linkcode startRunner}
   */
  give(job: Job, stopped: Stopped, onStop: "goes on" | "ends"): Runner;
}

/** A working runner */
export interface Runner {
  readonly ended: Promise<RunnerEnd>;
  /** The descriptor of the socket to it */
  readonly channel: number;
}

/**
 * Runs a recipe on a host until the runner ends.
 *
 * @param onStop see {@linkcode startRunner}
 */
export function runRunner(
  host: Pick<OpenHost, "enter">,
  job: Job,
  stopped: Stopped,
  onStop: "goes on" | "ends",
): Promise<RunnerEnd> {
  return startRunner(host, job, stopped, onStop).ended;
}

/**
 * Starts a runner on a host.
 *
 * @param onStop whether a stop ends the runner. When the host ends with the run, the runner must only be
 * killed with the host, whose end would otherwise wait for it
 */
export function startRunner(
  host: Pick<OpenHost, "enter">,
  job: Job,
  stopped: Stopped,
  onStop: "goes on" | "ends",
): Runner {
  return prepareRunner(host, job.telling).give(job, stopped, onStop);
}

/** Starts a runner on a host; it waits for its job */
export function prepareRunner(host: Pick<OpenHost, "enter">, telling: Telling): WaitingRunner {
  const jobs = openPipe();
  const running = Bun.spawn(host.enter([...BUN_COMMAND, INSIDE]), {
    env: environment(),
    // The last descriptor but one shows the runner that we have ended, and carries our answers
    stdio: ["inherit", telling === "json" ? "pipe" : "inherit", "pipe", "pipe", jobs.read],
    // A session of its own: Ctrl-C reaches only this process, which then ends the sandbox
    detached: true,
  });
  closeSync(jobs.read);
  return {
    give(job, stopped, onStop) {
      giveJob(jobs.write, job);
      return runnerOf(running, stopped, onStop);
    },
  };
}

/** Writes the job; if the runner was killed meanwhile, its end shows that */
function giveJob(pipe: number, job: Job): void {
  try {
    writeFileSync(pipe, JSON.stringify(job));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  } finally {
    closeSync(pipe);
  }
}

function runnerOf(
  running: Subprocess<"inherit", "pipe" | "inherit", "pipe">,
  { signal }: Stopped,
  onStop: "goes on" | "ends",
): Runner {
  // When the runner is stopped by a signal (SIGSTOP), nsenter stops itself too, and would never reap it
  void signal.then(() => {
    running.kill("SIGCONT");
    if (onStop === "ends") endChild(running.pid);
  });
  return { ended: endOf(running), channel: running.stdio[CALLER] ?? -1 };
}

/** Waits for a process to end, and collects its output */
export async function endOf(running: Subprocess<"inherit" | "ignore", "pipe" | "inherit", "pipe">): Promise<RunnerEnd> {
  const [output, errors, status] = await Promise.all([
    running.stdout?.bytes() ?? new Uint8Array(),
    running.stderr.text(),
    running.exited,
  ]);
  return { status, killedBy: running.signalCode?.toString() ?? null, output, errors };
}

/** Kills the child that nsenter waits for; nsenter ends with the same status */
function endChild(nsenter: number): void {
  const child = firstChild(nsenter);
  if (child !== null) process.kill(child, "SIGKILL");
}

/** Bun's settings, the same as in the launcher: its cache would be lost with the host */
const KEEPS_NOTHING = { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" };

/** Returns the host's environment, and the reader's wishes about the output */
function environment(): NodeJS.ProcessEnv {
  const { NO_COLOR } = process.env;
  return { ...HOST_ENVIRONMENT, ...KEEPS_NOTHING, ...(NO_COLOR === undefined ? {} : { NO_COLOR }) };
}
