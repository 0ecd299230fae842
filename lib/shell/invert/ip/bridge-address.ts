/**
 * A bridge's hardware address, which follows its ports unless it was set.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import type { Look } from "../look.ts";
import { showLink, type ShownState } from "./link-state.ts";
import { restoreLink } from "./restore-link.ts";
import { type IpToken, valueOf } from "./words.ts";

/** The bridge that a line puts a port on; `null` when it does no such thing */
export async function seeMaster(
  look: Look,
  enter: readonly string[],
  tokens: readonly IpToken[],
): Promise<ShownState | null> {
  const name = valueOf(tokens, "master");
  return name === null ? null : showLink(look, enter, name);
}

/** Gives a bridge the address back that it had before it got a port, once that is off: without any it would have none */
export function restoreBridgeAddress(bridge: ShownState | null): readonly InverseStep[] {
  if (bridge === null || bridge.identity.mac === null) return [];
  return restoreLink({
    before: { ...bridge, routes: [] },
    after: null,
    now: bridge.identity,
    mayChange: new Set(["address"]),
  });
}
