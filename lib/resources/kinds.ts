import { ENTRY } from "./entry-restore.ts";
import type { EntryTouch } from "./entry-touch.ts";
import { LINK } from "./link-restore.ts";
import type { LinkTouch } from "./link-touch.ts";
import { NETNS } from "./netns/netns.ts";
import type { NetnsTouch } from "./netns/netns-touch.ts";
import { NFT } from "./nft/nft.ts";
import type { NftTouch } from "./nft/nft-touch.ts";
import { QDISC } from "./qdisc/qdisc.ts";
import type { QdiscTouch } from "./qdisc/qdisc-touch.ts";
import type { Resource } from "./resource.ts";

/** The effect of a line on things of one kind */
export type Touch = EntryTouch | LinkTouch | NetnsTouch | NftTouch | QdiscTouch;

const KINDS = { entry: ENTRY, link: LINK, netns: NETNS, nft: NFT, qdisc: QDISC } as const;

/** Returns the resource for a touch */
export function resourceOf<One extends Touch>({ kind }: One): Resource<One, unknown> {
  // Each kind has its own resource with its own type of state, which TypeScript can't follow
  return KINDS[kind] as unknown as Resource<One, unknown>;
}
