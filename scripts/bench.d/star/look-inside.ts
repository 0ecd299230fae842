/**
 * Checks from inside a host that a star is complete.
 *
 *   bun look-inside.ts BRIDGE <FILES
 *
 * Reads a network's file per line; ends with 0 when the star is complete, else with 1 and the faults.
 *
 * @module
 */
import { closeSync, openSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";

import { requestEcho } from "../../../lib/netlink/socket/icmp.ts";
import { linkIndex } from "../../../lib/netlink/links/find-link.ts";
import { IFF } from "../../../lib/netlink/links/interface-flags.ts";
import { IFLA } from "../../../lib/netlink/links/link-message.ts";
import { listLinks } from "../../../lib/netlink/links/list-links.ts";
import { inNetwork } from "../../../lib/netlink/namespaces.ts";
import { textOf } from "../../../lib/netlink/rtnetlink/attribute.ts";
import { Refusal } from "../../../lib/netlink/rtnetlink/refusal.ts";
import { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

/** The first packets may be lost on a new cable, or a busy machine */
const ATTEMPTS = 10;
const PATIENCE = 1000;

const [, , bridge = ""] = process.argv;
const networks = readFileSync("/dev/stdin", "utf8").split("\n").filter(Boolean);
const wrong = [...lookAtPorts(), ...(await lookAtAddresses())];
for (const line of wrong.slice(0, 5)) console.error(line);
process.exit(wrong.length === 0 ? 0 : 1);

/** Requires a port for each container, up */
function lookAtPorts(): readonly string[] {
  const ports = portsOf(bridge);
  if (ports === null) return [`there is no bridge ${bridge}`];
  const down = ports.filter(({ flags }) => (flags & IFF.up) === 0 || (flags & IFF.lowerUp) === 0);
  return [
    ...(ports.length === networks.length
      ? []
      : [`${bridge} has ${ports.length} ports for ${networks.length} containers`]),
    ...down.map(({ attributes }) => `${textOf(attributes.get(IFLA.name) ?? Buffer.alloc(0))} is down`),
  ];
}

/** Lists a bridge's ports; `null` when there is no such link */
function portsOf(name: string) {
  using socket = RouteSocket.open();
  try {
    return listLinks(socket, { master: linkIndex(socket, name) });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * Requires one unique address in each container, on a link that is up, and an answer from the last container
 * to the first
 */
async function lookAtAddresses(): Promise<readonly string[]> {
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
  return (await answers(first, last)) ? [] : [`${last} doesn't answer ${first}`];
}

/** Reads a network's addresses with getifaddrs(3) on this thread; Bun omits interfaces without carrier */
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

async function answers(file: string, address: string): Promise<boolean> {
  const fd = openSync(file, "r");
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
      if ((await requestEcho(fd, parseIpv4(address), PATIENCE)).kind === "reply") return true;
    return false;
  } finally {
    closeSync(fd);
  }
}
