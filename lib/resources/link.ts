/**
 * Links, and their identities.
 *
 * @module
 */
import type { SeenLink } from "../netlink/see/link.ts";
import type { SeenNetwork } from "../netlink/see/network.ts";
import { type Entering, enteringNamed, enteringProcess, ON_HOST } from "./entering.ts";
import type { LinkIdentity, Network } from "./identity.ts";
import type { LinkSelector, LinkTouch } from "./link-touch.ts";
import { NO_ADDRESS } from "./link-settings.ts";
import type { Look } from "./look.ts";
import { inodeOfNetwork, networkBehind, seeIn } from "./network.ts";
import type { Place } from "./resource.ts";

/** A link, and its network namespace */
export interface PlacedLink {
  readonly network: Network;
  readonly link: SeenLink;
}

/** The links that a touch concerns, at one moment */
export interface SeenLinks {
  /** The namespace of the touch; `null` when it does not exist */
  readonly network: Network | null;
  /** The namespace that a link is moved to; `null` when none is moved, or it does not exist */
  readonly target: Network | null;
  /** True when the name is taken there, so that the kernel refuses the move */
  readonly isNameTaken: boolean;
  /** The links of the touch; after the command, the same links wherever they are, with `null` for one that is gone */
  readonly links: readonly (PlacedLink | null)[];
  /** The peer of a link that is removed, if it is in the same namespace */
  readonly peer: SeenLink | null;
  /** True when another link is stacked on a link that is removed */
  readonly isBelow: boolean;
}

/** Makes a link's identity: its index in its namespace, its address wherever it moves */
export function identityOf({ network, link }: PlacedLink): LinkIdentity {
  const { address } = link.state;
  const mac = address === "" || address === NO_ADDRESS ? null : address;
  return { network, name: link.name, index: link.index, mac };
}

/** Reports whether two are the same link: the index is fixed within a namespace, the address moves along */
export function isSameLink(one: LinkIdentity, other: LinkIdentity): boolean {
  return one.index === other.index || (one.mac !== null && one.mac === other.mac);
}

/** Sees the links that a touch concerns, or the same ones again */
export async function seeLinksOf(touch: LinkTouch, look: Look, before: SeenLinks | null): Promise<SeenLinks> {
  const [from, to] = [await wayTo(look, touch.place), touch.moves === null ? null : await wayTo(look, touch.moves.to)];
  const [network, target] = [await networkBehind(look, from), to === null ? null : await networkBehind(look, to)];
  const placed = (at: Network | null, link: SeenLink | null) =>
    at === null || link === null ? [] : [{ network: at, link }];
  const named = (enter: Entering, name: string) => seeIn(look, enter, (seen) => seen.link(name));
  const elsewhere = to === null || touch.moves === null ? null : named(to, touch.moves.name);
  const links =
    before === null || touch.effect === "makes"
      ? (seeIn(look, from, (seen) => chosen(seen, touch.which)) ?? []).flatMap((link) => placed(network, link))
      : before.links.map((was) => {
          if (was === null) return null;
          const again = [...placed(network, named(from, was.link.name)), ...placed(target, elsewhere)];
          return again.find((one) => isSameLink(identityOf(one), identityOf(was))) ?? null;
        });
  const [first = null] = before === null && touch.effect === "removes" ? links : [];
  const others = first === null ? [] : (seeIn(look, from, (seen) => seen.links()) ?? []);
  const peer = first === null ? null : (others.find((one) => isPeer(one, first.link)) ?? null);
  return {
    network,
    target,
    isNameTaken: elsewhere !== null,
    links,
    peer,
    isBelow: first !== null && others.some((one) => one !== peer && one.lower?.name === first.link.name),
  };
}

/** Finds the links of a selector */
export function chosen(network: SeenNetwork, which: LinkSelector): readonly SeenLink[] {
  if ("name" in which) return present(network.link(which.name));
  const link = network.link("portsOf" in which ? which.portsOf : which.peerOf);
  if (link === null) return [];
  if ("portsOf" in which) return network.ports(link.index);
  const peer = link.kind === "veth" && link.lower?.name != null ? network.link(link.lower.name) : null;
  return present(peer);
}

function present(link: SeenLink | null): readonly SeenLink[] {
  return link === null ? [] : [link];
}

function isPeer(one: SeenLink, other: SeenLink): boolean {
  return one.kind === "veth" && one.lower?.name === other.name && one.lower.index === other.index;
}

/**
 * Finds what enters a place. An entry of that name comes before a process, as for `ip`; a namespace need not
 * be entered from itself.
 */
async function wayTo(look: Look, { enter, netns }: Place): Promise<Entering> {
  if (netns === null) return enter;
  const isEntry = look.inode(`/var/run/netns/${netns}`) !== null;
  const way = isEntry ? enteringNamed(netns) : enteringProcess(netns);
  const [there, here] = [await inodeOfNetwork(look, way), await inodeOfNetwork(look, ON_HOST)];
  return there !== null && there === here ? ON_HOST : way;
}
