/**
 * Interfaces of a network, as they are.
 *
 * @module
 */
import type { SeenLink as KernelLink } from "../netlink/see/link.ts";
import { entriesIn } from "../resources/entry.ts";
import type { Look } from "../resources/look.ts";
import { seeIn } from "../resources/network.ts";
import type { Way } from "./deed.ts";

/** An interface */
export interface SeenLink {
  readonly name: string;
  readonly index: number;
  /** `veth`, `bridge`; empty for a device */
  readonly type: string;
  readonly state: "up" | "down";
  /** The bridge that it is on; empty for none */
  readonly master: string;
  /** What it is set to as a port of a bridge; nothing where it is none */
  readonly port: Readonly<Record<string, string>>;
  /** `10.1.1.1/32`, `10.1.1.1 peer 10.1.1.2/32` */
  readonly addresses: readonly string[];
  /** The other end, by its name in the same network or by its number in another; `null` for none */
  readonly end: string | number | null;
}

/**
 * The interfaces of a network; none where there is no such network.
 *
 * Equivalent to: `ip -details address show`
 */
export function linksIn(look: Look, way: Way): readonly SeenLink[] {
  return (
    seeIn(look, way, (seen) =>
      seen.links().map((link) => ({
        ...seenLink(link),
        addresses: addressesOf(entriesIn(seen, { of: "address", link: link.name })),
      })),
    ) ?? []
  );
}

function seenLink({ name, index, kind, state, lower, port }: KernelLink): Omit<SeenLink, "addresses"> {
  return {
    name,
    index,
    type: kind ?? "",
    state: state.state,
    master: state.master,
    port: { ...port },
    end: lower === null ? null : (lower.name ?? lower.index),
  };
}

/** In the words of `ip addr add`, of which only the first say which address it is */
function addressesOf(entries: readonly { readonly words: string }[]): readonly string[] {
  return entries.map(({ words }) => /^\S+(?: peer \S+)?/.exec(words)?.[0] ?? "");
}
