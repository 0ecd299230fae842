import { BUN_COMMAND } from "../../../lib/hosts/bun-command.ts";
import { openBenchHost } from "../star/bench-host.ts";
import { type Contender, NO_LIMIT } from "../star/contender.ts";

const DRIVER = `${import.meta.dir}/wirework-star.ts`;

/** wirework's own lib/netlink */
export const WIREWORK: Contender = {
  name: "wirework",
  what: "wirework's lib/netlink, in one process",
  limit: NO_LIMIT,
  missing: () => null,
  open: async () => ({ host: await openBenchHost(), driver: [...BUN_COMMAND, DRIVER] }),
};
