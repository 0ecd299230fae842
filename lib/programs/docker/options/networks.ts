import type { Parameter, Said } from "../../grammar.ts";
import { operand } from "../../grammar-parts.ts";

const NETWORKS: Readonly<Record<string, string>> = {
  none: "a network of its own, with nothing in it but lo: to be wired by hand",
  bridge: "a network of its own, joined by a cable to Docker's bridge: the default",
  host: "none of its own: it sees the host's interfaces, and may open its ports",
  "": "none, bridge, host, container:NAME, or the name of one that was made before",
};

/** The word behind `--net` */
export const NETWORK: Parameter = { ...operand("network", ""), tells };

function tells(text: string): string {
  const [, container] = /^container:(.+)$/s.exec(text) ?? [];
  if (container !== undefined) return `that of the container ${container}: its interfaces, addresses and ports`;
  const known = Object.hasOwn(NETWORKS, text) ? NETWORKS[text] : undefined;
  return known ?? `the one called ${text}, which docker network create has made before`;
}

/** What Docker has the kernel do, by the network */
export function wiring({ network = "bridge" }: Said): string {
  if (network === "host") return "in the host's own network";
  if (network === "none") return "in a network of its own, in which only lo is there";
  if (network.startsWith("container:")) return "in that container's network";
  const bridge = network === "bridge" ? "the bridge" : `the bridge of the network ${network}`;
  return `in a network of its own, whose eth0 is one end of a cable; the other end goes on ${bridge}`;
}

/** For ports of the host, what of it the kernel does */
export function publishing(said: Said): readonly string[] {
  const { network = "bridge", publish } = said;
  const isAll = said["--publish-all"] !== undefined && /^[1t]/i.test(said["publish-all"] ?? "true");
  if ((publish === undefined && !isAll) || /^(?:host|none|container:.*)$/s.test(network)) return [];
  return [
    "sends what comes to the host's port on to the container, by rules of iptables (DNAT, and ACCEPT in FORWARD)",
    "lets a proxy of Docker's listen at the host's port, which passes on what comes there by loopback",
  ];
}
