/**
 * Furnishes the namespaces that it is started in for a container, says so, and, once it is told to, becomes the container's first
 * process. A network that others are in already is left as it is.
 *
 *   unshare --mount --net --uts --ipc --pid -- sh waiter.sh bun furnish.ts [ID FOLDER COUNT ENVIRONMENT COMMAND]
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
import { DaemonFailure } from "../../failure.ts";
import { capabilitiesOf } from "./confinement.ts";
import { type Command, placesOf } from "./command.ts";
import { ANSWER, BEGIN, commandOf, READY, REPORT } from "./furnisher.ts";
import { enterContainerRoot } from "./root.ts";
import { isOwnNetwork } from "../network/shared-network.ts";
import { filesOf, readContainer } from "../store.ts";

/** The container's first terminal, in its own devpts, which is empty before */
const TERMINAL = "/dev/pts/0";

const NEWLINE = 0x0a;

/** What a shell says of a program that is not there, and of one that can't be run */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

// What was known when we were started is in the command line; what was not is said later
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
  // What is said is the reason that is given for the container that doesn't start
  writeSync(
    REPORT,
    error instanceof DaemonFailure ? error.reason : error instanceof Error ? error.message : `${error}`,
  );
  process.exit(1);
}
writeSync(REPORT, READY);
// Otherwise whoever started us is gone, or has found that it can't be
if (nextLine() !== BEGIN) process.exit(1);
become(commandOf(words));

/** The words that we are started without; none come when nobody needs us */
function order(): readonly string[] {
  const line = nextLine();
  return line === "" ? process.exit(0) : (JSON.parse(line) as string[]); // written by FurnisherProcess.order()
}

/** Up to its end, or that of all; byte by byte, as what comes after it is for later */
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
