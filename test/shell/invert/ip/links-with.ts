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
  const prints: Record<string, string> = { [`${into}ip -details -json address show`]: JSON.stringify([{}, ...all]) };
  for (const family of ["-4", "-6"] as const) {
    const lines = Object.entries(links).flatMap(([name, { routes = {} }]) => routesOver(name, routes[family] ?? ""));
    prints[`${into}ip ${family} -oneline route show table all`] = lines.join("");
  }
  return { prints };
}

/** Routes as they are printed of one link, with that link in them */
function routesOver(name: string, lines: string): readonly string[] {
  const way = /^(?:[a-z]{7,} )?\S+(?: via \S+)?/;
  return lines.split("\n").flatMap((line) => (line === "" ? [] : [`${line.replace(way, `$& dev ${name}`)}\n`]));
}

/** An address of IPv4, as `ip -json` has it */
export function ipv4(address: string): object {
  const [local, length] = address.split("/");
  return { family: "inet", local, prefixlen: Number(length), scope: "global" };
}
