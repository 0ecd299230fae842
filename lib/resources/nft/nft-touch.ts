import type { Touching } from "../resource.ts";

/** What a line does to a table, a chain or a rule of nft */
export interface NftTouch extends Touching {
  readonly kind: "nft";
  readonly effect: "makes" | "removes";
  readonly of: "table" | "chain" | "rule";
  readonly family: string;
  readonly table: string;
  /** `null` of a table */
  readonly chain: string | null;
  /** The number of a rule that is deleted */
  readonly handle: number | null;
}
