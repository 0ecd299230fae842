import type { Contender } from "../star/contender.ts";
import { ARTICLE } from "./article.ts";
import { FLOOR } from "./floor.ts";
import { IP_BATCH } from "./ip-batch.ts";

/** In the order of the table; the first is whom the others are compared with */
export const CONTENDERS: readonly Contender[] = [FLOOR, IP_BATCH, ARTICLE];
