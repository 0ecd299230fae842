/**
 * The engine's iptables rules, as Docker made them before 1.2.
 *
 * @module
 */
import type { Ipv4Cidr } from "../../../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../../../values/address/ipv4.ts";
import { networkOf } from "../../../../values/address/subnet.ts";
import type { Bridge } from "../daemon.ts";
import { changesOf } from "./rule-changes.ts";
import { iptablesRestore, listRules } from "./tools.ts";

/** The rule for packets that stay on the bridge: accepted, or dropped with `--icc=false` */
function betweenContainers(bridge: string, target: "ACCEPT" | "DROP"): string {
  return `FORWARD -i ${bridge} -o ${bridge} -j ${target}`;
}

/** Packets that leave the bridge's network carry the host's address */
function masquerade(network: Ipv4Cidr): string {
  return `POSTROUTING -s ${network} ! -d ${network} -j MASQUERADE`;
}

/** Rules that send connections to the host's own addresses through the chain of published ports */
const PUBLISHED = [
  "PREROUTING -m addrtype --dst-type LOCAL -j DOCKER",
  "OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER",
] as const;

/**
 * Installs the rules needed before any container: none twice, and none of others' changed.
 *
 * @throws {DockerFailure} when iptables can't
 */
export function installRules(bridge: Bridge, icc: boolean): void {
  const { nat = [], filter = [] } = listRules();
  const [wanted, unwanted] = icc ? (["ACCEPT", "DROP"] as const) : (["DROP", "ACCEPT"] as const);
  const append = (rule: string, present: readonly string[]) => (present.includes(`-A ${rule}`) ? [] : [`-A ${rule}`]);
  const old = betweenContainers(bridge.name, unwanted);
  iptablesRestore(
    [
      "*nat",
      ":DOCKER - [0:0]",
      ...PUBLISHED.flatMap((rule) => append(rule, nat)),
      ...append(masquerade(networkOf(bridge.cidr)), nat),
      "COMMIT",
      "*filter",
      ...(filter.includes(`-A ${old}`) ? [`-D ${old}`] : []),
      ...append(betweenContainers(bridge.name, wanted), filter),
      "COMMIT",
      "",
    ].join("\n"),
  );
}

/** The two ends of a `--link`, and a port that it opens */
export interface LinkPort {
  readonly client: Ipv4;
  readonly server: Ipv4;
  readonly port: number;
  readonly protocol: string;
}

/**
 * Returns the rules that accept a link's packets in both directions, in the order in which Docker inserts
 * them at the top
 */
export function linkRules({ client, server, port, protocol }: LinkPort): readonly [string, string] {
  return [
    `FORWARD -s ${client} -d ${server} -p ${protocol} --dport ${port} -j ACCEPT`,
    `FORWARD -s ${server} -d ${client} -p ${protocol} --sport ${port} -j ACCEPT`,
  ];
}

/** Inserts a link's rules at the top */
export function insertLinkRules(ports: readonly LinkPort[]): void {
  const rules = ports.flatMap(linkRules).map((rule) => `-I ${rule}`);
  iptablesRestore(changesOf("filter", rules));
}

/** Deletes a link's rules, each once; missing ones are ignored */
export function deleteLinkRules(ports: readonly LinkPort[]): void {
  for (const rule of ports.flatMap(linkRules)) Bun.spawnSync(["iptables", "--wait", "-D", ...rule.split(" ")]);
}
