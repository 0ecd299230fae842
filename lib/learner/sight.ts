/**
 * Questions to a host about the effects of lines.
 *
 * @module
 */
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import type { Look } from "../resources/look.ts";
import type { Finding } from "./finding.ts";
import type { LinkLives } from "./link-life.ts";
import type { Networks } from "./host-networks.ts";
import type { SeenContainer } from "./host-containers.ts";

/** A host at one moment, and the interfaces that lines make there */
export interface Sight {
  readonly kind: ThrowAwayKind;
  readonly look: Look;
  readonly networks: Networks;
  readonly containers: readonly SeenContainer[];
  readonly lives: LinkLives;
}

/** A question, to ask once all lines are read, since a later line may have moved or renamed what this one made */
export type Question = () => Promise<Finding>;
