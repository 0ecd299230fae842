/**
 * Settings that are both in `/etc/docker/daemon.json` and among dockerd's options, which it refuses.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { ServiceFailure } from "./service-failure.ts";

const FILE = "/etc/docker/daemon.json";

/** Short spellings of dockerd's options */
const LONG: Readonly<Record<string, string>> = {
  b: "bridge",
  H: "host",
  D: "debug",
  G: "group",
  l: "log-level",
  p: "pidfile",
  s: "storage-driver",
};

/** Options that the file knows by another name: those that may be given several times */
const KEYS: Readonly<Record<string, string>> = {
  "authorization-plugin": "authorization-plugins",
  "default-address-pool": "default-address-pools",
  "default-ulimit": "default-ulimits",
  "dns-opt": "dns-opts",
  "dns-search": "dns-search",
  "exec-opt": "exec-opts",
  host: "hosts",
  "insecure-registry": "insecure-registries",
  label: "labels",
  "log-opt": "log-opts",
  "registry-mirror": "registry-mirrors",
  "storage-opt": "storage-opts",
};

/**
 * Names a setting that is in both places, before dockerd refuses it: moby, `cmd/dockerd` and `daemon/config`,
 * "the following directives are specified both as a flag and in the configuration file".
 *
 * @throws {ServiceFailure} for the first such setting, and for a file that is no JSON object
 */
export function refuseDoubleSettings(options: readonly string[]): void {
  const settings = readSettings();
  for (const word of options) {
    const flag = flagOf(word);
    const key = flag === null ? null : (KEYS[flag] ?? flag);
    if (key !== null && Object.hasOwn(settings, key))
      throw new ServiceFailure(
        `"${key}" is set twice: in ${FILE} to ${JSON.stringify(settings[key])}, and by ${word} in DOCKER_OPTS (/etc/default/docker). Take one of them out`,
      );
  }
}

function flagOf(word: string): string | null {
  const [, long] = /^--([^=]+)/.exec(word) ?? [];
  if (long !== undefined) return long;
  const [, short] = /^-([A-Za-z])/.exec(word) ?? [];
  return short === undefined ? null : (LONG[short] ?? null);
}

function readSettings(): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(FILE, "utf8");
  } catch {
    return {};
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (error) {
    throw new ServiceFailure(`${FILE} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new ServiceFailure(`${FILE} is not a JSON object`);
}
