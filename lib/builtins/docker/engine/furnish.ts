/**
 * Furnishes the namespaces that it is started in for a container, says so, and keeps them until its input ends. A network
 * that others are in already is left as it is.
 *
 *   unshare --mount --net --uts --ipc -- bun furnish.ts ID
 *
 * @module
 */
import { mkdirSync } from "node:fs";

import { fixSettings } from "../../../hosts/settings.ts";
import { setHostname } from "../../../netlink/hostname.ts";
import { bringLoopbackUp } from "../../../netlink/loopback.ts";
import type { ContainerId } from "../../../values/container-id.ts";
import { DaemonFailure } from "../failure.ts";
import { enterContainerRoot } from "./root.ts";
import { isOwnNetwork } from "./shared-network.ts";
import { filesOf, readContainer } from "./store.ts";

const id = process.argv[2] as ContainerId; // given by furnishedNamespaces()
const container = readContainer(id);
if (container === null || container.run === null) throw new Error(`Cannot furnish container "${id}": there is none`);
const { settings, run } = container;
try {
  setHostname(settings.hostname);
  if (isOwnNetwork(settings.network)) {
    fixSettings();
    bringLoopbackUp();
  }
  enterContainerRoot(filesOf(id), filesOf(run.filesOf), settings);
  mkdirSync(settings.workingFolder, { recursive: true });
} catch (error) {
  // What is printed is the reason that is given for the container that doesn't start
  console.error(error instanceof DaemonFailure ? error.reason : error instanceof Error ? error.message : error);
  process.exit(1);
}
console.log("ready");
await Bun.stdin.bytes();
