/**
 * `ip link show`
 *
 * @module
 */
import type { LinkMessage } from "../../../netlink/links/link-message.ts";
import { type Deed, told } from "../deed.ts";
import { jsonLine } from "../json.ts";
import { groupNames } from "../names.ts";
import { linkDetails } from "./details/link-details.ts";
import { wholeLinkJson } from "./link-json.ts";
import { LinkNames } from "./link-names.ts";
import { briefLinkText, wholeLinkText } from "./link-text.ts";
import { type LinkView, viewLink } from "./link-view.ts";
import { NetworkNames } from "./network-names.ts";
import { selectLinks } from "./select-links.ts";
import { readSelection } from "./selection-words.ts";

/** Equivalent to: `ip link show $words` */
export function show(given: readonly string[]): Deed {
  const selection = readSelection(given);
  return ({ socket, form }) => {
    const links = selectLinks(socket, selection);
    const names = new LinkNames(
      socket,
      links.map(({ message }) => message),
    );
    const groups = groupNames();
    const shown = links.map(({ message, isWanted }) =>
      isWanted ? { message, view: viewLink(message, names, groups) } : null,
    );
    if (form === "json" || form === "details") {
      const details = (message: LinkMessage) => (form === "details" ? linkDetails(message, names) : {});
      // One that was not asked for leaves an empty object behind
      return told(jsonLine(shown.map((one) => (one === null ? {} : wholeLinkJson(one.view, details(one.message))))));
    }
    const networks = new NetworkNames(socket);
    const text = form === "brief" ? briefLinkText : (view: LinkView) => wholeLinkText(view, networks);
    return told(shown.map((one) => (one === null ? "" : text(one.view))).join(""));
  };
}
