/**
 * A bridge's hardware address, which follows its ports unless it was set.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import type { Look } from "../look.ts";
import { type LinkState, seeLink } from "./link-state.ts";
import { restoreLink } from "./restore-link.ts";
import { type IpToken, valueOf } from "./words.ts";

/** The bridge that a line puts a port on; `null` when it does no such thing */
export async function seeMaster(
  look: Look,
  enter: readonly string[],
  tokens: readonly IpToken[],
): Promise<LinkState | null> {
  const name = valueOf(tokens, "master");
  return name === null ? null : seeLink(look, enter, name);
}

/** Gives a bridge the address back that it had before it got a port, once that is off: without any it would have none */
export function restoreBridgeAddress(bridge: LinkState | null): readonly InverseStep[] {
  if (bridge === null || bridge.identity.mac === null) return [];
  return restoreLink({ before: bridge, after: null, now: bridge.identity, mayChange: new Set(["address"]) });
}
