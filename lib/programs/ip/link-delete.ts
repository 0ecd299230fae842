/**
 * `ip link delete`.
 *
 * @module
 */
import { lostAlong, LOST_ENTRIES } from "../../resources/entry-touch.ts";
import type { Touch } from "../../resources/kinds.ts";
import type { LinkSelector, LinkTouch } from "../../resources/link-touch.ts";
import type { Context, Verb } from "../verb.ts";
import { TYPE } from "./link-kinds.ts";
import { LINK_NAME } from "./link-parameters.ts";
import { LINK_WORDS } from "./link-words.ts";
import { performLinkDelete } from "./perform/link-delete.ts";

export const LINK_DELETE: Verb = {
  grammar: {
    operands: [LINK_NAME],
    words: { ...LINK_WORDS, type: TYPE, name: { means: "its name follows", takes: [LINK_NAME] } },
  },
  perform: performLinkDelete,
  touches({ said }, { enter }: Context): readonly Touch[] | string {
    const { link: name } = said;
    if (name === undefined) return "it deletes all links of a group";
    const place = { enter, netns: null };
    const link = (
      effect: LinkTouch["effect"],
      which: LinkSelector,
      settings: LinkTouch["settings"] = "all",
    ): LinkTouch => ({
      kind: "link",
      effect,
      by: effect === "removes" ? "word" : "kernel",
      place,
      which,
      settings,
      said: new Set(),
      before: {},
      after: { kind: null, settings: {} },
      moves: null,
    });
    const lost = (linkOf: LinkSelector) => LOST_ENTRIES.map((of) => lostAlong(place, of, linkOf));
    return [
      link("removes", { name }),
      link("changes", { portsOf: name }, new Set(["master"])),
      link("resets", { name }),
      ...lost({ name }),
      link("resets", { peerOf: name }),
      ...lost({ peerOf: name }),
    ];
  },
  changes: ({ said }) => `deletes ${said["link"]}`,
  kernel: ({ said }) => [
    `deletes ${said["link"]}, with its addresses and routes; a veth's peer is deleted with it, wherever it is`,
  ],
  missing: ({ said }) => (said["link"] === undefined && said["group"] === undefined ? ["the interface"] : []),
};
