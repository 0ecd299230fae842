/**
 * Facts that only the running host knows, read before a recipe's first step.
 *
 * @module
 */
import { ON_HOST } from "../../resources/entering.ts";
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";

/** An interface of the host */
export interface LiveInterface {
  readonly isBridge: boolean;
  /** Its first IPv4 address; `null` when it has none */
  readonly address: Ipv4Cidr | null;
}

/** The running host */
export interface LiveHost {
  /** Finds an interface by name; `null` when there is none */
  interface(name: string): Promise<LiveInterface | null>;
}

/**
 * Returns the host behind a view of it.
 *
 * Equivalent to: `ip -details address show dev $name`
 */
export function liveHost(look: Look): LiveHost {
  return {
    interface: async (name) =>
      seeIn(look, ON_HOST, (network) => {
        const link = network.link(name);
        if (link === null) return null;
        const own = network.addresses(link.index).find(({ family }) => family === "inet");
        return {
          isBridge: link.kind === "bridge",
          address: own === undefined ? null : parseIpv4Cidr(`${own.local}/${own.prefix}`),
        };
      }),
  };
}
