/**
 * A furnisher from outside: the process that becomes a container's first one.
 *
 * @module
 */
import { closeSync, openSync, writeSync } from "node:fs";

import { programFile } from "../../../../bundle/entry-points.ts";
import { BUN_COMMAND } from "../../../../hosts/bun-command.ts";
import { firstChild } from "../../../../netlink/process/first-child.ts";
import { openPipe } from "../../../../netlink/pipe.ts";
import { BEGIN, READY } from "./furnisher.ts";
import type { Streams } from "../streams/stdio.ts";

const WAITER = `${import.meta.dir}/waiter.sh`;

/** The command line that begins in the namespaces of a container that has a network of its own */
export const IN_OWN_NETWORK: readonly string[] = ["unshare", "--mount", "--net", "--uts", "--ipc", "--pid", "--"];

/** The same of one that is in the network that it is started in */
export const IN_THIS_NETWORK: readonly string[] = IN_OWN_NETWORK.filter((word) => word !== "--net");

/** A furnisher that runs; disposing of it, unless it has begun, ends it */
export class FurnisherProcess implements AsyncDisposable {
  /** Who waits for it, as its parent */
  readonly waiter: number;
  /** A descriptor that its exit status, and so that of the container's first process, will come from */
  readonly status: number;
  readonly #report: AsyncIterator<Uint8Array>;
  readonly #answer: number;
  readonly #descriptors: Set<number>;

  /**
   * @param begins the command line that begins in the container's namespaces
   * @param words see `furnish.ts`; those of one that is to wait for them are none
   * @throws {Error} `E2BIG` for more than execve(2) takes
   */
  constructor(begins: readonly string[], words: readonly string[], [input, output, errors]: Streams) {
    const [report, answer, status] = [openPipe(), openPipe(), openPipe()];
    const ours = [report.read, answer.write, status.read];
    const program = programFile("builtins/docker/engine/process/furnish");
    try {
      const waiter = Bun.spawn([...begins, "sh", WAITER, ...BUN_COMMAND, program, ...words], {
        detached: true,
        stdio: [input, output, "ignore", report.write, answer.read, status.write, errors],
      });
      waiter.unref();
      this.waiter = waiter.pid;
    } catch (error) {
      for (const fd of ours) closeSync(fd);
      throw error;
    } finally {
      for (const theirs of [report.write, answer.read, status.write]) closeSync(theirs);
    }
    this.status = status.read;
    this.#report = Bun.file(report.read).stream()[Symbol.asyncIterator]();
    this.#answer = answer.write;
    this.#descriptors = new Set(ours);
  }

  /** The process itself; `null` when it has ended */
  get pid(): number | null {
    return firstChild(this.waiter);
  }

  /** Tells one that waits what to furnish for; false when it has ended meanwhile */
  order(words: readonly string[]): boolean {
    try {
      writeSync(this.#answer, `${JSON.stringify(words)}\n`);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
      throw error;
    }
  }

  /** Waits until it has furnished; what it says instead, where that is anything else */
  async isReady(): Promise<"ready" | { readonly reason: string }> {
    const said = await this.#read();
    return said === READY ? "ready" : { reason: `${said}${await this.#readAll()}`.trim() };
  }

  /** A descriptor of a namespace of its, which is closed along with it */
  open(namespace: "net"): number {
    const fd = openSync(`/proc/${this.pid}/ns/${namespace}`, "r");
    this.#descriptors.add(fd);
    return fd;
  }

  /** Has it become the container's first process, and waits until it has */
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

  /** To the end of what it says, as what is read may not be closed */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#close(this.#answer);
    await this.#readAll();
    for (const fd of this.#descriptors) this.#close(fd);
  }
}
