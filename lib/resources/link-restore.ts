/**
 * Lines that restore links, with all the settings that were seen.
 *
 * @module
 */
import type { LinkIdentity } from "./identity.ts";
import { comesWithPort, portOptionOf } from "./bridge-port-settings.ts";
import { identityOf, type PlacedLink, type SeenLinks, seeLinksOf } from "./link.ts";
import {
  type LinkSettings,
  NO_ADDRESS,
  RESET_BY_MOVE,
  settingsAnew,
  settingsOf,
  wordsOfSetting,
} from "./link-settings.ts";
import type { LinkTouch } from "./link-touch.ts";
import { restoreLinkUnseen } from "./link-restore-unseen.ts";
import { type Back, line, type Resource } from "./resource.ts";

/** Kinds of links that can be made again from the settings that are seen */
const MADE_AGAIN: ReadonlySet<string | null> = new Set(["bridge", "dummy", "veth"]);

export const LINK: Resource<LinkTouch, SeenLinks> = {
  see: seeLinksOf,
  obstacle({ effect }, { links: [was], peer, isBelow }) {
    if (effect !== "removes" || was === undefined || was === null) return null;
    const { name, kind } = was.link;
    const isLost = isBelow || !MADE_AGAIN.has(kind) || (kind === "veth" && peer === null);
    return isLost ? `a link of the kind of ${name} cannot be made again` : null;
  },
  restore(touch, before, after) {
    if (before.network === null) return [];
    if (touch.effect === "makes") return removeMade(touch, before, after);
    return before.links.flatMap((was, at) => {
      if (was === null) return [];
      const now = after?.links[at] ?? null;
      if (touch.effect === "removes") return now === null ? [makeAgain(was, before)] : [];
      if (touch.effect === "resets")
        return now === null ? restoreSettings(was, settingsAnew(was.link), touch, identityOf(was)) : [];
      return after !== null && now === null ? [] : bringBack(was, now, touch, before, after);
    });
  },
  restoreUnseen: restoreLinkUnseen,
};

/** Writes the removal of a new link; one that existed before must stay */
function removeMade({ which }: LinkTouch, before: SeenLinks, after: SeenLinks | null): readonly Back[] {
  if (before.network === null || !("name" in which) || before.links.length > 0) return [];
  const planned = { network: before.network, name: which.name, index: null, mac: null };
  const [made] = after === null ? [planned] : after.links.flatMap((one) => (one === null ? [] : [identityOf(one)]));
  if (made === undefined) return [];
  const takes = { kind: "link", change: "made", ...made } as const;
  return [line(before.network.enter, ["ip", "link", "delete", "dev", made.name], takes)];
}

/** Makes a link again with its old index, so that earlier identities still match it */
function makeAgain(was: PlacedLink, { peer }: SeenLinks): Back {
  const like = ({ name, index, mac }: LinkIdentity) => [
    "name",
    name,
    "index",
    `${index}`,
    ...(mac === null ? [] : ["address", mac]),
  ];
  const end = peer === null ? [] : ["peer", ...like(identityOf({ ...was, link: peer }))];
  const takes = { kind: "link", change: "removed", ...identityOf(was) } as const;
  const words = [...like(identityOf(was)), "type", was.link.kind ?? "", ...end];
  return line(was.network.enter, ["ip", "link", "add", ...words], takes);
}

/** Moves a link back to its namespace, with its old name and settings */
function bringBack(
  was: PlacedLink,
  now: PlacedLink | null,
  touch: LinkTouch,
  { target, isNameTaken }: SeenLinks,
  after: SeenLinks | null,
): readonly Back[] {
  const { moves } = touch;
  const own = identityOf(was);
  if (moves !== null && moves.to.netns !== null && target === null) return [];
  const planned = moves === null || target === null ? own : { ...own, network: target, name: moves.name };
  const known = now === null ? planned : identityOf(now);
  const settings = now === null ? null : settingsOf(now.link);
  if (known.network.inode === was.network.inode) return restoreSettings(was, settings, touch, known);
  // The kernel refuses a move to a namespace where another link has the name
  if (moves === null || (after === null && isNameTaken)) return [];
  const takes = { kind: "link", change: "made", ...known } as const;
  // In its old namespace, another link may have its new name
  const oldName = known.name === own.name ? [] : ["name", own.name];
  const argv = ["ip", "link", "set", "dev", known.name, "netns", moves.back, ...oldName] as const;
  const moved = { ...settingsOf({ ...was.link, port: null }), ...RESET_BY_MOVE };
  return [line(known.network.enter, argv, takes), ...restoreSettings(was, moved, touch, own)];
}

/**
 * Writes the lines from a link's settings now to those it had.
 *
 * @param now `null` as long as they are unknown
 * @param known its identity now
 */
function restoreSettings(
  was: PlacedLink,
  now: LinkSettings | null,
  touch: LinkTouch,
  known: LinkIdentity,
): readonly Back[] {
  const [old, { name }] = [settingsOf(was.link), was.link];
  const set = (setting: string) => restoreSetting(setting, { old, now, touch, known, name });
  const isGoingDown = old["state"] === "down";
  const rename = line(known.network.enter, ["ip", "link", "set", "dev", known.name, "name", name], {
    kind: "link",
    change: "made",
    ...known,
  });
  return [
    ...(isGoingDown ? set("state") : []),
    ...(known.name === name ? [] : [rename]),
    ...Object.keys(old).flatMap((setting) => (setting === "state" ? [] : set(setting))),
    ...(isGoingDown ? [] : set("state")),
  ];
}

interface Restoring {
  readonly old: LinkSettings;
  readonly now: LinkSettings | null;
  readonly touch: LinkTouch;
  readonly known: LinkIdentity;
  readonly name: string;
}

function restoreSetting(setting: string, { old, now, touch, known, name }: Restoring): readonly Back[] {
  const [was = "", made = null] = [old[setting], now?.[setting]];
  if (!isTouched(setting, touch) || was === made || was === NO_ADDRESS) return [];
  const isPortAgain = portOptionOf(setting) !== null && old["master"] !== now?.["master"] && isTouched("master", touch);
  if (isPortAgain && comesWithPort(setting, was)) return [];
  // A link that goes down does so before it gets its old name
  const called = setting === "state" && was === "down" ? known.name : name;
  // Values that the kernel sets along may change again while the rest is restored, so they are not checked
  const takes = {
    kind: "link setting",
    ...known,
    name: called,
    setting,
    was,
    made: touch.by === "kernel" || isPortAgain ? null : made,
  } as const;
  return [line(known.network.enter, ["ip", "link", "set", "dev", called, ...wordsOfSetting(setting, was)], takes)];
}

/** Reports whether a touch concerns a setting; a link loses its port settings with its bridge */
function isTouched(setting: string, { settings }: LinkTouch): boolean {
  if (settings === "all" || settings.has(setting)) return true;
  return portOptionOf(setting) !== null && settings.has("master");
}
