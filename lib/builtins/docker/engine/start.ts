/**
 * Starting a container: namespaces, cable, and a supervisor that runs its first process.
 *
 * @module
 */
import type { TerminalSize } from "../../../netlink/pty.ts";
import { confined, onTerminal } from "./confinement.ts";
import type { ContainerRecord } from "./container.ts";
import { environmentOf } from "./environment.ts";
import { firstProcess } from "./first-process.ts";
import { furnishedNamespaces } from "./furnished.ts";
import type { LinkedServer } from "./links.ts";
import type { JoinedNetwork } from "./shared-network.ts";
import type { HeldPorts } from "./ports/publish.ts";
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
 * @param joined the network that it is put into; `null` for one of its own, or the host's
 * @param servers those that it is linked to
 * @param ports held open from here on by the supervisor
 * @throws {DaemonFailure} when the command can't be run: 127 not found, 126 not executable
 */
export async function startFirstProcess(
  record: ContainerRecord,
  joined: JoinedNetwork | null,
  servers: readonly LinkedServer[],
  { input, size }: Starter,
  ports: HeldPorts,
): Promise<void> {
  const { settings, run } = record;
  const files = filesOf(record.id);
  const first = {
    command: settings.command,
    environment: environmentOf(record, { terminal: settings.terminal, environment: [] }, servers),
    workingFolder: settings.workingFolder,
  };
  const { namespaces, terminal } = await furnishedNamespaces(record, joined, first, size ?? UNSEEN);
  using _namespaces = namespaces;
  using stdio = terminal === null ? fileStdio(files, settings.interactive ? input : "nobody") : terminalStdio(terminal);
  if (run !== null && run.endpoint !== null) connect(run.endpoint, namespaces.fds.net);
  const { mnt, net, uts, ipc } = namespaces.fds;
  const afterwards = settings.removedOnExit ? "removed" : "kept";
  const streams = terminal === null ? "pipes" : "terminal";
  const rights = settings.privileged ? "privileged" : "plain";
  const command = settings.terminal ? onTerminal(first, settings) : confined(first, settings);
  const supervisor = Bun.spawn(["sh", SUPERVISOR, files.folder, streams, afterwards, rights, ...command], {
    detached: true,
    stdio: [stdio.terminal ?? "ignore", "ignore", ports.life ?? "ignore", mnt, net, uts, ipc, ...stdio.streams],
  });
  supervisor.unref();
  while (firstProcess(files) === null && supervisor.exitCode === null) await Bun.sleep(POLL_MILLISECONDS);
}
