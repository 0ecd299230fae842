/**
 * TCP between network namespaces. A socket belongs to the namespace that it was made in, for life, so only socket(2)
 * is called in there: all the rest is done from home, and never blocks.
 *
 * @module
 */
import { type Ipv4, parseIpv4 } from "../values/ipv4.ts";
import type { Port } from "../values/port.ts";
import { checked, errno, KernelError, libc } from "./libc.ts";
import { inNetwork } from "./namespaces.ts";

const AF_INET = 2;
/** SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC */
const STREAM_NOW = 0x8_0801;
/** SOCK_NONBLOCK | SOCK_CLOEXEC, of accept4(2) */
const NOW = 0x8_0800;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_ERROR = 4;
const MSG_NOSIGNAL = 0x4000;
const EAGAIN = 11;
const EINPROGRESS = 115;
const POLL_MILLISECONDS = 2;
const BACKLOG = 8;
const CHUNK_BYTES = 4096;

/** `struct sockaddr_in`, ip(7): family in host order, then port and address in network order */
const ADDRESS_BYTES = 16;

/** One end of a connection */
export interface Connection extends Disposable {
  /** Its own address, as it knows it */
  readonly local: Ipv4;
  send(bytes: Uint8Array): void;
  /** Waits for some bytes; none when the time is over or the other end has closed */
  receive(milliseconds: number): Promise<Uint8Array>;
}

/** A socket that others can connect to */
export interface Listener extends Disposable {
  /** Waits for a connection; `null` when the time is over */
  accept(milliseconds: number): Promise<{ connection: Connection; peer: Ipv4 } | null>;
}

/**
 * Listens on every address of the network namespace behind a descriptor.
 *
 * @throws {KernelError} `EADDRINUSE` when the port is taken
 */
export function listenTcp(network: number, port: Port): Listener {
  const socket = openSocket(network);
  try {
    checked("reuse the port", libc.setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, new Int32Array([1]), 4));
    checked(`bind port ${port}`, libc.bind(socket, addressOf("0.0.0.0", port), ADDRESS_BYTES));
    checked(`listen on port ${port}`, libc.listen(socket, BACKLOG));
  } catch (error) {
    libc.close(socket);
    throw error;
  }
  return {
    accept: (milliseconds) => accept(socket, milliseconds),
    [Symbol.dispose]: () => void libc.close(socket),
  };
}

/**
 * Connects from the network namespace behind a descriptor.
 *
 * @returns the connection, or the name of what the kernel said: `ECONNREFUSED`, `ENETUNREACH`, `ETIMEDOUT` (also
 * when nothing had come after that many milliseconds)
 */
export async function connectTcp(
  network: number,
  address: Ipv4,
  port: Port,
  milliseconds: number,
): Promise<Connection | string> {
  const socket = openSocket(network);
  const failed = (code: string) => {
    libc.close(socket);
    return code;
  };
  if (libc.connect(socket, addressOf(address, port), ADDRESS_BYTES) < 0 && errno() !== EINPROGRESS) {
    return failed(new KernelError("connect", errno()).code);
  }
  const peer = Buffer.alloc(ADDRESS_BYTES);
  const established = await poll(milliseconds, () => {
    const error = pendingError(socket);
    if (error !== 0) return new KernelError("connect", error).code;
    const length = new Uint32Array([ADDRESS_BYTES]);
    return libc.getpeername(socket, peer, length) === 0 ? "connected" : null;
  });
  return established === "connected" ? connectionOf(socket) : failed(established ?? "ETIMEDOUT");
}

function openSocket(network: number): number {
  return inNetwork(network, () => checked("open a socket", libc.socket(AF_INET, STREAM_NOW, 0)));
}

async function accept(socket: number, milliseconds: number): ReturnType<Listener["accept"]> {
  const address = Buffer.alloc(ADDRESS_BYTES);
  const accepted = await poll(milliseconds, () => {
    const result = libc.accept4(socket, address, new Uint32Array([ADDRESS_BYTES]), NOW);
    return wouldBlock(result) ? null : checked("accept a connection", result);
  });
  if (accepted === null) return null;
  return { connection: connectionOf(accepted), peer: ipv4In(address) };
}

function ipv4In(address: Uint8Array): Ipv4 {
  return parseIpv4([...address.subarray(4, 8)].join("."));
}

function connectionOf(socket: number): Connection {
  const local = Buffer.alloc(ADDRESS_BYTES);
  checked("ask for the own address", libc.getsockname(socket, local, new Uint32Array([ADDRESS_BYTES])));
  return {
    local: ipv4In(local),
    send: (bytes) => void checked("send", Number(libc.send(socket, bytes, bytes.byteLength, MSG_NOSIGNAL))),
    receive: async (milliseconds) => {
      const buffer = Buffer.alloc(CHUNK_BYTES);
      const count = await poll(milliseconds, () => {
        const result = Number(libc.recv(socket, buffer, buffer.byteLength, 0));
        return wouldBlock(result) ? null : checked("receive", result);
      });
      return buffer.subarray(0, count ?? 0);
    },
    [Symbol.dispose]: () => void libc.close(socket),
  };
}

function pendingError(socket: number): number {
  const value = new Int32Array(1);
  checked("ask the socket", libc.getsockopt(socket, SOL_SOCKET, SO_ERROR, value, new Uint32Array([4])));
  return value[0] ?? 0;
}

function wouldBlock(result: number): boolean {
  return result < 0 && errno() === EAGAIN;
}

function addressOf(address: string, port: Port): Uint8Array {
  const bytes = Buffer.alloc(ADDRESS_BYTES);
  bytes.writeUInt16LE(AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.set(address.split(".").map(Number), 4);
  return bytes;
}

/** Asks until there is an answer or the time is over */
async function poll<T>(milliseconds: number, ask: () => T | null): Promise<T | null> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const answer = ask();
    if (answer !== null || performance.now() >= deadline) return answer;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
