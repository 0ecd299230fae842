import { arch, cpus, hostname, release } from "node:os";

import { print } from "../../builtin.ts";
import { type Daemon, requireDaemon } from "../engine/daemon.ts";
import { DISABLED, isForwarding } from "../engine/network/forwarding.ts";
import { readImages } from "../engine/images/images.ts";
import { readContainers, STATE_FOLDER } from "../engine/store.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";
import { NO_WORDS } from "../options/word-count.ts";
import { dockerCommand } from "./docker-command.ts";

const CLIENT = `Client:
 Context:    default
 Debug Mode: false

Server:`;

/** Equivalent to: `docker info` */
export const info = dockerCommand({
  usage: "info [OPTIONS]",
  summary: "Display system-wide information",
  options: [],
  reads: "options anywhere",
  words: NO_WORDS,
  async run(_flags, _words, { output, errors }) {
    print(output, CLIENT);
    try {
      print(output, linesOf(requireDaemon()).join("\n"));
      if (!isForwarding()) print(errors, `WARNING: ${DISABLED}`);
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      print(output, `ERROR: ${error.message}`);
      throw new DockerFailure("errors pretty printing info");
    }
    return 0;
  },
});

function linesOf({ bridge, options, rules, sockets }: Daemon): readonly string[] {
  const states = readContainers().map(({ state }) => state.status);
  const running = states.filter((status) => status === "running").length;
  return [
    ` Containers: ${states.length}`,
    `  Running: ${running}`,
    "  Paused: 0",
    `  Stopped: ${states.length - running}`,
    ` Images: ${readImages().length}`,
    " Server Version: wirework, the embedded engine",
    " Storage Driver: overlay2",
    // A field of our own: nothing else shows the bridge
    ` Bridge: ${bridge === null ? "none" : `${bridge.name} ${bridge.cidr}`}`,
    ` Sockets: ${sockets.map((path) => `unix://${path}`).join(" ")} (files, for this client only)`,
    ` MTU: ${bridge === null ? "" : `${bridge.mtu}`}`,
    ` Inter-container communication: ${options.icc}`,
    ` iptables rules: ${rules ? "true" : options.iptables ? "false (iptables is not installed)" : "false"}`,
    ` Kernel Version: ${release()}`,
    ` OSType: ${process.platform}`,
    ` Architecture: ${arch() === "x64" ? "x86_64" : arch() === "arm64" ? "aarch64" : arch()}`,
    ` CPUs: ${cpus().length}`,
    ` Name: ${hostname()}`,
    ` Docker Root Dir: ${STATE_FOLDER}`,
  ];
}
