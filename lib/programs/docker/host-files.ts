/**
 * Files of the host that a line of `docker` may change, by which it can't be undone.
 *
 * @module
 */
import { optionValues } from "./option-values.ts";

/** A folder of the host that a container may write to: `-v /root:/h`, `--mount type=bind,…`; docker-run(1) */
const BIND = /^(?:-v=?|--volume=?)?\/[^:]*:\S*$|^(?:--mount=?)?\S*type=bind/;

/** A volume that is kept under a name: `-v data:/srv` */
const NAMED_VOLUME = /^[a-zA-Z0-9][\w.-]+:\//;

/** Tells what of the host a new container could change, or leaves there; `null` for nothing */
export function obstacleOfVolumes(words: readonly string[]): string | null {
  const volumes = optionValues(words, ["-v", "--volume"]);
  if (volumes.some((volume) => NAMED_VOLUME.test(volume))) return "a volume with a name stays when its container goes";
  if ([...words, ...volumes].some((word) => BIND.test(word) && !/[:,]ro(?:$|,)|readonly/.test(word)))
    return "a container that has a folder of the host can change what is in it";
  return null;
}

/** Tells what a command writes that prints, or writes into a container, unless it is told to write to the host; `null` for nothing */
export function writesOnHost(command: "cp" | "export" | "save", words: readonly string[]): string | null {
  if (command === "cp") return /^[^/.][^/]*:/.test(words.at(-1) ?? "") ? null : "it writes files of the host";
  return words.some((word) => /^(?:-o|--output)/.test(word)) ? "it writes a file of the host" : null;
}
