/**
 * `ip address show`
 *
 * @module
 */
import { FAMILY } from "../../../netlink/addresses/address-message.ts";
import { listAddresses } from "../../../netlink/addresses/list-addresses.ts";
import { type Deed, type Situation, told } from "../deed.ts";
import { type JsonObject, jsonLine } from "../json.ts";
import { linkDetails } from "../link/details/link-details.ts";
import { detailedLinkJson, linkJson } from "../link/link-json.ts";
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
type Shown = {
  readonly link: LinkView;
  /** Without being asked for, nothing */
  readonly details: JsonObject | null;
  readonly addresses: readonly AddressView[];
} | null;

/** Equivalent to: `ip address show $words` */
export function show(given: readonly string[]): Deed {
  const selection = readSelection(given);
  return ({ socket, form }) => {
    const shown = shownOf({ socket, form }, selection);
    if (form === "json" || form === "details") {
      // One that was not asked for leaves an empty object behind
      return told(jsonLine(shown.map((one) => (one === null ? {} : shownJson(one)))));
    }
    const networks = new NetworkNames(socket);
    const text = form === "brief" ? briefText : (one: NonNullable<Shown>) => shownText(one, networks);
    return told(shown.map((one) => (one === null ? "" : text(one))).join(""));
  };
}

function shownOf({ socket, form }: Omit<Situation, "family">, selection: LinkSelection): Shown[] {
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
    return {
      link: viewLink(message, names, groups),
      details: form === "details" ? linkDetails(message, names) : null,
      addresses: own.map((address) => viewAddress(address, scopes)),
    };
  });
}

function shownJson({ link, details, addresses }: NonNullable<Shown>): JsonObject {
  const shown = details === null ? linkJson(link) : detailedLinkJson(link, details);
  return { ...shown, addr_info: addresses.map(addressJson) };
}

function shownText({ link, addresses }: NonNullable<Shown>, networks: NetworkNames): string {
  return linkText(link, networks) + addresses.map(addressText).join("");
}

function briefText({ link, addresses }: NonNullable<Shown>): string {
  return `${briefState(link)}${addresses.map(briefAddressText).join("")}\n`;
}
