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
setHostname(settings.hostname);
if (isOwnNetwork(settings.network)) {
  fixSettings();
  bringLoopbackUp();
}
try {
  enterContainerRoot(filesOf(id), filesOf(run.filesOf), settings);
} catch (error) {
  if (!(error instanceof DaemonFailure)) throw error;
  console.error(error.reason);
  process.exit(1);
}
mkdirSync(settings.workingFolder, { recursive: true });
console.log("ready");
await Bun.stdin.bytes();
