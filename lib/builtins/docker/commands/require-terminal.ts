import type { Streams } from "../../builtin.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";

/**
 * Refuses `--interactive --tty` when the input is not a terminal.
 *
 * @throws {DockerFailure} in the words of docker/cli 20.10, `cli/streams/in.go`
 */
export function requireTerminal(
  { interactive, tty }: { readonly interactive: boolean; readonly tty: boolean },
  { window }: Pick<Streams, "window">,
): void {
  if (interactive && tty && window === null) throw new DockerFailure("the input device is not a TTY");
}
