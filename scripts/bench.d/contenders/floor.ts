import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { openBenchHost } from "../star/bench-host.ts";
import { type Contender, NO_LIMIT } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

const SOURCE = `${import.meta.dir}/floor.c`;
/** On the host's own `/run`, which is gone with it */
const PROGRAM = "/run/floor";

/** What no program can be much faster than: nothing but what it asks the kernel for */
export const FLOOR: Contender = {
  name: "floor",
  what: "a C program over raw netlink",
  limit: NO_LIMIT,
  missing: () => unlessInstalled({ cc: "gcc libc6-dev linux-libc-dev" }),
  async open() {
    const host = await openBenchHost();
    const { success, stderr } = Bun.spawnSync(host.enter(["cc", "-O2", "-o", PROGRAM, SOURCE]), {
      env: HOST_ENVIRONMENT,
    });
    if (success) return { host, driver: [PROGRAM] };
    await host.close();
    throw new Error(`cc refuses floor.c: ${stderr.toString().trim()}`);
  },
};
