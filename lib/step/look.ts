/**
 * Looks at all of a host that a person watches change, once its kernel has come to rest.
 *
 * @module
 */
import type { Performer } from "../shell/template/line.ts";
import { seeHost } from "./see-host.ts";
import type { Link, State } from "./state.ts";

/** How long the kernel may take to come to rest, in milliseconds */
const PATIENCE = 500;
const POLL = 5;

/** Looks, once the kernel has come to rest: it says a moment late that a cable is in, and takes a dead network apart behind our back */
export async function lookAround(performer: Performer, files: readonly string[], before: State | null): Promise<State> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const { state, settled } = await seeHost(performer, files);
    const isAtRest = settled && (before === null || !hasOrphans(before, state));
    if (isAtRest || performance.now() > deadline) return state;
    await Bun.sleep(POLL);
  }
}

/** Whether an end of a cable is still there whose other end was in a network that has gone: it goes too, a moment later */
function hasOrphans(before: State, now: State): boolean {
  for (const [network, { links }] of before.networks) {
    if (now.networks.has(network)) continue;
    for (const [key, other] of before.networks) {
      const ends = other.links.filter((end) => links.some((link) => isCable(link, end)));
      const there = now.networks.get(key)?.links ?? [];
      if (ends.some(({ index, mac }) => there.some((link) => link.index === index && link.mac === mac))) return true;
    }
  }
  return false;
}

function isCable(one: Link, other: Link): boolean {
  return one.peerIndex === other.index && other.peerIndex === one.index;
}
