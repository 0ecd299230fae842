/**
 * Links of a network, as `ip` prints them.
 */
import type { Host } from "../host-with.ts";

/** A link, by its name, as far as it is another than {@linkcode PLAIN} */
export interface Told {
  readonly [setting: string]: unknown;
  readonly routes?: Readonly<Partial<Record<"-4" | "-6", string>>>;
}

/** A device that is down, and has nothing */
const PLAIN = { ifindex: 7, flags: ["BROADCAST", "MULTICAST"], mtu: 1500, txqlen: 1000, address: "02:00:00:00:00:07" };

/** A network with these links */
export function linksWith(links: Readonly<Record<string, Told>>, enter = ""): Host {
  const into = enter === "" ? "" : `${enter} `;
  const all = Object.entries(links).map(([ifname, { routes: _routes, ...told }]) => ({
    ifname,
    addr_info: [],
    ...PLAIN,
    ...told,
  }));
  const prints: Record<string, string> = {
    [`${into}ip -json link show`]: JSON.stringify(all),
    [`${into}ip -details -json link show`]: JSON.stringify([{}, ...all]),
  };
  for (const link of all)
    prints[`${into}ip -details -json address show dev ${link.ifname}`] = JSON.stringify([{}, link]);
  for (const [name, { routes = {} }] of Object.entries(links))
    for (const [family, lines] of Object.entries(routes))
      prints[`${into}ip ${family} -oneline route show table all dev ${name}`] = lines;
  return { prints };
}

/** An address of IPv4, as `ip -json` has it */
export function ipv4(address: string): object {
  const [local, length] = address.split("/");
  return { family: "inet", local, prefixlen: Number(length), scope: "global" };
}
