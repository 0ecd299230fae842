/**
 * Programs that stay when the line that started them is done.
 *
 * @module
 */
import { closeSync, readFileSync } from "node:fs";

import type { Subprocess } from "bun";

import { NOTHING, type Outcome } from "./outcome.ts";

/** How long a program may take to say that it has begun */
const PATIENCE_SECONDS = 10;
const POLL_MILLISECONDS = 5;

/** A shell's exit status for a program that isn't there; timeout(1)'s for one that took too long */
const NOT_FOUND = 127;
const TIMED_OUT = 124;

/** A program that is to stay, and how it is known that it does its work */
export interface Staying {
  /** Without sudo, where that is not needed */
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Where all goes that it prints; open, and closed when this returns */
  readonly output: number;
  readonly says: string;
}

/**
 * Starts a program in a session of its own, so that it outlives this process, and waits until it has printed something.
 *
 * Equivalent to: `$program >file 2>&1 &`, whose shell prints the same: the job's number, and the process id
 *
 * @returns of a program that ended before, its exit status, or 1; of one that is silent for ten seconds, 124, and it is ended
 */
export async function startStaying({ argv, environment, output, says }: Staying): Promise<Outcome> {
  const began = performance.now();
  const took = () => performance.now() - began;
  const file = `/proc/self/fd/${output}`;
  try {
    const running = spawn(argv, environment, output);
    if (running === null)
      return { ...NOTHING, exitCode: NOT_FOUND, stderr: `${argv[0]}: command not found\n`, ms: took() };
    while (!readFileSync(file, "utf8").includes(says)) {
      if (hasEnded(running))
        return { ...NOTHING, exitCode: running.exitCode || 1, stderr: readFileSync(file, "utf8"), ms: took() };
      if (took() > PATIENCE_SECONDS * 1000) {
        running.kill("SIGKILL");
        await running.exited;
        const complaint = `it has not said "${says}" after ${PATIENCE_SECONDS} seconds\n`;
        return { ...NOTHING, exitCode: TIMED_OUT, stderr: `${readFileSync(file, "utf8")}${complaint}`, ms: took() };
      }
      await Bun.sleep(POLL_MILLISECONDS);
    }
    return { ...NOTHING, stdout: jobLine(running.pid), ms: took() };
  } finally {
    closeSync(output);
  }
}

/** The process id in what such a line has printed; `null` where it has started none */
export function jobIn(stdout: string): number | null {
  const [, pid] = /^\[1\] (\d+)$/m.exec(stdout) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** As bash tells of a job; each line is a shell of its own */
function jobLine(pid: number): string {
  return `[1] ${pid}\n`;
}

/** `null` when there is no such program */
function spawn(argv: readonly string[], env: NodeJS.ProcessEnv, output: number): Subprocess | null {
  try {
    const running = Bun.spawn([...argv], { env, detached: true, stdio: ["ignore", output, output] });
    running.unref();
    return running;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function hasEnded({ exitCode, signalCode }: Subprocess): boolean {
  return exitCode !== null || signalCode !== null;
}
