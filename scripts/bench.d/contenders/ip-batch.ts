import { openBenchHost } from "../star/bench-host.ts";
import { type Contender, NO_LIMIT } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

/** `ip -batch`, as somebody who knows ip(8) well would use it */
export const IP_BATCH: Contender = {
  name: "ip-batch",
  what: "the same by `ip -batch`, a program a container",
  limit: NO_LIMIT,
  missing: () => unlessInstalled({ bash: "bash", ip: "iproute2" }),
  open: async () => ({ host: await openBenchHost(), driver: ["bash", `${import.meta.dir}/ip-batch.sh`] }),
};
