/**
 * `ip link add`.
 *
 * @module
 */
import type { LinkIdentity } from "../identity.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../look.ts";
import { networkBehind } from "../network.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { restoreBridgeAddress, seeMaster } from "./bridge-address.ts";
import { networkNamed, showLink, type ShownState } from "./link-state.ts";
import { type LinkWords, readLinkWords } from "./link-words.ts";
import { valueOf } from "./words.ts";

/** What there is of a name, where it is to be made */
interface Place {
  readonly link: LinkIdentity | null;
  /** As it will be known: the network, if there is one */
  readonly planned: LinkIdentity | null;
}

/** What is looked at before and after */
interface Seen {
  /** The link, and a veth's peer */
  readonly places: readonly Place[];
  /** The bridge that the link is put on */
  readonly master: ShownState | null;
}

/**
 * Equivalent to: `ip link del dev NAME`, which takes a veth's peer along; and the same of the peer, which stands alone for a
 * while when the other end's network is just being taken down
 */
export function linkAdd(typed: Typed, words: readonly string[]): Plan {
  const link = readLinkWords(words);
  const name = valueOf(link.tokens, "name") ?? link.name;
  if (name === null) return unknown("it leaves the name to the kernel; write one, with name NAME");
  if (name.includes("%")) return unknown(`it leaves a part of the name ${name} to the kernel`);
  const peer = peerOf(link);
  return comparing<Seen>({
    argv: typed.argv,
    changes: changesOf(name, link, peer),
    async see(look) {
      const places = [await seePlace(look, link.netns ?? typed.enter, name)];
      if (peer !== null) places.push(await seePlace(look, peer.netns ?? typed.enter, peer.name));
      return { places, master: await seeMaster(look, typed.enter, link.tokens) };
    },
    steps,
  });
}

async function seePlace(look: Look, where: readonly string[] | string, name: string): Promise<Place> {
  const enter = typeof where === "string" ? await networkNamed(look, where) : where;
  const network = await networkBehind(look, enter);
  const link = (await showLink(look, enter, name))?.identity ?? null;
  return { link, planned: network === null ? null : { network, name, index: null, mac: null } };
}

function steps(before: Seen, after: Seen | null): readonly InverseStep[] {
  const made = before.places.flatMap(({ link, planned }, index) => {
    // One that was there is not made once more
    const now = after === null ? planned : (after.places[index]?.link ?? null);
    return link !== null || now === null ? [] : [now];
  });
  if (made.length === 0) return [];
  return [
    ...made.map((link) =>
      step(link.network.enter, ["ip", "link", "delete", "dev", link.name], { kind: "link", change: "made", ...link }),
    ),
    ...restoreBridgeAddress(before.master),
  ];
}

/** A veth's other end, where it is to be; `null` when the kernel names it, or there is none */
export function peerOf({ type, options }: LinkWords): { readonly name: string; readonly netns: string | null } | null {
  if (type !== "veth") return null;
  const [, ...words] = options;
  const peer = readLinkWords(words);
  const name = valueOf(peer.tokens, "name") ?? peer.name;
  return name === null ? null : { name, netns: peer.netns };
}

function changesOf(name: string, { type }: LinkWords, peer: ReturnType<typeof peerOf>): string {
  if (type !== "veth") return `makes the ${type ?? "link"} ${name}`;
  return peer === null ? `makes the veth ${name} and its peer` : `makes the veth pair ${name} and ${peer.name}`;
}
