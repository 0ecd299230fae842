import { print, type Surroundings } from "../../builtin.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { DaemonFailure, DockerFailure } from "../../../programs/docker/failure.ts";

/** The result of acting on several containers */
interface Outcome {
  /** Their names as typed */
  readonly failed: readonly string[];
  /** 1 when one of them failed */
  readonly exitCode: number;
}

/** Acts on each container, prints its name, and continues after a failure */
export async function forEachContainer(
  references: readonly string[],
  { output, errors }: Surroundings,
  act: (reference: string) => Promise<void>,
): Promise<Outcome> {
  const failed: string[] = [];
  let exitCode = 0;
  for (const reference of references) {
    try {
      requireDaemon();
      await act(reference);
      print(output, reference);
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      print(errors, error.message);
      failed.push(reference);
      if (error.exitCode !== 0) exitCode = 1;
    }
  }
  return { failed, exitCode };
}

/**
 * Acts, and prefixes a failure with the daemon's words.
 *
 * @throws {DaemonFailure}
 */
export async function answering(words: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw error instanceof DaemonFailure ? new DaemonFailure(`${words}: ${error.reason}`) : error;
  }
}
