/**
 * `ip address show`
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { listAddresses } from "../../../netlink/addresses/list-addresses.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { type Deed, told } from "../deed.ts";
import { type JsonObject, jsonLine } from "../json.ts";
import { linkJson } from "../link/link-json.ts";
import { LinkNames } from "../link/link-names.ts";
import { briefState, linkText } from "../link/link-text.ts";
import { type LinkView, viewLink } from "../link/link-view.ts";
import { NetworkNames } from "../link/network-names.ts";
import { selectLinks } from "../link/select-links.ts";
import { type LinkSelection, readSelection } from "../link/selection-words.ts";
import { groupNames, scopeNames } from "../names.ts";
import { addressJson } from "./address-json.ts";
import { addressText, briefAddressText } from "./address-text.ts";
import { type AddressView, viewAddress } from "./address-view.ts";

/** A link and its addresses; `null` is one that was not asked for */
type Shown = { readonly link: LinkView; readonly addresses: readonly AddressView[] } | null;

/** Equivalent to: `ip address show $words` */
export function show(given: readonly string[]): Deed {
  const selection = readSelection(given);
  return ({ socket, form }) => {
    const shown = shownOf(socket, selection);
    // One that was not asked for leaves an empty object behind
    if (form === "json") return told(jsonLine(shown.map((one) => (one === null ? {} : shownJson(one)))));
    const networks = new NetworkNames(socket);
    const text = form === "brief" ? briefText : (one: NonNullable<Shown>) => shownText(one, networks);
    return told(shown.map((one) => (one === null ? "" : text(one))).join(""));
  };
}

function shownOf(socket: RouteSocket, selection: LinkSelection): Shown[] {
  const links = selectLinks(socket, selection);
  const only = selection.dev === undefined ? 0 : (links[0]?.message.index ?? 0);
  const names = new LinkNames(
    socket,
    links.map(({ message }) => message),
  );
  const [groups, scopes] = [groupNames(), scopeNames()];
  const addresses = Map.groupBy(listAddresses(socket, { family: FAMILY.any, index: only }), ({ index }) => index);
  return links.map(({ message, isWanted }) => {
    if (!isWanted) return null;
    const own = addresses.get(message.index) ?? [];
    return { link: viewLink(message, names, groups), addresses: own.map((address) => viewAddress(address, scopes)) };
  });
}

function shownJson({ link, addresses }: NonNullable<Shown>): JsonObject {
  return { ...linkJson(link), addr_info: addresses.map(addressJson) };
}

function shownText({ link, addresses }: NonNullable<Shown>, networks: NetworkNames): string {
  return linkText(link, networks) + addresses.map(addressText).join("");
}

function briefText({ link, addresses }: NonNullable<Shown>): string {
  return `${briefState(link)}${addresses.map(briefAddressText).join("")}\n`;
}
