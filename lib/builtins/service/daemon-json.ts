import { flagsIn } from "../../programs/docker/daemon-flags.ts";
import { KEYS } from "./daemon-keys.ts";

/**
 * Formats dockerd's options as its configuration file, `/etc/docker/daemon.json`: moby,
 * `daemon/config/config.go`.
 *
 * @example
 * ```ts
 * import { daemonJson } from "./daemon-json.ts";
 * import { expect } from "bun:test";
 *
 * expect(daemonJson(["-b=bridge0", "--icc=false", "--mtu", "1400", "--dns", "192.0.2.1"])).toBe(
 *   '{"bridge": "bridge0", "icc": false, "mtu": 1400, "dns": ["192.0.2.1"]}',
 * );
 * ```
 */
export function daemonJson(options: readonly string[]): string {
  const settings = new Map<string, unknown[]>();
  for (const { name, value } of flagsIn(options)) {
    const key = KEYS[name] ?? name;
    settings.set(key, [...(settings.get(key) ?? []), valueOf(value)]);
  }
  const members = [...settings].map(([key, values]) => {
    const isList = key === "dns" || Object.values(KEYS).includes(key);
    return `${JSON.stringify(key)}: ${JSON.stringify(isList ? values : values.at(-1))}`;
  });
  return `{${members.join(", ")}}`;
}

/** Parses a value as a switch, a number, or a text */
function valueOf(value: string | null): unknown {
  if (value === null || value === "true") return true;
  if (value === "false") return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}
