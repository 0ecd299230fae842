/**
 * The end of a container: asked for, enforced, waited for.
 *
 * @module
 */
import { DaemonFailure } from "../failure.ts";
import type { Container, ContainerRecord } from "./container.ts";
import { ExitFile } from "./streams/exit-file.ts";
import { filesOf, readContainer } from "./store.ts";

const POLL_MILLISECONDS = 2;

/** By its name, or the number of one that has none, as those for real time */
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

/** Asks a container to end, and makes it end when it has not after that many seconds; one that has ended is left alone */
export async function stopContainer(container: Container, seconds: number): Promise<void> {
  if (container.state.status !== "running") return;
  reached(container.state.pid, "SIGTERM");
  await exitWithin(container, seconds);
  await killContainer(container);
}

/** Ends a container, however far that is already, and waits for it; one that has ended is left alone */
export async function killContainer({ id }: ContainerRecord): Promise<void> {
  const container = readContainer(id);
  if (container?.state.status !== "running") return;
  reached(container.state.pid, "SIGKILL");
  await awaitExit(container);
}

/** Waits for a container's end, and for all that was taken back with it; its exit status, of one that never ran that of its failed start, or 0 */
export async function awaitExit(container: Container): Promise<number> {
  if (container.state.status === "created") return container.state.exitCode;
  return (await exitWithin(container, Number.POSITIVE_INFINITY)) ?? 0;
}

/** Waits until a container that is removed on exit is */
export async function awaitRemoval({ id }: ContainerRecord): Promise<void> {
  while (readContainer(id) !== null) await Bun.sleep(POLL_MILLISECONDS);
}

/** Waits that many seconds for a container's end; `null` when it still runs then, or is removed */
async function exitWithin({ id }: ContainerRecord, seconds: number): Promise<number | null> {
  using file = ExitFile.open(filesOf(id).exit);
  if (file === null) return null;
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const status = file.read();
    if (status !== null || performance.now() >= deadline) return status;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}

/** Whether a signal found its process, which may end at any moment */
function reached(pid: number | null, signal: Signal): boolean {
  try {
    return pid !== null && process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
