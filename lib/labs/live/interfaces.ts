/**
 * The interfaces of a network, as they are.
 *
 * @module
 */
import type { Look } from "../../resources/look.ts";

/** An interface */
export interface LiveInterface {
  readonly name: string;
  /** `veth`, `bridge`… or, of one that has no kind, what it is: `loopback` */
  readonly kind: string;
  /** Whether it is up: `up`, `down`, or, of one that can't say, `unknown` */
  readonly state: string;
  /** Each with its prefix length */
  readonly addresses: readonly string[];
  /** The bridge that it is bound to; `null` for none */
  readonly master: string | null;
}

/** What is read of ip-address(8) in JSON */
interface Shown {
  readonly ifname: string;
  readonly link_type: string;
  readonly operstate: string;
  readonly master?: string;
  readonly linkinfo?: { readonly info_kind?: string };
  readonly addr_info: readonly { readonly family: string; readonly local: string; readonly prefixlen: number }[];
}

/**
 * Reads the interfaces of a network.
 *
 * Equivalent to: `ip -json -details address show`
 *
 * @param inside what to put before a command line, for another network than the host's own
 */
export async function interfacesOf(look: Look, inside: readonly string[]): Promise<readonly LiveInterface[]> {
  const [program = "ip", ...args] = [...inside, "ip", "-json", "-details", "address", "show"];
  const text = await look.text([program, ...args]);
  if (text === null) return [];
  // iproute2's own format, in which nothing stands for an interface that has just gone
  const shown = (JSON.parse(text) as readonly Partial<Shown>[]).filter((entry): entry is Shown => "ifname" in entry);
  return shown.map(({ ifname, link_type, operstate, master, linkinfo, addr_info }) => ({
    name: ifname,
    kind: linkinfo?.info_kind ?? link_type,
    state: operstate.toLowerCase(),
    addresses: addr_info
      .filter(({ family }) => family === "inet")
      .map(({ local, prefixlen }) => `${local}/${prefixlen}`),
    master: master ?? null,
  }));
}
