/**
 * A link that may be moved to another network, and renamed.
 *
 * @module
 */
import type { LinkIdentity } from "../identity.ts";
import type { Look } from "../look.ts";
import { networkBehind } from "../network.ts";
import { isSameLink, type LinkState, networkNamed, seeLink, type ShownState } from "./link-state.ts";

/** A link where it is, and what is where it is to be */
export interface Move {
  readonly here: LinkState | null;
  readonly there: LinkState | null;
  /** As it will be known there: `null` when there is no such network */
  readonly planned: LinkIdentity | null;
  /** The bridge that it is put on */
  readonly master: ShownState | null;
}

/** Where it is, and where it is to be */
export interface Way {
  readonly enter: readonly string[];
  readonly netns: string | null;
  readonly name: string;
  readonly newName: string;
}

/** Looks at both places */
export async function seeMove(look: Look, { enter, netns, name, newName }: Way): Promise<Omit<Move, "master">> {
  const target = netns === null ? enter : await networkNamed(look, netns);
  const here = await seeLink(look, enter, name);
  const network = await networkBehind(look, target);
  return {
    here,
    there: target === enter && newName === name ? here : await seeLink(look, target, newName),
    planned: network === null || here === null ? null : { ...here.identity, network, name: newName },
  };
}

/** What a link is like that has come from another network: Linux, net/core/dev.c, dev_change_net_namespace() */
export function moved(link: LinkState): LinkState {
  return { ...link, settings: { ...link.settings, state: "down", master: "" }, addresses: [], routes: [] };
}

/** What was found, if it is the same */
export function sameAs(found: LinkState | null, { identity }: LinkState): LinkState | null {
  if (found === null) return null;
  return isSameLink(found.identity, identity) ? found : null;
}

/** By what `ip link set … netns` finds the network that these words enter: its name, or a process id */
export function networkBack(enter: readonly string[]): string | null {
  if (enter.length === 0) return "1";
  const line = enter.join(" ");
  const entry = /^ip netns exec (\S+)$/.exec(line)?.[1];
  if (entry !== undefined) return entry;
  const process = /^nsenter (?:--net=\/proc\/(\d+)\/ns\/net|(?:-t|--target[= ]) ?(\d+) (?:-n|--net))$/.exec(line);
  return process?.[1] ?? process?.[2] ?? /^nsenter --net=\/(?:var\/)?run\/netns\/(\S+)$/.exec(line)?.[1] ?? null;
}
