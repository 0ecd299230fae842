/**
 * `ip link show`
 *
 * @module
 */
import { type Deed, told } from "../deed.ts";
import { jsonLine } from "../json.ts";
import { groupNames } from "../names.ts";
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
    const views = links.map(({ message, isWanted }) => (isWanted ? viewLink(message, names, groups) : null));
    // One that was not asked for leaves an empty object behind
    if (form === "json") return told(jsonLine(views.map((view) => (view === null ? {} : wholeLinkJson(view)))));
    const networks = new NetworkNames(socket);
    const text = form === "brief" ? briefLinkText : (view: LinkView) => wholeLinkText(view, networks);
    return told(views.map((view) => (view === null ? "" : text(view))).join(""));
  };
}
