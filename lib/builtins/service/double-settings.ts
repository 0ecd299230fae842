/**
 * Finds settings that are both in `/etc/docker/daemon.json` and among dockerd's options, which dockerd
 * refuses.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { flagsIn } from "../../programs/docker/daemon-flags.ts";
import { KEYS } from "./daemon-keys.ts";
import { ServiceFailure } from "./service-failure.ts";

const FILE = "/etc/docker/daemon.json";

/** The only setting that may be in both places: moby, `skipDuplicates` */
const MERGED = "runtimes";

/**
 * Names a setting that is in both places, before dockerd refuses it: moby, `daemon/config/config.go`, "the
 * following directives are specified both as a flag and in the configuration file".
 *
 * @throws {ServiceFailure} for the first such setting, and for a file that is no JSON object
 */
export function refuseDoubleSettings(options: readonly string[]): void {
  const flags = flagsIn(options);
  const file = fileOf(options);
  const settings = readSettings(file);
  for (const { name, word } of flags) {
    const key = KEYS[name] ?? name;
    if (key !== MERGED && Object.hasOwn(settings, key))
      throw new ServiceFailure(
        `"${key}" is set twice: in ${file} to ${JSON.stringify(settings[key])}, and by ${word} in DOCKER_OPTS (/etc/default/docker)`,
      );
  }
}

/** Reports whether containers keep running while the daemon is stopped: `--live-restore` */
export function keepsContainers(options: readonly string[]): boolean {
  const flag = flagsIn(options).findLast(({ name }) => name === "live-restore");
  if (flag !== undefined) return flag.value !== "false";
  return readSettings(fileOf(options))["live-restore"] === true;
}

function fileOf(options: readonly string[]): string {
  return flagsIn(options).findLast(({ name }) => name === "config-file")?.value ?? FILE;
}

function readSettings(file: string): Readonly<Record<string, unknown>> {
  const text = contentOf(file).trim();
  // Newer versions accept an empty file, and 20.10 reports it itself
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (error) {
    throw new ServiceFailure(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new ServiceFailure(`${file} is not a JSON object`);
}

/** Reads a file; empty when it doesn't exist */
function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
