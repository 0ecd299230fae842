/**
 * The runner, from outside: the second Bun, which runs a recipe inside of a throw-away host.
 *
 * @module
 */
import type { Subprocess } from "bun";
import { join } from "node:path";

import { HOST_ENVIRONMENT } from "../hosts/environment.ts";
import type { OpenHost } from "../hosts/open-host.ts";
import { firstChild } from "../netlink/first-child.ts";
import { CALLER, type Errand } from "./errand.ts";
import { BUN_COMMAND } from "./self.ts";
import type { Stopped } from "./signals.ts";

const INSIDE = join(import.meta.dir, "inside.ts");

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
  { signal }: Stopped,
  onStop: "goes on" | "ends",
): Runner {
  const running = Bun.spawn(host.enter([...BUN_COMMAND, INSIDE, JSON.stringify(errand)]), {
    env: environment(),
    // The last one tells it when we have ended, and what we answer
    stdio: ["inherit", errand.telling === "json" ? "pipe" : "inherit", "pipe", "pipe"],
    // A session of its own: Ctrl-C is for us, who then end the sandbox
    detached: true,
  });
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
