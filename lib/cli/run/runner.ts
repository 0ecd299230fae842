/**
 * The runner, from outside: the second Bun, which runs a recipe inside of a throw-away host.
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
import { CALLER, type Errand } from "./errand.ts";
import type { Telling } from "../options/run-request.ts";
import { BUN_COMMAND } from "../self.ts";
import type { Stopped } from "./signals.ts";

const INSIDE = programFile("cli/run/inside");

/** How a runner ended, and what it printed that has not reached the reader */
export interface RunnerEnd {
  readonly status: number;
  /** The signal that killed it; `null` when it came to its own end */
  readonly killedBy: string | null;
  /** The document that it was asked for; otherwise empty, as it tells the reader itself */
  readonly output: Uint8Array;
  /** Why it failed: not said by itself, since it would also complain when its host goes while it still enters */
  readonly errors: string;
}

/** A runner that has started, and waits for its errand */
export interface WaitingRunner {
  /** @param onStop see {@linkcode startRunner} */
  give(errand: Errand, stopped: Stopped, onStop: "goes on" | "ends"): Runner;
}

/** A runner that runs */
export interface Runner {
  readonly ended: Promise<RunnerEnd>;
  /** The descriptor of a socket between it and us */
  readonly channel: number;
}

/**
 * Runs a runner on a host until it ends.
 *
 * @param onStop see {@linkcode startRunner}
 */
export function runRunner(
  host: Pick<OpenHost, "enter">,
  errand: Errand,
  stopped: Stopped,
  onStop: "goes on" | "ends",
): Promise<RunnerEnd> {
  return startRunner(host, errand, stopped, onStop).ended;
}

/**
 * Starts a runner on a host.
 *
 * @param onStop whether it is to be ended when somebody wants an end. Where the host ends with it, it is not to be killed but
 *   with the host, whose end would wait for it
 */
export function startRunner(
  host: Pick<OpenHost, "enter">,
  errand: Errand,
  stopped: Stopped,
  onStop: "goes on" | "ends",
): Runner {
  return prepareRunner(host, errand.telling).give(errand, stopped, onStop);
}

/** Starts a runner on a host, which does nothing until it is given its errand */
export function prepareRunner(host: Pick<OpenHost, "enter">, telling: Telling): WaitingRunner {
  const errands = openPipe();
  const running = Bun.spawn(host.enter([...BUN_COMMAND, INSIDE]), {
    env: environment(),
    // The last but one tells it when we have ended, and what we answer
    stdio: ["inherit", telling === "json" ? "pipe" : "inherit", "pipe", "pipe", errands.read],
    // A session of its own: Ctrl-C is for us, who then end the sandbox
    detached: true,
  });
  closeSync(errands.read);
  return {
    give(errand, stopped, onStop) {
      giveErrand(errands.write, errand);
      return runnerOf(running, stopped, onStop);
    },
  };
}

/** Where it has been killed meanwhile, its end tells */
function giveErrand(pipe: number, errand: Errand): void {
  try {
    writeFileSync(pipe, JSON.stringify(errand));
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
  // Where somebody has stopped the runner, nsenter has stopped itself too, and would never collect it
  void signal.then(() => {
    running.kill("SIGCONT");
    if (onStop === "ends") endChild(running.pid);
  });
  return { ended: endOf(running), channel: running.stdio[CALLER] ?? -1 };
}

/** Waits for the end of one, and takes in what it prints */
export async function endOf(running: Subprocess<"inherit" | "ignore", "pipe" | "inherit", "pipe">): Promise<RunnerEnd> {
  const [output, errors, status] = await Promise.all([
    running.stdout?.bytes() ?? new Uint8Array(),
    running.stderr.text(),
    running.exited,
  ]);
  return { status, killedBy: running.signalCode?.toString() ?? null, output, errors };
}

/** nsenter waits for it, and ends as it does */
function endChild(nsenter: number): void {
  const child = firstChild(nsenter);
  if (child !== null) process.kill(child, "SIGKILL");
}

/** As in the launcher: what Bun keeps would be gone with the host */
const KEEPS_NOTHING = { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" };

/** The host's environment, and what the reader wants of the output */
function environment(): NodeJS.ProcessEnv {
  const { NO_COLOR } = process.env;
  return { ...HOST_ENVIRONMENT, ...KEEPS_NOTHING, ...(NO_COLOR === undefined ? {} : { NO_COLOR }) };
}
