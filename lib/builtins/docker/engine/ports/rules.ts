/**
 * The iptables rules of published ports, as Docker made them before 1.2.
 *
 * @module
 */
import type { Endpoint, PublishedPort } from "../container.ts";
import { changesOf } from "../network/rule-changes.ts";
import { iptablesRestore } from "../network/tools.ts";

const EVERY_ADDRESS = "0.0.0.0";

/** The rules of one container's ports, by table */
export interface PortRules {
  /** What comes to a port of the host from elsewhere than the bridge goes on to the container */
  readonly nat: readonly string[];
  /** And is let through, whatever other rules say of the rest */
  readonly filter: readonly string[];
}

/** The rules for an endpoint's ports */
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

/** Adds them: those of nat behind others, those of filter above all */
export function insertPortRules({ nat, filter }: PortRules): void {
  const appended = nat.map((rule) => `-A ${rule}`);
  const inserted = filter.map((rule) => `-I ${rule}`);
  iptablesRestore(changesOf("nat", appended) + changesOf("filter", inserted));
}
