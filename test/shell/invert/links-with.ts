/**
 * Links of a network.
 */
import type { ToldLink } from "../../support/kernel/seen-network.ts";
import { type Host, OWN } from "./host-with.ts";

/** A host whose network, or the one behind that file, has these links and nothing else */
export function linksWith(links: Readonly<Record<string, ToldLink>>, file = OWN): Host {
  return { sees: { [file]: { links } } };
}
