/**
 * The iptables rules of published ports, as Docker made them before 1.2.
 *
 * @module
 */
import type { Endpoint, PublishedPort } from "../container.ts";
import { changesOf } from "../network/rule-changes.ts";
import { iptablesRestore } from "../network/tools.ts";

const EVERY_ADDRESS = "0.0.0.0";

/** The rules for one container's ports, by table */
export interface PortRules {
  /** Rules that redirect packets to a port of the host, unless they come from the bridge, to the container */
  readonly nat: readonly string[];
  /** Rules that accept those packets, whatever other rules do */
  readonly filter: readonly string[];
}

/** Returns the rules for an endpoint's ports */
export function portRules({ bridge, address, published }: Endpoint): PortRules {
  const of = ({ exposed: { port, protocol }, ...host }: PublishedPort) => {
    const destination = host.address === EVERY_ADDRESS ? "" : ` -d ${host.address}`;
    return {
      nat: `DOCKER${destination} ! -i ${bridge} -p ${protocol} --dport ${host.hostPort} -j DNAT --to-destination ${address}:${port}`,
      filter: `FORWARD -d ${address} ! -i ${bridge} -o ${bridge} -p ${protocol} --dport ${port} -j ACCEPT`,
    };
  };
  const rules = published.map(of);
  return { nat: rules.map(({ nat }) => nat), filter: [...new Set(rules.map(({ filter }) => filter))] };
}

/** Adds the rules: those in nat at the end, those in filter at the top */
export function insertPortRules({ nat, filter }: PortRules): void {
  const appended = nat.map((rule) => `-A ${rule}`);
  const inserted = filter.map((rule) => `-I ${rule}`);
  iptablesRestore(changesOf("nat", appended) + changesOf("filter", inserted));
}
