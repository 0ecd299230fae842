import type { Contender } from "../star/contender.ts";
import { ARTICLE } from "./article.ts";
import { DOCKER_CONNECT, DOCKER_RUN } from "./docker.ts";
import { FLOOR } from "./floor.ts";
import { IP_BATCH } from "./ip-batch.ts";
import { MININET } from "./mininet.ts";
import { WIREWORK } from "./wirework.ts";

/** Contenders in the order of the table; the others are compared with the first */
export const CONTENDERS: readonly Contender[] = [
  FLOOR,
  WIREWORK,
  IP_BATCH,
  ARTICLE,
  MININET,
  DOCKER_CONNECT,
  DOCKER_RUN,
];
