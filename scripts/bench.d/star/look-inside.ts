/**
 * Looks at a star from its host: whether all of it is there.
 *
 *   bun look-inside.ts BRIDGE <FILES
 *
 * Reads a network's file a line; ends with 0 when the star is whole, else with 1, and says what is wrong.
 *
 * @module
 */
import { closeSync, openSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";

import { inNetwork } from "../../../lib/netlink/namespaces.ts";

/** The first packet may be lost while a cable comes up */
const ATTEMPTS = 3;

const [, , bridge = ""] = process.argv;
const networks = readFileSync("/dev/stdin", "utf8").split("\n").filter(Boolean);
const wrong = [...lookAtPorts(), ...lookAtAddresses()];
for (const line of wrong.slice(0, 5)) console.error(line);
process.exit(wrong.length === 0 ? 0 : 1);

/** One port for each container, up */
function lookAtPorts(): readonly string[] {
  const shown = Bun.spawnSync(["ip", "-json", "link", "show", "master", bridge]);
  if (!shown.success) return [shown.stderr.toString().trim()];
  const ports = JSON.parse(shown.stdout.toString() || "[]") as { ifname: string; flags: string[] }[]; // ip-link(8)
  const down = ports.filter(({ flags }) => !flags.includes("UP") || !flags.includes("LOWER_UP"));
  return [
    ...(ports.length === networks.length
      ? []
      : [`${bridge} has ${ports.length} ports for ${networks.length} containers`]),
    ...down.map(({ ifname }) => `${ifname} is down`),
  ];
}

/** One address in each container, on a link that is up, unlike all others; and the last answers the first */
function lookAtAddresses(): readonly string[] {
  const seen = new Map<string, string>();
  const wrong = networks.flatMap((file) => {
    const [address, ...others] = addressesIn(file);
    if (address === undefined || others.length > 0)
      return [`${file} has ${others.length + (address ? 1 : 0)} addresses`];
    const twin = seen.get(address);
    seen.set(address, file);
    return twin === undefined ? [] : [`${file} has the address of ${twin}`];
  });
  const last = [...seen].at(-1)?.[0];
  const first = networks[0];
  if (wrong.length > 0 || last === undefined || first === undefined || networks.length === 1) return wrong;
  return answers(first, last) ? [] : [`${last} doesn't answer ${first}`];
}

/** getifaddrs(3) asks the network of its thread; what has no carrier Bun leaves out */
function addressesIn(file: string): readonly string[] {
  const fd = openSync(file, "r");
  try {
    const links = inNetwork(fd, () => Object.values(networkInterfaces()));
    return links
      .flatMap((link) => link ?? [])
      .flatMap((entry) => (entry.family === "IPv4" && !entry.internal ? [entry.address] : []));
  } finally {
    closeSync(fd);
  }
}

function answers(file: string, address: string): boolean {
  const ping = ["nsenter", `--net=${file}`, "ping", "-n", "-c", "1", "-W", "1", address];
  return Array.from({ length: ATTEMPTS }).some(
    () => Bun.spawnSync(ping, { stdio: ["ignore", "ignore", "ignore"] }).success,
  );
}
