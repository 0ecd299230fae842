/**
 * A container's namespaces, with all in them that it needs, and the process that becomes its first one.
 *
 * @module
 */
import { closeSync, openSync, writeSync } from "node:fs";

import type { Subprocess } from "bun";

import { programFile } from "../../../bundle/entry-points.ts";
import { BUN_COMMAND } from "../../../hosts/bun-command.ts";
import { firstChild } from "../../../netlink/first-child.ts";
import { openPipe } from "../../../netlink/pipe.ts";
import { DaemonFailure } from "../failure.ts";
import { type Command, findObstacle } from "./command.ts";
import type { ContainerRecord } from "./container.ts";
import { BEGIN, READY, wordsOf } from "./furnisher.ts";
import { isOwnNetwork, type JoinedNetwork } from "./shared-network.ts";
import type { Streams } from "./stdio.ts";

const WAITER = `${import.meta.dir}/waiter.sh`;
const FURNISH = programFile("builtins/docker/engine/furnish");

/** sethostname(2), in bytes */
const LONGEST_HOSTNAME = 64;

/** What a container could not be started for, if it is nothing about its command */
const REFUSED = 128;

/** A container that is furnished, and whose first process waits to be told what to become; disposing of it before ends that */
export interface Furnished extends Disposable {
  /** Who waits for the first process, as its parent */
  readonly waiter: number;
  /** The first process */
  readonly pid: number;
  /** A descriptor of its network */
  readonly network: number;
  /** A descriptor that the first process's exit status will come from */
  readonly status: number;
  /** Has the first process become its command, and waits until it has */
  begin(): Promise<void>;
}

/**
 * Makes new mount, UTS, IPC and process id namespaces, and one of its own for the network unless it shares another, and
 * furnishes them.
 *
 * A process of its own does it, which then becomes the container's first: threads that Bun starts to compile or collect would be
 * born in there, and end with that.
 *
 * Equivalent to: `unshare --mount --net --uts --ipc --pid --fork …`
 *
 * @param joined the network that it is put into; `null` for one of its own, or the host's
 * @param command its first
 * @throws {DaemonFailure} when the container's command can't be run in there, or the kernel refuses
 */
export async function furnishContainer(
  { id, settings }: ContainerRecord,
  joined: JoinedNetwork | null,
  command: Command,
  streams: Streams,
): Promise<Furnished> {
  if (Buffer.byteLength(settings.hostname) > LONGEST_HOSTNAME) {
    const words = "error during container init: sethostname: invalid argument: unknown";
    throw refused(`runc create failed: unable to start container process: ${words}`, REFUSED);
  }
  const entering = joined === null ? [] : ["nsenter", `--net=/proc/${process.pid}/fd/${joined.fd}`, "--"];
  const network = isOwnNetwork(settings.network) ? ["--net"] : [];
  const unshare = ["unshare", "--mount", ...network, "--uts", "--ipc", "--pid", "--"];
  const [report, answer, status] = [openPipe(), openPipe(), openPipe()];
  const [input, output, errors] = streams;
  const furnisher = [...BUN_COMMAND, FURNISH, id, ...wordsOf(command)];
  const waiter = Bun.spawn([...entering, ...unshare, "sh", WAITER, ...furnisher], {
    detached: true,
    stdio: [input, output, "ignore", report.write, answer.read, status.write, errors],
  });
  waiter.unref();
  for (const theirs of [report.write, answer.read, status.write]) closeSync(theirs);
  const furnished = new FurnishedContainer(waiter, report.read, answer.write, status.read);
  try {
    await furnished.isReady();
    const obstacle = findObstacle(furnished.pid, command);
    if (obstacle !== null) throw refused(`runc create failed: ${obstacle.reason}`, obstacle.exitCode);
    return furnished;
  } catch (error) {
    furnished[Symbol.dispose]();
    throw error;
  }
}

class FurnishedContainer implements Furnished {
  readonly waiter: number;
  readonly status: number;
  readonly #report: AsyncIterator<Uint8Array>;
  readonly #descriptors: Set<number>;
  readonly #answer: number;
  #pid = 0;
  #network = -1;

  constructor(waiter: Subprocess, report: number, answer: number, status: number) {
    this.waiter = waiter.pid;
    this.status = status;
    this.#report = Bun.file(report).stream()[Symbol.asyncIterator]();
    this.#answer = answer;
    this.#descriptors = new Set([report, answer, status]);
  }

  get pid(): number {
    return this.#pid;
  }

  get network(): number {
    return this.#network;
  }

  /** @throws {DaemonFailure} with what the furnisher says, if it is anything else */
  async isReady(): Promise<void> {
    const said = await this.#read();
    if (said !== READY) throw refused(`runc create failed: ${said}${await this.#readAll()}`.trim(), REFUSED);
    this.#pid = firstChild(this.waiter) ?? 0;
    this.#network = openSync(`/proc/${this.#pid}/ns/net`, "r");
    this.#descriptors.add(this.#network);
  }

  async begin(): Promise<void> {
    writeSync(this.#answer, BEGIN);
    this.#close(this.#answer);
    await this.#readAll();
  }

  async #read(): Promise<string> {
    const { value, done } = await this.#report.next();
    return done ? "" : Buffer.from(value).toString();
  }

  async #readAll(): Promise<string> {
    let text = "";
    for (let said = await this.#read(); said !== ""; said = await this.#read()) text += said;
    return text;
  }

  #close(fd: number): void {
    if (this.#descriptors.delete(fd)) closeSync(fd);
  }

  [Symbol.dispose](): void {
    for (const fd of this.#descriptors) this.#close(fd);
  }
}

/** In the words of containerd and runc, as Docker 20.10 passes them on */
function refused(reason: string, exitCode: number): DaemonFailure {
  return new DaemonFailure(`failed to create shim task: OCI runtime create failed: ${reason}`, exitCode);
}
