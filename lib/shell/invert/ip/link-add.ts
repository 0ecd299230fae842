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
import { type LinkState, networkNamed, seeLink } from "./link-state.ts";
import { type LinkWords, readLinkWords } from "./link-words.ts";
import { valueOf } from "./words.ts";

/** What there is of that name, where it is to be made */
interface Place {
  readonly link: LinkIdentity | null;
  /** As it will be known: the network, if there is one */
  readonly planned: LinkIdentity | null;
  /** The bridge that it is put on */
  readonly master: LinkState | null;
}

/** Equivalent to: `ip link del dev NAME`, which takes a veth's peer along */
export function linkAdd(typed: Typed, words: readonly string[]): Plan {
  const link = readLinkWords(words);
  const name = valueOf(link.tokens, "name") ?? link.name;
  if (name === null) return unknown("it leaves the name to the kernel; write one, with name NAME");
  if (name.includes("%")) return unknown(`it leaves a part of the name ${name} to the kernel`);
  return comparing<Place>({
    argv: typed.argv,
    changes: changesOf(name, link),
    async see(look) {
      const place = await seePlace(look, link.netns === null ? typed.enter : link.netns, name);
      return { ...place, master: await seeMaster(look, typed.enter, link.tokens) };
    },
    steps,
  });
}

async function seePlace(look: Look, where: readonly string[] | string, name: string): Promise<Omit<Place, "master">> {
  const enter = typeof where === "string" ? await networkNamed(look, where) : where;
  const network = await networkBehind(look, enter);
  const link = (await seeLink(look, enter, name))?.identity ?? null;
  return { link, planned: network === null ? null : { network, name, index: null, mac: null } };
}

function steps(before: Place, after: Place | null): readonly InverseStep[] {
  const made = after === null ? before.planned : after.link;
  // One that was there is not made once more
  if (before.link !== null || made === null) return [];
  return [
    step(made.network.enter, ["ip", "link", "delete", "dev", made.name], { kind: "link", change: "made", ...made }),
    ...restoreBridgeAddress(before.master),
  ];
}

function changesOf(name: string, { type, options }: LinkWords): string {
  if (type !== "veth") return `makes the ${type ?? "link"} ${name}`;
  const [, ...peer] = options;
  const other = readLinkWords(peer);
  const peerName = valueOf(other.tokens, "name") ?? other.name;
  return peerName === null ? `makes the veth ${name} and its peer` : `makes the veth pair ${name} and ${peerName}`;
}
