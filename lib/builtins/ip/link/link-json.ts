import type { JsonObject } from "../json.ts";
import type { LinkView } from "./link-view.ts";

/** A link as `ip -json address` tells it, without its addresses */
export function linkJson(link: LinkView): JsonObject {
  return { ...wholeLinkJson(link), linkmode: undefined, ifalias: undefined };
}

/** A link as `ip -details -json address` tells it, without its addresses */
export function detailedLinkJson(link: LinkView, details: JsonObject): JsonObject {
  return { ...wholeLinkJson(link, details), linkmode: undefined, inet6_addr_gen_mode: undefined };
}

/** A link as `ip -json link` tells it, which is a little more, or with what `ip -details -json link` has beside that */
export function wholeLinkJson(link: LinkView, details: JsonObject = {}): JsonObject {
  const { lower, flags, queueLength, broadcast, isPointToPoint } = link;
  return {
    ifindex: link.index,
    link_index: link.lowerElsewhere,
    link: lower === null ? null : lower?.name,
    ifname: link.name,
    flags: lower?.isDown === true ? [...flags, "M-DOWN"] : flags,
    mtu: link.mtu,
    qdisc: link.queueing,
    master: link.master,
    operstate: link.state,
    linkmode: link.mode,
    group: link.group,
    txqlen: queueLength === 0 ? undefined : queueLength,
    link_type: link.hardware,
    address: link.address,
    link_pointtopoint: broadcast !== undefined && isPointToPoint ? true : undefined,
    broadcast,
    permaddr: link.permanentAddress,
    link_netnsid: link.network,
    ...details,
    ifalias: link.alias,
    altnames: link.alternativeNames,
  };
}
