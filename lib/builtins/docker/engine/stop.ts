/**
 * Stops containers, by signals, and waits for their end.
 *
 * @module
 */
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import type { ContainerId } from "../../../values/name/container-id.ts";
import type { Container, ContainerRecord, ContainerRun } from "./container.ts";
import { ExitFile } from "./streams/exit-file.ts";
import { filesOf, readContainer } from "./store.ts";

const POLL_MILLISECONDS = 2;

/** A signal's name, or the number of a nameless one, such as a real-time signal */
export type Signal = NodeJS.Signals | number;

/**
 * Sends a signal to a container's first process.
 *
 * @throws {DaemonFailure} when it does not run, in Docker's words
 */
export function signalContainer({ id, state }: Container, signal: Signal): void {
  if (state.status === "running" && reached(state.pid, signal)) return;
  throw new DaemonFailure(`Container ${id} is not running`);
}

/** Asks a container to end, and kills it after so many seconds; an ended one is left alone */
export async function stopContainer(container: Container, seconds: number): Promise<void> {
  if (container.state.status !== "running") return;
  reached(container.state.pid, "SIGTERM");
  await exitWithin(container, seconds);
  await killContainer(container);
}

/** Kills a container, even one that is ending, and waits for it; an ended one is left alone */
export async function killContainer({ id }: ContainerRecord): Promise<void> {
  const container = readContainer(id);
  if (container?.state.status !== "running") return;
  reached(container.state.pid, "SIGKILL");
  await awaitExit(container);
}

/**
 * Waits for a container's end and its cleanup; returns its exit status. For a container that never ran, that
 * of its failed start, or 0
 */
export async function awaitExit(container: Container): Promise<number> {
  if (container.state.status === "created") return container.state.exitCode;
  return (await exitWithin(container, Number.POSITIVE_INFINITY)) ?? 0;
}

/** Waits until a container with `--rm` is removed */
export async function awaitRemoval({ id }: ContainerRecord): Promise<void> {
  while (readContainer(id) !== null) await Bun.sleep(POLL_MILLISECONDS);
}

/** Waits so many seconds for the end of a container's run; `null` when it still runs then, is removed, or runs anew */
async function exitWithin({ id, run }: ContainerRecord, seconds: number): Promise<number | null> {
  using file = ExitFile.open(filesOf(id).exit);
  if (file === null || isRunAnew(id, run)) return null;
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const status = file.read();
    if (status !== null || performance.now() >= deadline) return status;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}

function isRunAnew(id: ContainerId, run: ContainerRun | null): boolean {
  const now = readContainer(id);
  return now !== null && now.run?.started !== run?.started;
}

/** Sends a signal; reports whether the process existed, which may end at any moment */
function reached(pid: number | null, signal: Signal): boolean {
  try {
    return pid !== null && process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
