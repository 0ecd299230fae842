/**
 * Makes a container's namespaces and sets them up, with the process that becomes its first one.
 *
 * @module
 */
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { type Command, findObstacle } from "./container-command.ts";
import type { ContainerRecord } from "../container.ts";
import { wordsOf } from "./furnisher.ts";
import { FurnisherProcess, IN_OWN_NETWORK, IN_THIS_NETWORK } from "./furnisher-process.ts";
import { isOwnNetwork, type JoinedNetwork } from "../network/shared-network.ts";
import { takeSpareFurnisher } from "./spare-furnisher.ts";
import type { Stdio } from "../streams/stdio.ts";

/** sethostname(2)'s limit, in bytes */
const LONGEST_HOSTNAME = 64;

/** The exit status of a failed start for which the command is not to blame */
const REFUSED = 128;

/** A container that is set up, and whose first process waits for the signal to begin */
export interface Furnished extends AsyncDisposable {
  readonly furnisher: FurnisherProcess;
  /** The first process */
  readonly pid: number;
}

/**
 * Makes new mount, UTS, IPC and PID namespaces, and a network namespace unless it shares another, and sets
 * them up.
 *
 * A separate process does this, and then becomes the container's first: helper threads that Bun starts
 * meanwhile would be born in the namespaces, and end with them.
 *
 * Equivalent to: `unshare --mount --net --uts --ipc --pid --fork …`
 *
 * @param joined the network that it joins; `null` for one of its own, or the host's
 * @param command the command of its first process
 * @throws {DaemonFailure} when the container's command can't be run in there, or the kernel refuses
 */
export async function furnishContainer(
  { id, settings }: ContainerRecord,
  joined: JoinedNetwork | null,
  command: Command,
  stdio: Stdio,
): Promise<Furnished> {
  if (Buffer.byteLength(settings.hostname) > LONGEST_HOSTNAME) {
    const words = "error during container init: sethostname: invalid argument: unknown";
    throw refused(`runc create failed: unable to start container process: ${words}`, REFUSED);
  }
  const words = [id, ...wordsOf(command)];
  const mayBeSpare = isOwnNetwork(settings.network) && stdio.kind === "nothing yet";
  const begins = isOwnNetwork(settings.network) ? IN_OWN_NETWORK : [...entering(joined), ...IN_THIS_NETWORK];
  const spare = mayBeSpare ? takeSpareFurnisher(words) : null;
  await using opened = new AsyncDisposableStack();
  const furnisher = opened.use(spare ?? new FurnisherProcess(begins, words, stdio.streams));
  const said = await furnisher.isReady();
  if (said !== "ready") throw refused(`runc create failed: ${said.reason}`, REFUSED);
  const { pid } = furnisher;
  if (pid === null) throw refused("runc create failed: its first process was killed", REFUSED);
  const obstacle = findObstacle(pid, command);
  if (obstacle !== null) throw refused(`runc create failed: ${obstacle.reason}`, obstacle.exitCode);
  const kept = opened.move();
  return { furnisher, pid, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function entering(joined: JoinedNetwork | null): readonly string[] {
  return joined === null ? [] : ["nsenter", `--net=/proc/${process.pid}/fd/${joined.fd}`, "--"];
}

/** Words a failure as containerd and runc do, and as Docker 20.10 passes it on */
function refused(reason: string, exitCode: number): DaemonFailure {
  return new DaemonFailure(`failed to create shim task: OCI runtime create failed: ${reason}`, exitCode);
}
