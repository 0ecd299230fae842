/**
 * A socket that speaks rtnetlink with the kernel.
 *
 * The kernel does what is asked while it is being asked, and its answers are there when the call returns: nothing here
 * waits. A socket stays with the network namespace that it was opened in, wherever the thread goes.
 *
 * @module
 */
import { checked, errno, KernelError, libc } from "../libc.ts";
import { inNetwork } from "../namespaces.ts";
import { decodeReplies, encodeRequest, FLAGS, type Reply, type Request, TYPES } from "./message.ts";
import { Refusal, refusalIn } from "./refusal.ts";

const AF_NETLINK = 16;
/** SOCK_RAW | SOCK_CLOEXEC */
const RAW = 0x8_0003;
const NETLINK_ROUTE = 0;

const SOL_NETLINK = 270;
/** NETLINK_CAP_ACK, NETLINK_EXT_ACK and NETLINK_GET_STRICT_CHK; since Linux 4.3, 4.12 and 4.20 */
const OPTIONS = [10, 11, 12] as const;

const MSG_DONTWAIT = 0x40;
const EAGAIN = 11;
const EINTR = 4;
const ENOBUFS = 105;

/** What the kernel tells of a list at once, at most: NLMSG_GOODSIZE grows up to it, net/netlink/af_netlink.c */
const MOST_BYTES = 32_768;

/**
 * How many requests go with one sendmsg(2). Each answer takes 768 bytes or so of the socket's 212992 (net.core.rmem_default)
 * until it is read, and one that finds no room is lost.
 */
const AT_ONCE = 128;

/** A list that changes as often as that while it is told is told wrong */
const MOST_TRIES = 20;

/** The buffer that answers are read into, before they are copied out: one for all, as nothing here waits */
const RECEIVED = Buffer.alloc(MOST_BYTES);

/** A socket that speaks rtnetlink in one network namespace */
export class RouteSocket implements Disposable {
  readonly #socket: number;
  #sequence = 0;

  /**
   * Opens one in the network namespace of this process.
   *
   * @throws {KernelError} `EMFILE` when too many files are open, `EAFNOSUPPORT` on a kernel without netlink
   */
  static open(): RouteSocket {
    return new RouteSocket(openSocket());
  }

  /**
   * Opens one in the network namespace behind a descriptor; of no more use is the descriptor afterwards.
   *
   * @throws {KernelError} `EPERM` without CAP_SYS_ADMIN there, `EMFILE` when too many files are open
   */
  static openIn(network: number): RouteSocket {
    return new RouteSocket(inNetwork(network, openSocket));
  }

  private constructor(socket: number) {
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
    const sequence = this.#send([request]);
    for (const reply of this.#receive()) {
      if (reply.sequence !== sequence) continue;
      if (reply.type !== TYPES.error) return Buffer.from(reply.payload);
      throw (
        refusalIn(reply) ?? new Error("Cannot read the kernel's answer: it says that all is done, and tells nothing")
      );
    }
    throw new Error("Cannot read the kernel's answer: there is none");
  }

  [Symbol.dispose](): void {
    libc.close(this.#socket);
  }

  #tryTogether(requests: readonly Request[]): (Refusal | null)[] {
    const acknowledged = requests.map((request) => ({ ...request, flags: request.flags | FLAGS.acknowledge }));
    const first = this.#send(acknowledged);
    const answers = new Map<number, Refusal | null>();
    while (answers.size < requests.length) {
      for (const reply of this.#receive()) {
        if (reply.type === TYPES.error) answers.set(reply.sequence - first, refusalIn(reply));
      }
    }
    return requests.map((_, index) => answers.get(index) ?? null);
  }

  /** `null` when the list changed meanwhile, so that something may be in it twice or not at all */
  #listOnce(request: Request): Buffer[] | null {
    const sequence = this.#send([{ ...request, flags: request.flags | FLAGS.list }]);
    const told: Buffer[] = [];
    let isWhole = true;
    for (;;) {
      for (const reply of this.#receive()) {
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

  /** Sends requests together; the number of the first, the others' follow */
  #send(requests: readonly Request[]): number {
    const first = this.#sequence + 1;
    this.#sequence += requests.length;
    const messages = Buffer.concat(requests.map((request, index) => encodeRequest(request, first + index)));
    checked("ask the kernel over rtnetlink", Number(libc.send(this.#socket, messages, messages.byteLength, 0)));
    return first;
  }

  /** What is there to read, which the next call overwrites */
  #receive(): Iterable<Reply> {
    for (;;) {
      const count = Number(libc.recv(this.#socket, RECEIVED, MOST_BYTES, MSG_DONTWAIT));
      if (count >= 0) return decodeReplies(RECEIVED.subarray(0, count));
      const error = errno();
      // Answers were lost for want of room. What comes next is whole again, and what is missing is found missing
      if (error === EINTR) continue;
      if (error === EAGAIN || error === ENOBUFS)
        throw new Error("Cannot read all of the kernel's answers: some are lost");
      throw new KernelError("read the kernel's answer", error);
    }
  }
}

function openSocket(): number {
  const socket = checked("open a netlink socket", libc.socket(AF_NETLINK, RAW, NETLINK_ROUTE));
  const on = Uint32Array.of(1);
  // An older kernel answers less: no words of its own, and lists that hold more than was asked for
  for (const option of OPTIONS) libc.setsockopt(socket, SOL_NETLINK, option, on, on.byteLength);
  return socket;
}
