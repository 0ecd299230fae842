import { DNS } from "./dns.ts";
import { LINKS } from "./links.ts";
import { NAMES } from "./names.ts";
import { NETWORKS } from "./networks.ts";
import { OTHERS } from "./others.ts";
import { PORTS } from "./ports.ts";
import type { BadInput } from "./row.ts";

/** All of them, for `docker run` */
export const BAD_INPUT: readonly BadInput[] = [...NAMES, ...LINKS, ...NETWORKS, ...PORTS, ...DNS, ...OTHERS];
