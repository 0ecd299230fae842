/**
 * Starts a container: namespaces, cable, a first process, and a supervisor that outlives this process.
 *
 * @module
 */
import { closeSync, writeFileSync } from "node:fs";

import { openPty, type Pty, type TerminalSize } from "../../../../netlink/pty.ts";
import type { ContainerRecord } from "../container.ts";
import { environmentOf } from "./environment.ts";
import { furnishContainer } from "./furnished.ts";
import type { LinkedServer } from "../network/docker-links.ts";
import type { JoinedNetwork } from "../network/shared-network.ts";
import type { HeldPorts } from "../ports/publish.ts";
import { fileStdio, noStdio } from "../streams/stdio.ts";
import { filesOf } from "../store.ts";
import { UNSEEN } from "../streams/window.ts";
import { connect } from "../network/wire.ts";

const SUPERVISOR = `${import.meta.dir}/supervisor.sh`;

/** The client for which a container starts */
export interface Starter {
  /** The source of input for an interactive container without a terminal */
  readonly input: "client" | "whoever comes";
  /** The size of its terminal's window; `null` when nobody watches */
  readonly size: TerminalSize | null;
}

/** Starts a container for later clients */
export const DETACHED: Starter = { input: "whoever comes", size: null };

/**
 * Starts a container's first process, with its cable connected already.
 *
 * @param record its files exist, and `exit` is empty
 * @param joined the network that it joins; `null` for one of its own, or the host's
 * @param servers its linked servers
 * @param ports held open by the supervisor from here on
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
  const { interactive, terminal, removedOnExit } = settings;
  using stdio = terminal ? noStdio() : fileStdio(files, interactive ? input : "nobody");
  await using furnished = await furnishContainer(record, joined, first, stdio);
  const { furnisher, pid } = furnished;
  using pty = terminal ? openTerminal(pid, size ?? UNSEEN) : null;
  const network = furnisher.open("net");
  if (run !== null && run.endpoint !== null) connect(run.endpoint, network);
  const [streams, afterwards] = [terminal ? "terminal" : "pipes", removedOnExit ? "removed" : "kept"];
  const supervisor = Bun.spawn(["sh", SUPERVISOR, files.folder, streams, afterwards], {
    detached: true,
    stdio: [pty?.master ?? "ignore", "ignore", ports.life ?? "ignore", furnisher.status, network],
  });
  supervisor.unref();
  writeFileSync(files.parent, `${furnisher.waiter}\n`);
  await furnisher.begin();
}

/**
 * Opens the container's terminal; the starter holds the other end as well, or the terminal would hang up
 * before the program begins
 */
function openTerminal(pid: number, size: TerminalSize): Pty & Disposable {
  const pty = openPty(`/proc/${pid}/root/dev/pts/ptmx`, size);
  return { ...pty, [Symbol.dispose]: () => [pty.master, pty.slave].forEach((fd) => closeSync(fd)) };
}
