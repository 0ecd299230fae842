/**
 * Starts programs that keep running after their line.
 *
 * @module
 */
import { closeSync, readFileSync } from "node:fs";

import type { Subprocess } from "bun";

import { NOTHING, type Outcome } from "./outcome.ts";

/** The time that a program has to report that it works */
const PATIENCE_SECONDS = 10;
const POLL_MILLISECONDS = 5;

/** A shell's exit status for a program that isn't there; timeout(1)'s for one that took too long */
const NOT_FOUND = 127;
const TIMED_OUT = 124;

/** A program to keep running, and the text by which it reports that it works */
export interface Staying {
  /** The command, without sudo when that is not needed */
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** The open descriptor of its output, closed when this returns */
  readonly output: number;
  readonly says: string;
}

/**
 * Starts a program in a session of its own, so that it outlives this process, and waits until it has printed
 * something.
 *
 * Equivalent to: `$program >file 2>&1 &`, whose shell prints the same: the job's number, and the process id
 *
 * @returns the exit status of a program that ended early, or 1; 124 for one that is silent for ten seconds,
 * which is then ended
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

/** Returns the process id that such a line has printed; `null` when it has started none */
export function jobIn(stdout: string): number | null {
  const [, pid] = /^\[1\] (\d+)$/m.exec(stdout) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** Formats bash's report of a job; each line has a shell of its own */
function jobLine(pid: number): string {
  return `[1] ${pid}\n`;
}

/** Starts a program; `null` when there is none */
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
