/**
 * Who takes part in `scripts/bench star`.
 *
 * @module
 */
import type { OpenHost } from "../../../lib/hosts/open-host.ts";

/** Why somebody can't take part here, and the line that changes that; `null` when nothing does */
export interface Missing {
  readonly why: string;
  readonly tryThis: string | null;
}

/** The largest star that is built with it unless all are asked for, and why no larger one */
export interface Limit {
  readonly most: number;
  readonly why: string;
}

/** A host for one star, and what builds it there */
export interface Place {
  readonly host: OpenHost;
  /** Its command line; it speaks the protocol of {@linkcode Driver} */
  readonly driver: readonly string[];
}

/** A way to build a star */
export interface Contender {
  readonly name: string;
  /** For whoever reads the table */
  readonly what: string;
  readonly limit: Limit;
  /** What it needs and this machine doesn't have; `null` when it can take part */
  missing(): Missing | null;
  /** Opens a throw-away host for it, with all it needs; the driver is not started yet */
  open(): Promise<Place>;
}

/** The largest star to which one more can be attached: a bridge has 1023 ports (below `BR_MAX_PORTS`, net/bridge/br_private.h) */
export const LARGEST_STAR = 1022;

/** Of who takes seconds for the largest */
export const NO_LIMIT: Limit = { most: LARGEST_STAR, why: "" };
