import { release } from "node:os";

import { print } from "../../builtin.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { readContainers } from "../engine/store.ts";
import { parseMixedFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";

/** Equivalent to: `docker info` */
export const info: DockerCommand = {
  usage: "info",
  summary: "Display system-wide information",
  async run(args, { output }) {
    parseMixedFlags(args, []);
    const { bridge, options, rules } = requireDaemon();
    const containers = readContainers();
    const lines: Readonly<Record<string, string>> = {
      Containers: `${containers.length}`,
      " Running": `${containers.filter(({ state }) => state.status === "running").length}`,
      Images: "1",
      "Server Version": "wirework, the embedded engine",
      "Storage Driver": "overlay",
      Bridge: bridge === null ? "none" : `${bridge.name} ${bridge.cidr}`,
      MTU: bridge === null ? "" : `${bridge.mtu}`,
      "Inter-container communication": `${options.icc}`,
      "iptables rules": rules ? "true" : options.iptables ? "false (iptables is not installed)" : "false",
      "Kernel Version": release(),
    };
    for (const [name, value] of Object.entries(lines)) print(output, `${name}: ${value}`);
    return 0;
  },
};
