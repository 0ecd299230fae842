/**
 * `--volume`: folders and files of the host, or of the engine, in a container.
 *
 * @module
 */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

import { newContainerId } from "../../../values/name/container-id.ts";
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import { codeOf, goWords } from "../go-words.ts";
import type { RequestedVolume } from "../options/volume.ts";
import type { Volume } from "./container.ts";
import { STATE_FOLDER } from "./store.ts";

const VOLUMES = join(STATE_FOLDER, "volumes");

/** Returns a volume with its path on the host; an anonymous one gets a name */
export function toVolume({ source, target, mode }: RequestedVolume): Volume {
  if (source.kind === "folder") return { ...source, name: null, target, mode };
  const name = source.kind === "named" ? source.name : newContainerId();
  return { kind: source.kind, name, path: join(VOLUMES, name, "_data"), target, mode };
}

/**
 * Creates missing folders, on the host too, as Docker does.
 *
 * @throws {DaemonFailure} for one that can't be created, in Docker's words
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

/** Reports whether a path leads through a file, which is reported at the mount */
function isBelowFile(path: string): boolean {
  const parent = dirname(path);
  return existsSync(parent) ? !statSync(parent).isDirectory() : parent !== path && isBelowFile(parent);
}

function firstMissing(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? path : firstMissing(parent);
}

/** Lists the folders of anonymous volumes */
export function anonymousFolders(volumes: readonly Volume[]): readonly string[] {
  return volumes.filter(({ kind }) => kind === "anonymous").map(({ path }) => dirname(path));
}
