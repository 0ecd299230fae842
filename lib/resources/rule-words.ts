import { printIpPrefix } from "../values/address/ip-notation.ts";
import type { PortRange, SeenRule } from "../netlink/see/rule.ts";

/**
 * Writes a rule in the words of `ip rule add`: `pref 100 from 10.1.1.0/24 lookup 77`.
 *
 * Source: print_rule() of iproute2's ip/iprule.c
 *
 * @returns `null` when it has settings that wirework can't write
 */
export function ruleWords(rule: SeenRule): string | null {
  if (rule.unread !== null) return null;
  const { tos, mark, users, ipProtocol, sourcePorts, destinationPorts, suppressPrefix, table, action, protocol } = rule;
  const optional: Readonly<Record<string, string | number | null>> = {
    to: rule.to === null ? null : printIpPrefix(rule.to),
    tos: tos === 0 ? null : `0x${tos.toString(16).padStart(2, "0")}`,
    fwmark: mark === null ? null : markWords(mark),
    iif: rule.inputLink,
    oif: rule.outputLink,
    uidrange: users === null ? null : `${users.first}-${users.last}`,
    ipproto: ipProtocol,
    sport: portWords(sourcePorts),
    dport: portWords(destinationPorts),
    lookup: table,
    suppress_prefixlength: suppressPrefix,
    realms: rule.realms,
  };
  return [
    `pref ${rule.priority}`,
    ...(rule.isInverted ? ["not"] : []),
    `from ${rule.from === null ? "all" : printIpPrefix(rule.from)}`,
    ...Object.entries(optional).flatMap(([word, value]) => (value === null ? [] : [`${word} ${value}`])),
    ...(action === null ? [] : [action]),
    ...(protocol === null ? [] : [`proto ${protocol}`]),
  ].join(" ");
}

function markWords({ value, mask }: { readonly value: number; readonly mask: number }): string {
  return `0x${value.toString(16)}${mask === 0xffff_ffff ? "" : `/0x${mask.toString(16)}`}`;
}

function portWords(ports: PortRange | null): string | null {
  if (ports === null) return null;
  return ports.first === ports.last ? `${ports.first}` : `${ports.first}-${ports.last}`;
}
