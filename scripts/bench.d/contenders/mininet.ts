import { openBenchHost } from "../star/bench-host.ts";
import type { Contender } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

/** Debian's Python, which Debian's package is made for */
const PYTHON = "/usr/bin/python3";

/** The network emulator: it types into a shell in each container */
export const MININET: Contender = {
  name: "mininet",
  what: "Mininet through its Python API, with a LinuxBridge",
  limit: { most: 200, why: "a shell a container, and a thousand of them take two minutes" },
  missing: () => unlessInstalled({ mn: "mininet", brctl: "bridge-utils", ifconfig: "net-tools" }),
  open: async () => ({ host: await openBenchHost(), driver: [PYTHON, "-B", `${import.meta.dir}/mininet-star.py`] }),
};
