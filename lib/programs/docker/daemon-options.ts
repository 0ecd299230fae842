/**
 * Options of Docker's daemon, as they stand in `DOCKER_OPTS`.
 *
 * @module
 */

/** By their spellings, the article's own: what each means, before its value */
const OPTIONS: Readonly<Record<string, string>> = {
  "-b": "containers go on this bridge, which Docker does not make itself",
  "--bridge": "containers go on this bridge, which Docker does not make itself",
  "--bip": "docker0 has this address and netmask",
  "--icc": "whether containers reach each other without a link",
  "--ip": "the host's address that published ports are on",
  "--ip-forward": "whether Docker switches the kernel's forwarding on",
  "--iptables": "whether Docker makes rules of iptables",
  "--mtu": "the largest packet on containers' interfaces, in bytes",
  "--dns": "the name server that containers ask",
  "--dns-search": "the domain that containers try a name in",
  "-H": "where the daemon listens to its client",
  "--host": "where the daemon listens to its client",
};

/** The variable of `/etc/default/docker` */
const SETTING = /^DOCKER_OPTS=(["']?)(.*)\1$/s;

/**
 * What a line of `/etc/default/docker` sets; `null` when it is another text.
 *
 * @example
 * ```ts
 * import { daemonSetting } from "./daemon-options.ts";
 * import { expect } from "bun:test";
 *
 * expect(daemonSetting('DOCKER_OPTS="--icc=false"')).toMatch(
 *   /^the line to write: .*--icc=false: /,
 * );
 * expect(daemonSetting("1")).toBeNull();
 * ```
 */
export function daemonSetting(text: string): string | null {
  const words = SETTING.exec(text)?.[2];
  if (words === undefined) return null;
  const told = words
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const name = word.split("=")[0] ?? "";
      const means = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
      return `${word}: ${means ?? (name.startsWith("-") ? "nobody here knows it" : "the value of the one before it")}`;
    });
  return ["the line to write: options of Docker's daemon", ...told].join(". ");
}
