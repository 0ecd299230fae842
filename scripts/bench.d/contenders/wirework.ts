import { existsSync } from "node:fs";

import { BUN_COMMAND } from "../../../lib/hosts/bun-command.ts";
import { openBenchHost } from "../star/bench-host.ts";
import { type Contender, NO_LIMIT } from "../star/contender.ts";

const DRIVER = `${import.meta.dir}/wirework-star.ts`;

/** Ourselves, through the public API */
export const WIREWORK: Contender = {
  name: "wirework",
  what: "wirework, in its own process",
  limit: NO_LIMIT,
  missing: () => (existsSync(DRIVER) ? null : { why: "it has no stars yet", tryThis: null }),
  open: async () => ({ host: await openBenchHost(), driver: [...BUN_COMMAND, DRIVER] }),
};
