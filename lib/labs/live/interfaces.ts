/**
 * The interfaces of a network namespace, as the kernel shows them.
 *
 * @module
 */
import type { Entering } from "../../resources/entering.ts";
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";

/** An interface */
export interface LiveInterface {
  readonly name: string;
  /** `veth`, `bridge`…; for an interface without a kind, its link type: `loopback` */
  readonly kind: string;
  /** The operational state: `up`, `down`, or `unknown` where the driver reports none */
  readonly state: string;
  /** The addresses with their prefix lengths */
  readonly addresses: readonly string[];
  /** The bridge that it is a port of; `null` for none */
  readonly master: string | null;
}

/**
 * Reads the interfaces of a network namespace; empty when it can't be entered.
 *
 * Equivalent to: `ip -details address show`
 *
 * @param inside what enters it
 */
export function interfacesOf(look: Look, inside: Entering): readonly LiveInterface[] {
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
