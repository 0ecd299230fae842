/**
 * Sets up a container in the namespaces that it is started in, reports that, and on request becomes the
 * container's first process. A network that is shared with others is left as it is.
 *
 * unshare --mount --net --uts --ipc --pid -- sh waiter.sh bun furnish.ts [ID FOLDER COUNT ENVIRONMENT
 *   COMMAND]
 *
 * @module
 */
import { mkdirSync, openSync, readSync, writeSync } from "node:fs";

import { fixSettings } from "../../../../hosts/settings.ts";
import { becomeProgram, takeTerminal } from "../../../../netlink/process/become.ts";
import { limitCapabilities } from "../../../../netlink/process/capabilities.ts";
import { setHostname } from "../../../../netlink/hostname.ts";
import { KernelError } from "../../../../netlink/libc.ts";
import { bringLoopbackUp } from "../../../../netlink/loopback.ts";
import type { ContainerId } from "../../../../values/name/container-id.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { capabilitiesOf } from "./confinement.ts";
import { type Command, placesOf } from "./container-command.ts";
import { ANSWER, BEGIN, commandOf, READY, REPORT } from "./furnisher.ts";
import { enterContainerRoot } from "./container-root.ts";
import { isOwnNetwork } from "../network/shared-network.ts";
import { filesOf, readContainer } from "../store.ts";

/** The container's first terminal in its own devpts, which starts empty */
const TERMINAL = "/dev/pts/0";

const NEWLINE = 0x0a;

/** A shell's exit statuses for a missing program, and for one that can't be run */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

// The order is in the command line if it was known at the start; otherwise it comes later
const given = process.argv.slice(2);
const [id = "", ...words] = given.length > 0 ? given : order();
const container = readContainer(id as ContainerId); // given by furnishContainer()
if (container === null || container.run === null) throw new Error(`Cannot furnish container "${id}": there is none`);
const { settings, run } = container;
try {
  setHostname(settings.hostname);
  if (isOwnNetwork(settings.network)) {
    fixSettings();
    bringLoopbackUp();
  }
  enterContainerRoot(filesOf(container.id), filesOf(run.filesOf), settings);
  mkdirSync(settings.workingFolder, { recursive: true });
} catch (error) {
  // The message becomes the reason for the failed start
  writeSync(
    REPORT,
    error instanceof DaemonFailure ? error.reason : error instanceof Error ? error.message : `${error}`,
  );
  process.exit(1);
}
writeSync(REPORT, READY);
// Otherwise the starter has ended, or found that the container can't start
if (nextLine() !== BEGIN) process.exit(1);
become(commandOf(words));

/** Reads the order; none comes when this process is not needed */
function order(): readonly string[] {
  const line = nextLine();
  return line === "" ? process.exit(0) : (JSON.parse(line) as string[]); // written by FurnisherProcess.order()
}

/** Reads a line, or up to the end of the input; byte by byte, since what follows is for later */
function nextLine(): string {
  const bytes: number[] = [];
  const byte = Buffer.alloc(1);
  while (bytes.at(-1) !== NEWLINE && readSync(ANSWER, byte) === 1) bytes.push(byte[0] ?? 0);
  return Buffer.from(bytes).toString();
}

function become(command: Command): never {
  try {
    if (settings.terminal) takeTerminal(openSync(TERMINAL, "r+"));
    limitCapabilities(capabilitiesOf(settings));
    process.chdir(command.workingFolder);
    becomeProgram(placesOf(command), command.command, command.environment);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof KernelError && error.code === "ENOENT" ? NOT_FOUND : NOT_EXECUTABLE);
  }
}
