import type { Entering } from "../../resources/entering.ts";
import type { LinkTouch } from "../../resources/link-touch.ts";

const NONE: ReadonlySet<string> = new Set();

/** A new link, with all its settings */
export const MADE = { kind: "link", effect: "makes", settings: "all", said: NONE, before: {}, moves: null } as const;

/** A bridge's hardware address, which follows its ports unless it was set */
export function bridgeAddress(enter: Entering, name: string): LinkTouch {
  return {
    kind: "link",
    effect: "changes",
    by: "kernel",
    place: { enter, netns: null },
    which: { name },
    settings: new Set(["address"]),
    said: NONE,
    before: {},
    after: { kind: null, settings: {} },
    moves: null,
  };
}
