import type { NextHop } from "../../../netlink/routes/next-hops.ts";
import { RTA } from "../../../netlink/routes/route-message.ts";
import { hostIn } from "../host-in.ts";
import type { LinkNames } from "../link/link-names.ts";
import { refuseRareAttributes } from "./rare.ts";
import { routeFlags } from "./route-flags.ts";

/** One of the ways of a route that has several */
export interface NextHopView {
  readonly gateway: string | undefined;
  readonly dev: string;
  readonly weight: number;
  readonly flags: readonly string[];
}

/**
 * Takes from one of the ways of a route what there is to show.
 *
 * @throws {NotOurs} when something is rarer than what is shown here
 */
export function viewNextHop(
  { flags, weight, link, attributes }: NextHop,
  family: number,
  links: LinkNames,
): NextHopView {
  refuseRareAttributes(attributes);
  return {
    gateway: hostIn(attributes, RTA.gateway, family),
    dev: links.of(link).name,
    weight,
    flags: routeFlags(flags),
  };
}
