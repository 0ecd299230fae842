/**
 * The interfaces of a network, as they are.
 *
 * @module
 */
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";

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

/**
 * Reads the interfaces of a network; none where nobody can look.
 *
 * Equivalent to: `ip -details address show`
 *
 * @param inside what enters another network than the host's own
 */
export function interfacesOf(look: Look, inside: readonly string[]): readonly LiveInterface[] {
  const interfaces = seeIn(look, inside, (network) =>
    network.links().map(({ index, name, kind, hardware, operational, state: { master } }) => ({
      name,
      kind: kind ?? hardware,
      state: operational,
      addresses: network
        .addresses(index)
        .flatMap(({ family, local, prefix }) => (family === "inet" ? [`${local}/${prefix}`] : [])),
      master: master === "" ? null : master,
    })),
  );
  return interfaces ?? [];
}
