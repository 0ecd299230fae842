/**
 * The contenders of `scripts/bench star`.
 *
 * @module
 */
import type { OpenHost } from "../../../lib/hosts/open-host.ts";

/** The reason why a contender can't take part here, and the line that changes that; `null` when it can */
export interface Missing {
  readonly why: string;
  readonly tryThis: string | null;
}

/** The largest star that is built by default, and the reason */
export interface Limit {
  readonly most: number;
  readonly why: string;
}

/** A host for one star, and the program that builds it there */
export interface Place {
  readonly host: OpenHost;
  /** Its command line; it speaks the protocol of {@linkcode Driver} */
  readonly driver: readonly string[];
}

/** A way to build a star */
export interface Contender {
  readonly name: string;
  /** Its description in the table */
  readonly what: string;
  readonly limit: Limit;
  /** Returns what it needs and this machine lacks; `null` when it can take part */
  missing(): Missing | null;
  /** Opens a throw-away host for it, with everything it needs, before its driver is started */
  open(): Promise<Place>;
}

/**
 * The largest star that can get one more container: a bridge has 1023 ports (below `BR_MAX_PORTS`,
 * net/bridge/br_private.h)
 */
export const LARGEST_STAR = 1022;

/** The limit for contenders that need only seconds for the largest star */
export const NO_LIMIT: Limit = { most: LARGEST_STAR, why: "" };
