/**
 * The runner, from outside: the second Bun, which runs a recipe inside of a sandbox.
 *
 * @module
 */
import { join } from "node:path";

import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import type { Sandbox } from "../hosts/sandbox/open.ts";
import type { Errand } from "./errand.ts";
import { BUN_COMMAND } from "./self.ts";

const INSIDE = join(import.meta.dir, "inside.ts");

/** How a runner ended */
export interface RunnerEnd {
  readonly status: number;
  /** The signal that killed it; `null` when it came to its own end */
  readonly killedBy: string | null;
}

/** A runner that runs */
export interface Runner {
  readonly ended: Promise<RunnerEnd>;
  /** The document that it printed, when it ended; empty when it tells the reader itself */
  document(): Promise<Uint8Array>;
}

/** Starts a runner in a sandbox */
export function startRunner(sandbox: Sandbox, errand: Errand): Runner {
  const running = Bun.spawn(sandbox.enter([...BUN_COMMAND, INSIDE, JSON.stringify(errand)]), {
    env: environment(),
    stdio: ["inherit", errand.telling === "json" ? "pipe" : "inherit", "inherit"],
    // A session of its own: Ctrl-C is for us, who then end the sandbox
    detached: true,
  });
  const printed = running.stdout === undefined ? Promise.resolve(new Uint8Array()) : running.stdout.bytes();
  return {
    ended: running.exited.then((status) => ({ status, killedBy: running.signalCode?.toString() ?? null })),
    document: () => printed,
  };
}

/** The sandbox's environment, and what the reader wants of the output */
function environment(): NodeJS.ProcessEnv {
  const { NO_COLOR } = process.env;
  return { ...SANDBOX_ENVIRONMENT, ...(NO_COLOR === undefined ? {} : { NO_COLOR }) };
}
