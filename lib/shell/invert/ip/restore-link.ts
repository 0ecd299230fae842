/**
 * From a link as it is to the same as it was.
 *
 * @module
 */
import type { LinkIdentity } from "../identity.ts";
import type { InverseStep } from "../inversion.ts";
import { beyond, times } from "../listings.ts";
import { step } from "../undo-steps.ts";
import { wordsOf } from "./link-settings.ts";
import type { LinkState } from "./link-state.ts";

/** A link before a command, and after it */
export interface Restored {
  readonly before: LinkState;
  /** `null` as long as the command has not run */
  readonly after: LinkState | null;
  /** How it is known after the command */
  readonly now: LinkIdentity;
  /** Settings, and `addresses` and `routes`, that the command may change */
  readonly mayChange: ReadonlySet<string>;
}

/** Steps that put settings, addresses and routes back, in the order of running */
export function restoreLink(restored: Restored): readonly InverseStep[] {
  const { before } = restored;
  const isGoingDown = before.settings["state"] === "down";
  const names = Object.keys(before.settings).filter((name) => name !== "state");
  return [
    ...(isGoingDown ? restoreSetting(restored, "state") : []),
    ...restoreName(restored),
    ...names.flatMap((name) => restoreSetting(restored, name)),
    ...(isGoingDown ? [] : restoreSetting(restored, "state")),
    ...restoreAddresses(restored),
    ...restoreRoutes(restored),
  ];
}

function restoreName({ before, now }: Restored): readonly InverseStep[] {
  const { network, name } = now;
  if (name === before.identity.name) return [];
  const takes = { kind: "link", change: "made", ...now } as const;
  return [step(network.enter, ["ip", "link", "set", "dev", name, "name", before.identity.name], takes)];
}

function restoreSetting({ before, after, now, mayChange }: Restored, setting: string): readonly InverseStep[] {
  const was = before.settings[setting] ?? "";
  const made = after?.settings[setting] ?? null;
  if (!mayChange.has(setting) || was === made) return [];
  // A link that goes down does so before it gets its old name
  const name = setting === "state" && was === "down" ? now.name : before.identity.name;
  const takes = { kind: "link setting", ...now, name, setting, was, made } as const;
  return [step(now.network.enter, ["ip", "link", "set", "dev", name, ...wordsOf(setting, was)], takes)];
}

/** Those that it was given, and those that it has lost, in their old order */
function restoreAddresses({ before, after, now, mayChange }: Restored): readonly InverseStep[] {
  if (!mayChange.has("addresses")) return [];
  const link = { ...now, name: before.identity.name };
  const lost = after === null ? before.addresses : beyond(before.addresses, after.addresses);
  const given = after === null ? [] : beyond(after.addresses, before.addresses);
  return [
    ...given.map((line) => addressStep(link, { verb: "del", line, times: times(line, before.addresses) })),
    ...lost.map((line) => addressStep(link, { verb: "add", line, times: times(line, before.addresses) })),
  ];
}

interface AddressChange {
  readonly verb: "add" | "del";
  readonly line: string;
  /** How often it was there before */
  readonly times: number;
}

function addressStep(link: LinkIdentity, { verb, line, times }: AddressChange): InverseStep {
  const { network, name } = link;
  // Of one that is there, these words are enough
  const words = verb === "add" ? line : line.replace(/ (?:broadcast|scope) .*/, "");
  return step(network.enter, ["ip", "address", verb, ...words.split(" "), "dev", name], {
    kind: "listed",
    listing: "address",
    network,
    list: ["ip", "-details", "-json", "address", "show", "dev", name],
    line,
    before: Array.from({ length: times }, () => line),
    change: verb === "add" ? "removed" : "made",
    link,
    place: null,
  });
}

function restoreRoutes({ before, after, now, mayChange }: Restored): readonly InverseStep[] {
  if (!mayChange.has("routes")) return [];
  const { name } = before.identity;
  const link = { ...now, name };
  const lost = after === null ? before.routes : beyond(before.routes, after.routes);
  // What leads to a gateway comes before what needs it
  const isDirect = (line: string) => !line.includes(" via ");
  return [...lost.filter(isDirect), ...lost.filter((line) => !isDirect(line))].map((line) => {
    const [family = "-4", ...words] = line.split(" ");
    const listed = words.join(" ");
    return step(now.network.enter, ["ip", family, "route", "add", ...words, "dev", name], {
      kind: "listed",
      listing: "route",
      network: now.network,
      list: ["ip", family, "-oneline", "route", "show", "table", "all", "dev", name],
      line: listed,
      before: [listed],
      change: "removed",
      link,
      place: null,
    });
  });
}
