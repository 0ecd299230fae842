import { print, type Surroundings } from "../../../builtin.ts";
import { requireDaemon } from "../../engine/daemon.ts";
import { untagOrRemove } from "../../engine/images/remove-image.ts";
import { lockRecords } from "../../engine/store.ts";
import { DockerFailure } from "../../../../programs/docker/failure.ts";
import { atLeast } from "../../options/word-count.ts";
import { RMI_OPTIONS } from "../../../../programs/docker/options/image-options.ts";
import { dockerCommand } from "../docker-command.ts";

const TABLE = {
  summary: "Remove one or more images",
  options: RMI_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
} as const;

/** Equivalent to: `docker rmi` */
export const rmi = dockerCommand({ ...TABLE, usage: "rmi [OPTIONS] IMAGE [IMAGE...]", run: removeEach });

/** Equivalent to: `docker image rm` */
export const imageRemove = dockerCommand({ ...TABLE, usage: "image rm [OPTIONS] IMAGE [IMAGE...]", run: removeEach });

/**
 * Removes each, and continues after a failure. With `--force` a missing one is reported without failure:
 * docker/cli, `image/remove.go`
 */
async function removeEach(
  { force }: { readonly force: boolean },
  references: readonly string[],
  { output, errors }: Surroundings,
): Promise<number> {
  const failures: string[] = [];
  requireDaemon();
  for (const reference of references) {
    using _lock = await lockRecords();
    try {
      for (const line of untagOrRemove(reference, force ? "by force" : "if nobody needs it")) print(output, line);
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      failures.push(error.message);
    }
  }
  for (const failure of failures) print(errors, failure);
  return failures.some((failure) => !force || !failure.includes("No such image")) ? 1 : 0;
}
