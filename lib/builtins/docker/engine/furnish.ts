/**
 * Furnishes the namespaces that it is started in for a container, says so, and keeps them until its input ends.
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
import { enterContainerRoot } from "./root.ts";
import { filesOf, readContainer } from "./store.ts";

const id = process.argv[2] as ContainerId; // given by furnishedNamespaces()
const settings = readContainer(id)?.settings;
if (settings === undefined) throw new Error(`Cannot furnish container "${id}": there is none`);
setHostname(settings.hostname);
fixSettings();
bringLoopbackUp();
enterContainerRoot(filesOf(id));
mkdirSync(settings.workingFolder, { recursive: true });
console.log("ready");
await Bun.stdin.bytes();
