import type { Parameter, Said } from "../../grammar.ts";
import { operand } from "../../grammar-parts.ts";
import { optionsOf } from "./short-table.ts";

const NETWORKS: Readonly<Record<string, string>> = {
  none: "a network namespace with only lo in it, to be wired by hand",
  bridge: "a network namespace with a cable to Docker's bridge: the default",
  host: "the host's network namespace: it sees the host's interfaces, and can open its ports",
  "": "none, bridge, host, container:NAME, or the name of an existing network",
};

/** The operand of `--net` */
export const NETWORK: Parameter = { ...operand("network", ""), tells };

function tells(text: string): string {
  const [, container] = /^container:(.+)$/s.exec(text) ?? [];
  if (container !== undefined)
    return `the network namespace of the container ${container}: its interfaces, addresses and ports`;
  const known = Object.hasOwn(NETWORKS, text) ? NETWORKS[text] : undefined;
  return known ?? `the network ${text}, made with docker network create`;
}

/** Says how Docker has the kernel connect the container, by its network */
export function wiring({ network = "bridge" }: Said): string {
  if (network === "host") return "in the host's network namespace";
  if (network === "none") return "in a network namespace with only lo in it";
  if (network.startsWith("container:")) return "in that container's network namespace";
  const bridge = network === "bridge" ? "the bridge" : `the bridge of the network ${network}`;
  return `in a network namespace whose eth0 is one end of a cable; the other end is a port of ${bridge}`;
}

/** Says what the kernel does for published ports */
export function publishing(said: Said): readonly string[] {
  const { network = "bridge", publish } = said;
  const isAll = said["--publish-all"] !== undefined && /^[1t]/i.test(said["publish-all"] ?? "true");
  if ((publish === undefined && !isAll) || /^(?:host|none|container:.*)$/s.test(network)) return [];
  return [
    "forwards packets from the host's port to the container, by rules of iptables (DNAT, and ACCEPT in FORWARD)",
    "lets Docker's proxy listen on the host's port, for connections over loopback",
  ];
}

/** Options of `docker network connect` */
export const CONNECT_OPTIONS = optionsOf({
  alias: ["one more name for it in this network", "the name", "list"],
  "driver-opt": ["a setting of the network's driver", "NAME=VALUE", "list"],
  "gw-priority": ["decides which network gets the default route", "a number", "integer"],
  ip: ["its address in this network", "an IPv4 address"],
  ip6: ["its address in this network", "an IPv6 address"],
  link: ["lets it reach another container by a name", "the other container, a colon, and the name", "list"],
  "link-local-ip": ["one more address, link-local", "an address", "list"],
});

/** Options of `docker network disconnect` */
export const DISCONNECT_OPTIONS = optionsOf({ "force -f": ["even if it does not answer"] });
