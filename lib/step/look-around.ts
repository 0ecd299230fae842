/**
 * Looks at a watched host once its kernel has settled.
 *
 * @module
 */
import type { Performer } from "../shell/template/session-line.ts";
import { seeHost } from "./see-host.ts";
import { peerOf } from "./lasting.ts";
import type { AddressedLink, State } from "./state.ts";

/** The longest time to wait for the kernel, in milliseconds */
const PATIENCE = 500;
const POLL = 5;

/** Looks once the kernel has settled: it reports carrier, and dismantles dead networks, with a delay */
export async function lookAround(performer: Performer, files: readonly string[], before: State | null): Promise<State> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const { state, settled } = await seeHost(performer, files);
    const isAtRest = settled && (before === null || !hasOrphans(before, state));
    if (isAtRest || performance.now() > deadline) return state;
    await Bun.sleep(POLL);
  }
}

/**
 * Reports whether one end of a cable remains whose other end was in a network that is gone: it goes a moment
 * later
 */
function hasOrphans(before: State, now: State): boolean {
  for (const [network, { links }] of before.networks) {
    if (now.networks.has(network)) continue;
    for (const [key, other] of before.networks) {
      const ends = other.links.filter((end) => links.some((link) => isCable(link, end)));
      const there = now.networks.get(key)?.links ?? [];
      if (ends.some((end) => there.some((link) => isSameEnd(link, end)))) return true;
    }
  }
  return false;
}

function isCable(one: AddressedLink, other: AddressedLink): boolean {
  return peerOf(one)?.index === other.index && peerOf(other)?.index === one.index;
}

function isSameEnd(one: AddressedLink, other: AddressedLink): boolean {
  return one.index === other.index && one.state.address === other.state.address;
}
