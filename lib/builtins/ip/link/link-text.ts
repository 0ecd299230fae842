import type { LinkView, Lower } from "./link-view.ts";
import type { NetworkNames } from "./network-names.ts";

/** The lines about a link that `ip address` and `ip link` share */
export function linkText(link: LinkView, networks: NetworkNames): string {
  return `${firstLine({ ...link, mode: undefined })}\n${hardwareLine(link, networks)}${alternatives(link)}\n`;
}

/** The lines about a link of `ip link`, which tells a little more */
export function wholeLinkText(link: LinkView, networks: NetworkNames): string {
  const alias = link.alias === undefined ? "" : `\n    alias ${link.alias}`;
  return `${firstLine(link)}\n${hardwareLine(link, networks)}${alias}${alternatives(link)}\n`;
}

function firstLine(link: Omit<LinkView, "mode"> & { readonly mode: string | undefined }): string {
  const { index, name, lower, flags, mtu, queueing, master, state, mode, group, queueLength } = link;
  const isOnDown = lower !== undefined && lower !== null && "isDown" in lower && lower.isDown;
  return [
    `${index}: ${name}${lowerText(lower)}: <${flags.join(",")}${isOnDown ? ",M-DOWN" : ""}> mtu ${mtu} `,
    queueing === undefined ? "" : `qdisc ${queueing} `,
    master === undefined ? "" : `master ${master} `,
    `state ${state} `,
    mode === undefined ? "" : `mode ${mode} `,
    `group ${group} `,
    queueLength === 0 ? "" : `qlen ${queueLength}`,
  ].join("");
}

function lowerText(lower: Lower | null | undefined): string {
  if (lower === undefined) return "";
  if (lower === null) return "@NONE";
  return "name" in lower ? `@${lower.name}` : `@if${lower.index}`;
}

function hardwareLine(link: LinkView, networks: NetworkNames): string {
  const { hardware, address = "", broadcast, isPointToPoint, permanentAddress, network } = link;
  return [
    `    link/${hardware} ${address}`,
    broadcast === undefined ? "" : ` ${isPointToPoint ? "peer" : "brd"} ${broadcast}`,
    permanentAddress === undefined ? "" : ` permaddr ${permanentAddress}`,
    network === undefined ? "" : networkText(network, networks),
  ].join("");
}

function networkText(network: number, networks: NetworkNames): string {
  if (network < 0) return " link-netnsid unknown";
  const name = networks.of(network);
  return name === null ? ` link-netnsid ${network}` : ` link-netns ${name}`;
}

function alternatives({ alternativeNames = [] }: LinkView): string {
  return alternativeNames.map((name) => `\n    altname ${name}`).join("");
}
