/**
 * `--volume`: folders and files of the host, or the engine's own, in a container.
 *
 * @module
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

import { newContainerId } from "../../../values/name/container-id.ts";
import { DaemonFailure } from "../failure.ts";
import { codeOf, goWords } from "../go-words.ts";
import type { RequestedVolume } from "../options/volume.ts";
import type { Volume } from "./container.ts";
import { STATE_FOLDER } from "./store.ts";

const VOLUMES = join(STATE_FOLDER, "volumes");

/** A volume with where it is on the host; one without a name gets one made up */
export function toVolume({ source, target, mode }: RequestedVolume): Volume {
  if (source.kind === "folder") return { ...source, name: null, target, mode };
  const name = source.kind === "named" ? source.name : newContainerId();
  return { kind: source.kind, name, path: join(VOLUMES, name, "_data"), target, mode };
}

/**
 * Makes the folders that aren't there: the host's too, as Docker does.
 *
 * @throws {DaemonFailure} for one that can't be made, in Docker's words
 */
export function makeVolumeFolders(volumes: readonly Volume[]): void {
  for (const { path } of volumes) {
    try {
      if (!isBelowFile(path)) mkdirSync(path, { recursive: true });
    } catch (error) {
      const code = codeOf(error);
      if (code === "EEXIST") continue;
      const reason = `error while creating mount source path '${path}': mkdir ${firstMissing(path)}: ${goWords(code)}`;
      throw new DaemonFailure(reason);
    }
  }
}

/** Of a path that leads through a file there is to be said when it is mounted */
function isBelowFile(path: string): boolean {
  const parent = dirname(path);
  return existsSync(parent) ? !statSync(parent).isDirectory() : parent !== path && isBelowFile(parent);
}

function firstMissing(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? path : firstMissing(parent);
}

/** All that is of volumes that nobody has named */
export function anonymousFolders(volumes: readonly Volume[]): readonly string[] {
  return volumes.filter(({ kind }) => kind === "anonymous").map(({ path }) => dirname(path));
}
