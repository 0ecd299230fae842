import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { openBenchHost } from "../star/bench-host.ts";
import { type Contender, NO_LIMIT } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

const SOURCE = `${import.meta.dir}/floor.c`;
/** The program's path on the host's own `/run`, which ends with the host */
const PROGRAM = "/run/floor";

/** The lower bound: a program that does nothing but call the kernel */
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
