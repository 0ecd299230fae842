import type { Touching } from "../resource.ts";

/** The effect of a line on a table, a chain or a rule of nft */
export interface NftTouch extends Touching {
  readonly kind: "nft";
  readonly effect: "makes" | "removes";
  readonly of: "table" | "chain" | "rule";
  readonly family: string;
  readonly table: string;
  /** The chain; `null` for a table */
  readonly chain: string | null;
  /** The handle of a rule that is deleted */
  readonly handle: number | null;
}
