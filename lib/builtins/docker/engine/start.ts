/**
 * Starting a container: namespaces, root, cable, and a supervisor that runs its first process.
 *
 * @module
 */
import { fixSettings } from "../../../hosts/sandbox/settings.ts";
import { setHostname } from "../../../netlink/hostname.ts";
import { bringLoopbackUp } from "../../../netlink/loopback.ts";
import { inNewNamespaces } from "../../../netlink/namespaces.ts";
import { openPty } from "../../../netlink/pty.ts";
import { requireProgram } from "./command.ts";
import { confinement } from "./confinement.ts";
import type { ContainerRecord, ContainerSettings, Endpoint } from "./container.ts";
import { firstProcess } from "./first-process.ts";
import { enterContainerRoot } from "./root.ts";
import { fileStdio, terminalStdio } from "./stdio.ts";
import { filesOf } from "./store.ts";
import { connect } from "./wire.ts";

const SUPERVISOR = new URL("supervisor.sh", import.meta.url).pathname;
const POLL_MILLISECONDS = 1;

/** Docker's own size for a terminal, until a client tells it another */
const SIZE = { columns: 80, rows: 24 } as const;

/**
 * Starts a container's first process, with its cable already plugged in.
 *
 * @param record its files are there, and `exit` is empty
 * @param input who may type, when it is interactive and has no terminal
 * @throws {DockerFailure} when the command can't be run: 127 not found, 126 not executable
 */
export async function startFirstProcess(
  { id, settings }: ContainerRecord,
  endpoint: Endpoint | null,
  input: "client" | "whoever comes",
): Promise<void> {
  const files = filesOf(id);
  const { namespaces, result: pty } = inNewNamespaces(() => {
    setHostname(settings.hostname);
    fixSettings();
    bringLoopbackUp();
    enterContainerRoot(files);
    requireProgram(settings);
    return settings.terminal ? openPty(SIZE) : null;
  });
  using _namespaces = namespaces;
  using stdio = pty === null ? fileStdio(files, settings.interactive ? input : "nobody") : terminalStdio(pty);
  if (endpoint !== null) connect(endpoint, namespaces.fds.net);
  const { mnt, net, uts, ipc } = namespaces.fds;
  const afterwards = settings.removedOnExit ? "removed" : "kept";
  const streams = pty === null ? "pipes" : "terminal";
  const supervisor = Bun.spawn(["sh", SUPERVISOR, files.folder, streams, afterwards, ...commandLine(settings)], {
    detached: true,
    stdio: [stdio.terminal ?? "ignore", "ignore", "ignore", mnt, net, uts, ipc, ...stdio.streams],
  });
  supervisor.unref();
  while (firstProcess(files) === null && supervisor.exitCode === null) await Bun.sleep(POLL_MILLISECONDS);
}

/** The command with nothing but its own environment and Docker's capabilities, and the terminal as its own */
function commandLine({ terminal, environment, workingFolder, command }: ContainerSettings): readonly string[] {
  return [
    ...(terminal ? ["setsid", "--ctty"] : []),
    ...confinement(),
    ...["env", "--ignore-environment", `--chdir=${workingFolder}`, ...environment, ...command],
  ];
}
