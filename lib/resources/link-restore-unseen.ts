/**
 * Lines that restore links of which the former state was not seen: from the words of the line, and placeholders such as
 * "the MTU that A had".
 *
 * @module
 */
import { portOptionOf } from "./bridge-port-settings.ts";
import { type Entering, enteringNamed, ON_HOST } from "./entering.ts";
import { isBridgeOption, isSwitch, RESET_BY_MOVE, wordsOfSetting } from "./link-settings.ts";
import type { LinkTouch } from "./link-touch.ts";
import { type Back, type Knowing, line } from "./resource.ts";

/** Lists the lines that restore the links of a touch, whose former state was not seen */
export function restoreLinkUnseen(touch: LinkTouch, knowing: Knowing): readonly Back[] {
  const { place, which, effect, moves, by } = touch;
  if (!("name" in which) || effect === "resets") return [];
  const [{ name }, { enter }] = [which, place];
  if (effect === "makes") return by === "kernel" ? [] : [line(entered(touch), ["ip", "link", "del", name])];
  if (effect === "removes") {
    const whole = { was: `what ${name} was`, shownBy: shown(name), keptBy: `undo_link ${name}` };
    return [line(enter, ["ip", "link", "add", whole])];
  }
  const newName = moves?.name ?? name;
  const target = moves?.to.netns ?? null;
  // In its old namespace, another link may have its new name
  const oldName = newName === name ? [] : ["name", name];
  const back =
    moves === null || target === null
      ? []
      : [line(wayInto(enter, target), ["ip", "link", "set", newName, "netns", moves.back, ...oldName])];
  const renamed =
    newName === name || target !== null ? [] : [line(enter, ["ip", "link", "set", "dev", newName, "name", name])];
  const isAlong = by === "kernel" && knowing !== "nothing";
  const settings = touch.settings === "all" || isAlong ? [] : [...touch.settings];
  // A move sets a link down and takes it off its bridge: its state before can only be seen
  const told = settings.filter((one) => target === null || knowing === "nothing" || !(one in RESET_BY_MOVE));
  return [...back, ...renamed, ...told.map((setting) => restoreSetting(setting, touch, name, knowing))];
}

/** Enters the namespace after `netns`; `netns 1` is the host itself */
function wayInto(enter: Entering, netns: string): Entering {
  return netns === "1" ? ON_HOST : enteringNamed(netns, enter);
}

/** The namespace that the line's own words name */
function entered({ place: { enter, netns } }: LinkTouch): Entering {
  return netns === null ? enter : wayInto(enter, netns);
}

function restoreSetting(setting: string, { place, before, after }: LinkTouch, name: string, knowing: Knowing): Back {
  const made = after.settings[setting];
  const was = {
    was: `the ${portOptionOf(setting) ?? setting}`,
    shownBy: shown(name),
    keptBy: `undo_link_setting ${name} ${setting}`,
  };
  const told = before[setting] ?? (made === undefined ? null : opposite(setting, made));
  const value = knowing === "nothing" ? was : (told ?? was);
  return line(place.enter, ["ip", "link", "set", "dev", name, ...wordsOfSetting(setting, value)]);
}

function shown(name: string): string {
  return `ip -d link show ${name}`;
}

/** The other value of a setting with two values; a port that is new to a bridge is assumed to have been on none */
function opposite(setting: string, made: string): string | null {
  if (setting === "master" && made !== "") return "";
  const pairs = isSwitch(setting)
    ? [["0", "1"]]
    : isBridgeOption(setting)
      ? []
      : [
          ["up", "down"],
          ["on", "off"],
        ];
  return pairs.find((pair) => pair.includes(made))?.find((value) => value !== made) ?? null;
}
