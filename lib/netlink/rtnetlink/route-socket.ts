/**
 * A socket that speaks rtnetlink with the kernel.
 *
 * The kernel handles requests during the call, and its answers are there when it returns: nothing here waits.
 * A socket stays in the network namespace in which it was opened, wherever the thread moves.
 *
 * @module
 */
import { inNetwork } from "../namespaces.ts";
import { FLAGS, type Request, TYPES } from "./message.ts";
import { NetlinkSocket } from "./netlink-socket.ts";
import { Refusal, refusalIn } from "./refusal.ts";

/**
 * The number of requests per send(2). Each answer takes about 768 of the buffer's 212992 bytes
 * (net.core.rmem_default) until it is read, and one that finds no room is lost.
 */
const AT_ONCE = 128;

/** The number of attempts at a list that changes while it is sent */
const MOST_TRIES = 20;

/** An rtnetlink socket in one network namespace */
export class RouteSocket implements Disposable {
  readonly #socket: NetlinkSocket;

  /**
   * Opens a socket in this process's network namespace.
   *
   * @throws {KernelError} `EMFILE` when too many files are open, `EAFNOSUPPORT` on a kernel without netlink
   */
  static open(): RouteSocket {
    return new RouteSocket(new NetlinkSocket());
  }

  /**
   * Opens a socket in the network namespace of a descriptor, which may be closed afterwards.
   *
   * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN there, `EMFILE` when too many files are open
   */
  static openIn(network: number): RouteSocket {
    return new RouteSocket(inNetwork(network, () => new NetlinkSocket()));
  }

  private constructor(socket: NetlinkSocket) {
    this.#socket = socket;
  }

  /**
   * Sends one request.
   *
   * @throws {Refusal} when the kernel refuses it
   */
  run(request: Request): void {
    const [refusal] = this.tryAll([request]);
    if (refusal !== null && refusal !== undefined) throw refusal;
  }

  /**
   * Sends many requests, in order, with as few system calls as possible.
   *
   * Equivalent to: `ip -force -batch …`
   *
   * @returns for each the refusal, or `null` on success: the kernel continues after a refusal
   * @throws {AnswersLost} when answers were lost
   */
  tryAll(requests: readonly Request[]): (Refusal | null)[] {
    const answers: (Refusal | null)[] = [];
    for (let at = 0; at < requests.length; at += AT_ONCE) {
      answers.push(...this.#tryTogether(requests.slice(at, at + AT_ONCE)));
    }
    return answers;
  }

  /**
   * Requests a list, such as that of all links.
   *
   * @throws {Refusal} when the kernel refuses
   */
  list(request: Request): Buffer[] {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const told = this.#listOnce(request);
      if (told !== null) return told;
    }
    throw new Error(`Cannot get a consistent list: it changed during each of ${MOST_TRIES} tries. Try again later`);
  }

  /**
   * Requests one object, such as a link by name.
   *
   * @throws {Refusal} `ENODEV` when there is no such link
   */
  ask(request: Request): Buffer {
    const sequence = this.#socket.send([request]);
    for (const reply of this.#socket.receive()) {
      if (reply.sequence !== sequence) continue;
      if (reply.type !== TYPES.error) return Buffer.from(reply.payload);
      throw refusalIn(reply) ?? new Error("Cannot read the kernel's answer: it reports success without the object");
    }
    throw new Error("Cannot read the kernel's answer: it sent none");
  }

  /** Calls an ioctl older than rtnetlink, netdevice(7); reports success */
  control(request: number, argument: Uint8Array): boolean {
    return this.#socket.control(request, argument);
  }

  [Symbol.dispose](): void {
    this.#socket[Symbol.dispose]();
  }

  #tryTogether(requests: readonly Request[]): (Refusal | null)[] {
    const acknowledged = requests.map((request) => ({ ...request, flags: request.flags | FLAGS.acknowledge }));
    const first = this.#socket.send(acknowledged);
    const answers = new Map<number, Refusal | null>();
    while (answers.size < requests.length) {
      for (const reply of this.#socket.receive()) {
        const index = reply.sequence - first;
        // An answer to an earlier request, which nobody has read
        if (reply.type === TYPES.error && index >= 0 && index < requests.length) answers.set(index, refusalIn(reply));
      }
    }
    return requests.map((_, index) => answers.get(index) ?? null);
  }

  /** Requests a list once; `null` when it changed meanwhile, so that entries may be missing or repeated */
  #listOnce(request: Request): Buffer[] | null {
    const sequence = this.#socket.send([{ ...request, flags: request.flags | FLAGS.list }]);
    const told: Buffer[] = [];
    let isWhole = true;
    for (;;) {
      for (const reply of this.#socket.receive()) {
        if (reply.sequence !== sequence) continue;
        if ((reply.flags & FLAGS.interrupted) !== 0) isWhole = false;
        if (reply.type === TYPES.error) throw refusalIn(reply) ?? new Error("Cannot list: the kernel gives no reason");
        if (reply.type === TYPES.done) {
          const refusal = refusalIn(reply);
          if (refusal !== null) throw refusal;
          return isWhole ? told : null;
        }
        told.push(Buffer.from(reply.payload));
      }
    }
  }
}
