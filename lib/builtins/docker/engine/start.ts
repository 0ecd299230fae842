/**
 * Starting a container: namespaces, cable, and a supervisor that runs its first process.
 *
 * @module
 */
import type { TerminalSize } from "../../../netlink/pty.ts";
import { confined, onTerminal } from "./confinement.ts";
import type { ContainerRecord, Endpoint } from "./container.ts";
import { environmentOf } from "./environment.ts";
import { firstProcess } from "./first-process.ts";
import { furnishedNamespaces } from "./furnished.ts";
import type { LinkedServer } from "./links.ts";
import { fileStdio, terminalStdio } from "./stdio.ts";
import { filesOf } from "./store.ts";
import { UNSEEN } from "./window.ts";
import { connect } from "./wire.ts";

const SUPERVISOR = `${import.meta.dir}/supervisor.sh`;
const POLL_MILLISECONDS = 1;

/** On whose behalf a container starts */
export interface Starter {
  /** Who may type, when it is interactive and has no terminal */
  readonly input: "client" | "whoever comes";
  /** How large its terminal is shown; `null` when nobody looks on */
  readonly size: TerminalSize | null;
}

/** Starts a container for whoever comes and looks at it later */
export const DETACHED: Starter = { input: "whoever comes", size: null };

/**
 * Starts a container's first process, with its cable already plugged in.
 *
 * @param record its files are there, and `exit` is empty
 * @param servers those that it is linked to
 * @throws {DaemonFailure} when the command can't be run: 127 not found, 126 not executable
 */
export async function startFirstProcess(
  record: ContainerRecord,
  endpoint: Endpoint | null,
  servers: readonly LinkedServer[],
  { input, size }: Starter,
): Promise<void> {
  const { settings } = record;
  const files = filesOf(record.id);
  const first = {
    command: settings.command,
    environment: environmentOf(record, { terminal: settings.terminal, environment: [] }, servers),
    workingFolder: settings.workingFolder,
  };
  const { namespaces, terminal } = await furnishedNamespaces(record, first, size ?? UNSEEN);
  using _namespaces = namespaces;
  using stdio = terminal === null ? fileStdio(files, settings.interactive ? input : "nobody") : terminalStdio(terminal);
  if (endpoint !== null) connect(endpoint, namespaces.fds.net);
  const { mnt, net, uts, ipc } = namespaces.fds;
  const afterwards = settings.removedOnExit ? "removed" : "kept";
  const streams = terminal === null ? "pipes" : "terminal";
  const command = settings.terminal ? onTerminal(first) : confined(first);
  const supervisor = Bun.spawn(["sh", SUPERVISOR, files.folder, streams, afterwards, ...command], {
    detached: true,
    stdio: [stdio.terminal ?? "ignore", "ignore", "ignore", mnt, net, uts, ipc, ...stdio.streams],
  });
  supervisor.unref();
  while (firstProcess(files) === null && supervisor.exitCode === null) await Bun.sleep(POLL_MILLISECONDS);
}
