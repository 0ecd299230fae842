/**
 * A socket that speaks rtnetlink with the kernel.
 *
 * The kernel does what is asked while it is being asked, and its answers are there when the call returns: nothing here
 * waits. A socket stays with the network namespace that it was opened in, wherever the thread goes.
 *
 * @module
 */
import { inNetwork } from "../namespaces.ts";
import { FLAGS, type Request, TYPES } from "./message.ts";
import { NetlinkSocket } from "./netlink-socket.ts";
import { Refusal, refusalIn } from "./refusal.ts";

/**
 * How many requests go with one send(2). Each answer takes 768 bytes or so of the socket's 212992 (net.core.rmem_default)
 * until it is read, and one that finds no room is lost.
 */
const AT_ONCE = 128;

/** A list that changes as often as that while it is told is told wrong */
const MOST_TRIES = 20;

/** A socket that speaks rtnetlink in one network namespace */
export class RouteSocket implements Disposable {
  readonly #socket: NetlinkSocket;

  /**
   * Opens one in the network namespace of this process.
   *
   * @throws {KernelError} `EMFILE` when too many files are open, `EAFNOSUPPORT` on a kernel without netlink
   */
  static open(): RouteSocket {
    return new RouteSocket(new NetlinkSocket());
  }

  /**
   * Opens one in the network namespace behind a descriptor; of no more use is the descriptor afterwards.
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
   * Asks for one thing to be done.
   *
   * @throws {Refusal} when the kernel does not
   */
  run(request: Request): void {
    const [refusal] = this.tryAll([request]);
    if (refusal !== null && refusal !== undefined) throw refusal;
  }

  /**
   * Asks for many things to be done, one after the other, with as few system calls as it takes.
   *
   * Equivalent to: `ip -force -batch …`
   *
   * @returns for each why it was refused, or `null` when it was done: the kernel goes on after one that it refuses
   * @throws {AnswersLost} when nobody can tell
   */
  tryAll(requests: readonly Request[]): (Refusal | null)[] {
    const answers: (Refusal | null)[] = [];
    for (let at = 0; at < requests.length; at += AT_ONCE) {
      answers.push(...this.#tryTogether(requests.slice(at, at + AT_ONCE)));
    }
    return answers;
  }

  /**
   * Asks for a list, such as that of all links.
   *
   * @throws {Refusal} when the kernel has none to tell
   */
  list(request: Request): Buffer[] {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const told = this.#listOnce(request);
      if (told !== null) return told;
    }
    throw new Error(
      `Cannot list what changes all the time: it changed in each of ${MOST_TRIES} tries. Try again later`,
    );
  }

  /**
   * Asks for one thing to be told, such as a link of that name.
   *
   * @throws {Refusal} `ENODEV` when there is no such link
   */
  ask(request: Request): Buffer {
    const sequence = this.#socket.send([request]);
    for (const reply of this.#socket.receive()) {
      if (reply.sequence !== sequence) continue;
      if (reply.type !== TYPES.error) return Buffer.from(reply.payload);
      throw (
        refusalIn(reply) ?? new Error("Cannot read the kernel's answer: it says that all is done, and tells nothing")
      );
    }
    throw new Error("Cannot read the kernel's answer: there is none");
  }

  /** Asks for what is older than rtnetlink, netdevice(7); whether it was done */
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
        // Another one is about an earlier request, whose answer nobody has waited for
        if (reply.type === TYPES.error && index >= 0 && index < requests.length) answers.set(index, refusalIn(reply));
      }
    }
    return requests.map((_, index) => answers.get(index) ?? null);
  }

  /** `null` when the list changed meanwhile, so that something may be in it twice or not at all */
  #listOnce(request: Request): Buffer[] | null {
    const sequence = this.#socket.send([{ ...request, flags: request.flags | FLAGS.list }]);
    const told: Buffer[] = [];
    let isWhole = true;
    for (;;) {
      for (const reply of this.#socket.receive()) {
        if (reply.sequence !== sequence) continue;
        if ((reply.flags & FLAGS.interrupted) !== 0) isWhole = false;
        if (reply.type === TYPES.error) throw refusalIn(reply) ?? new Error("Cannot list: the kernel does not say why");
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
