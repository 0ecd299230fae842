/**
 * What is asked of a host to see what lines have done there.
 *
 * @module
 */
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import type { Look } from "../resources/look.ts";
import type { Finding } from "./finding.ts";
import type { LinkLives } from "./link-life.ts";
import type { Networks } from "./networks.ts";
import type { SeenContainer } from "./seen-container.ts";

/** A host that stands still, and the lines that are read from the first to the last */
export interface Sight {
  readonly kind: ThrowAwayKind;
  readonly look: Look;
  readonly networks: Networks;
  readonly containers: readonly SeenContainer[];
  readonly lives: LinkLives;
}

/** Asked when all lines are read: a later one may have moved or renamed what this one made */
export type Question = () => Promise<Finding>;
