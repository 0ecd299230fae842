/**
 * `ip link add`.
 *
 * @module
 */
import type { Touch } from "../../resources/kinds.ts";
import type { Place } from "../../resources/resource.ts";
import type { Parsed } from "../parse.ts";
import type { Context, Verb } from "../verb.ts";
import { TYPE } from "./link-kinds.ts";
import { bridgeAddress, MADE } from "./link-touches.ts";
import { NEW_LINK } from "./link-parameters.ts";
import { LINK_WORDS } from "./link-words.ts";
import { performLinkAdd } from "./perform/link-add.ts";

/** A link without a name, which the kernel chooses */
const UNNAMED = "a link that the kernel names";

export const LINK_ADD: Verb = {
  grammar: {
    operands: [NEW_LINK],
    words: {
      ...LINK_WORDS,
      type: TYPE,
      dev: { means: "its name follows", takes: [NEW_LINK] },
      name: { means: "its name follows", takes: [NEW_LINK] },
    },
  },
  perform: performLinkAdd,
  touches(parsed, { enter }: Context): readonly Touch[] | string {
    const { link: name, netns = null, kind = null, master } = parsed.said;
    if (name === undefined) return "it leaves the name to the kernel: write one, with name NAME";
    if (name.includes("%")) return `it leaves a part of the name ${name} to the kernel`;
    const place: Place = { enter, netns };
    const peer = kind === "veth" ? peerOf(parsed) : null;
    return [
      { ...MADE, by: "word", place, which: { name }, after: { kind, settings: {} } },
      // Deleting one end deletes the other, except for a moment while its namespace is being removed
      ...(peer === null
        ? []
        : [{ ...MADE, by: "kernel", ...placeOf(peer, place), after: { kind, settings: {} } } as const]),
      ...(master === undefined ? [] : [bridgeAddress(enter, master)]),
    ];
  },
  changes(parsed) {
    const { link: name = UNNAMED, kind } = parsed.said;
    const peer = peerOf(parsed);
    if (kind !== "veth") return `makes the ${kind ?? "link"} ${name}`;
    return peer === null ? `makes the veth ${name} and its peer` : `makes the veth pair ${name} and ${peer["peer"]}`;
  },
  kernel(parsed) {
    const { link: name = UNNAMED, kind } = parsed.said;
    const { peer = UNNAMED, netns } = peerOf(parsed) ?? {};
    if (kind !== "veth") return [`makes the interface ${name}, which is down and has no address`];
    const where = netns === undefined ? "" : ` in ${netns}`;
    return [`makes two interfaces, ${name} and ${peer}${where}, each other's peer; both are down and have no address`];
  },
  missing: ({ said }) => [
    ...(said["kind"] === undefined && said["link"] === undefined ? ["the new interface"] : []),
    ...(said["kind"] === undefined ? ["type, and the kind of interface"] : []),
  ],
};

/** The words about a veth's other end; `null` when it has no name */
function peerOf({ inner }: Parsed): Parsed["said"] | null {
  const peer = inner?.inner?.said ?? null;
  return peer?.["peer"] === undefined ? null : peer;
}

function placeOf({ peer = "", netns }: Parsed["said"], { enter }: Place) {
  return { place: { enter, netns: netns ?? null }, which: { name: peer } } as const;
}
