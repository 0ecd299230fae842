import type { LinkView } from "./link-view.ts";
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

/** A link on a line, as `ip -brief link` tells it */
export function briefLinkText(link: LinkView): string {
  return `${briefState(link)}${link.address === undefined ? "" : `${link.address} `}${flagsText(link)}\n`;
}

/** How `ip -brief address` begins a line about a link, before its addresses */
export function briefState(link: LinkView): string {
  const name = nameText(link);
  // printf(3) fills up with blanks by bytes, not by characters
  return `${name}${" ".repeat(Math.max(0, 16 - Buffer.byteLength(name)))} ${link.state.padEnd(14)} `;
}

function firstLine(link: Omit<LinkView, "mode"> & { readonly mode: string | undefined }): string {
  const { index, mtu, queueing, master, state, mode, group, queueLength } = link;
  return [
    `${index}: ${nameText(link)}: ${flagsText(link)}mtu ${mtu} `,
    queueing === undefined ? "" : `qdisc ${queueing} `,
    master === undefined ? "" : `master ${master} `,
    `state ${state} `,
    mode === undefined ? "" : `mode ${mode} `,
    `group ${group} `,
    queueLength === 0 ? "" : `qlen ${queueLength}`,
  ].join("");
}

function nameText({ name, lower, lowerElsewhere }: Pick<LinkView, "name" | "lower" | "lowerElsewhere">): string {
  if (lower === null) return `${name}@NONE`;
  if (lower !== undefined) return `${name}@${lower.name}`;
  return lowerElsewhere === undefined ? name : `${name}@if${lowerElsewhere}`;
}

function flagsText({ flags, lower }: Pick<LinkView, "flags" | "lower">): string {
  return `<${flags.join(",")}${lower?.isDown === true ? ",M-DOWN" : ""}> `;
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
