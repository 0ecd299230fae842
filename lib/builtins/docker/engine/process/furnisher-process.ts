/**
 * The process that sets up a container and becomes its first process, seen from outside.
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

/** A command line that starts in new namespaces, for a container with a network of its own */
export const IN_OWN_NETWORK: readonly string[] = ["unshare", "--mount", "--net", "--uts", "--ipc", "--pid", "--"];

/** A command line that starts in new namespaces, for a container in the starter's network */
export const IN_THIS_NETWORK: readonly string[] = IN_OWN_NETWORK.filter((word) => word !== "--net");

/** A running furnisher; disposing of it ends it, unless the container has begun */
export class FurnisherProcess implements AsyncDisposable {
  /** Its parent, which waits for it */
  readonly waiter: number;
  /** The descriptor from which its exit status, the container's, can be read */
  readonly status: number;
  readonly #report: AsyncIterator<Uint8Array>;
  readonly #answer: number;
  readonly #descriptors: Set<number>;

  /**
   * Starts a furnisher.
   *
   * @param begins the command line that starts it in the container's namespaces
   * @param words the order, see `furnish.ts`; empty for one that gets its order later
   * @throws {Error} `E2BIG` when execve(2)'s limit is exceeded
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

  /** Returns the furnisher's process id; `null` when it has ended */
  get pid(): number | null {
    return firstChild(this.waiter);
  }

  /** Gives a waiting furnisher its order; returns false when it has ended */
  order(words: readonly string[]): boolean {
    try {
      writeSync(this.#answer, `${JSON.stringify(words)}\n`);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EPIPE") return false;
      throw error;
    }
  }

  /** Waits until the container is set up; returns the reason when that fails */
  async isReady(): Promise<"ready" | { readonly reason: string }> {
    const said = await this.#read();
    return said === READY ? "ready" : { reason: `${said}${await this.#readAll()}`.trim() };
  }

  /** Opens a descriptor of its namespace, closed along with it */
  open(namespace: "net"): number {
    const fd = openSync(`/proc/${this.pid}/ns/${namespace}`, "r");
    this.#descriptors.add(fd);
    return fd;
  }

  /** Tells it to become the container's first process, and waits until it has */
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

  /** Reads its report to the end, because a stream that is being read can't be closed */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#close(this.#answer);
    await this.#readAll();
    for (const fd of this.#descriptors) this.#close(fd);
  }
}
