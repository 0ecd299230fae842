/**
 * A netlink socket, netlink(7), for requests and replies.
 *
 * @module
 */
import { checked, errno, KernelError, libc } from "../libc.ts";
import { decodeReplies, encodeRequest, type Reply, type Request } from "./message.ts";

const AF_NETLINK = 16;
/** SOCK_RAW | SOCK_CLOEXEC */
const RAW = 0x8_0003;
const NETLINK_ROUTE = 0;

const SOL_SOCKET = 1;
const SO_RCVBUF = 8;
/** The requested receive buffer: the machine's net.core.rmem_default may be smaller than its rmem_max */
const ROOM_BYTES = 0x10_0000;

const SOL_NETLINK = 270;
/** NETLINK_CAP_ACK, NETLINK_EXT_ACK and NETLINK_GET_STRICT_CHK; since Linux 4.3, 4.12 and 4.20 */
const OPTIONS = [10, 11, 12] as const;

const MSG_TRUNC = 0x20;
const MSG_DONTWAIT = 0x40;
const EAGAIN = 11;
const EINTR = 4;
const ENOBUFS = 105;

/** The largest datagram of a list: NLMSG_GOODSIZE grows up to it, net/netlink/af_netlink.c */
const MOST_BYTES = 32_768;

/** The receive buffer, from which answers are copied; one is enough, since nothing here waits */
const RECEIVED = Buffer.alloc(MOST_BYTES);

/** Thrown when answers were lost: nobody knows which requests succeeded */
export class AnswersLost extends Error {
  constructor() {
    super("Cannot read all of the kernel's answers: some are lost");
    this.name = "AnswersLost";
  }
}

/** A socket in the network namespace where it was opened, wherever the thread moves */
export class NetlinkSocket implements Disposable {
  readonly #socket: number;
  #sequence = 0;

  /**
   * Opens a socket in the calling thread's network namespace.
   *
   * @throws {KernelError} `EMFILE` when too many files are open, `EAFNOSUPPORT` on a kernel without netlink
   */
  constructor() {
    this.#socket = openSocket();
  }

  /** Sends requests in one message; returns the first sequence number, from which the others count up */
  send(requests: readonly Request[]): number {
    const first = this.#sequence + 1;
    this.#sequence += requests.length;
    const messages = Buffer.concat(requests.map((request, index) => encodeRequest(request, first + index)));
    checked("ask the kernel over rtnetlink", Number(libc.send(this.#socket, messages, messages.byteLength, 0)));
    return first;
  }

  /**
   * Receives answers; the next call overwrites them.
   *
   * @throws {AnswersLost} when there are none because the buffer was full, or an answer was too long
   */
  receive(): Iterable<Reply> {
    for (;;) {
      const count = Number(libc.recv(this.#socket, RECEIVED, MOST_BYTES, MSG_DONTWAIT | MSG_TRUNC));
      if (count > MOST_BYTES) throw this.#lost();
      if (count >= 0) return decodeReplies(RECEIVED.subarray(0, count));
      const error = errno();
      if (error === EINTR) continue;
      if (error === EAGAIN || error === ENOBUFS) throw this.#lost();
      throw new KernelError("read the kernel's answer", error);
    }
  }

  /** Calls ioctl(2) on the socket, for what netlink does not offer; reports success */
  control(request: number, argument: Uint8Array): boolean {
    return libc.ioctl(this.#socket, request, argument) === 0;
  }

  [Symbol.dispose](): void {
    libc.close(this.#socket);
  }

  /** Empties the buffer for the next request */
  #lost(): AnswersLost {
    while (libc.recv(this.#socket, RECEIVED, MOST_BYTES, MSG_DONTWAIT) >= 0 || errno() !== EAGAIN);
    return new AnswersLost();
  }
}

function openSocket(): number {
  const socket = checked("open a netlink socket", libc.socket(AF_NETLINK, RAW, NETLINK_ROUTE));
  const [on, room] = [Uint32Array.of(1), Uint32Array.of(ROOM_BYTES)];
  libc.setsockopt(socket, SOL_SOCKET, SO_RCVBUF, room, room.byteLength);
  // Older kernels lack some of these, and then send no error messages and unfiltered lists
  for (const option of OPTIONS) libc.setsockopt(socket, SOL_NETLINK, option, on, on.byteLength);
  return socket;
}
