/**
 * TCP between network namespaces.
 *
 * @module
 */
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import { checked, errno, KernelError, libc } from "../libc.ts";
import { ADDRESS_BYTES, AF_INET, ipv4In, socketAddress } from "./socket-address.ts";
import { acceptOn, openStream, poll, type Stream, streamOf } from "./stream.ts";

const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const SO_ERROR = 4;
const EINPROGRESS = 115;
const SHUT_RDWR = 2;
const BACKLOG = 8;

/** One end of a connection */
export interface Connection extends Stream {
  /** Its local address */
  readonly local: Ipv4;
}

/** A listening socket */
export interface Listener extends Disposable {
  /** Waits for a connection; `null` after a timeout */
  accept(milliseconds: number): Promise<{ connection: Connection; peer: Ipv4 } | null>;
}

/**
 * Listens on every address of the network namespace of a descriptor.
 *
 * @throws {KernelError} `EADDRINUSE` when the port is taken
 */
export function listenTcp(network: number, port: Port): Listener {
  const socket = openStream(network, AF_INET);
  try {
    checked("reuse the port", libc.setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, new Int32Array([1]), 4));
    checked(`bind port ${port}`, libc.bind(socket, socketAddress("0.0.0.0", port), ADDRESS_BYTES));
    checked(`listen on port ${port}`, libc.listen(socket, BACKLOG));
  } catch (error) {
    libc.close(socket);
    throw error;
  }
  return {
    accept: (milliseconds) => accept(socket, milliseconds),
    [Symbol.dispose]() {
      // A program that is just being started has a copy of the socket until its execve(2), and would keep the
      // port open
      libc.shutdown(socket, SHUT_RDWR);
      libc.close(socket);
    },
  };
}

/**
 * Connects from the network namespace of a descriptor.
 *
 * @returns the connection, or the name of the kernel's error: `ECONNREFUSED`, `ENETUNREACH`, `ETIMEDOUT`
 * (also after that many milliseconds without an answer)
 */
export async function connectTcp(
  network: number,
  address: Ipv4,
  port: Port,
  milliseconds: number,
): Promise<Connection | string> {
  const socket = openStream(network, AF_INET);
  const failed = (code: string) => {
    libc.close(socket);
    return code;
  };
  if (libc.connect(socket, socketAddress(address, port), ADDRESS_BYTES) < 0 && errno() !== EINPROGRESS) {
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

async function accept(socket: number, milliseconds: number): ReturnType<Listener["accept"]> {
  const address = Buffer.alloc(ADDRESS_BYTES);
  const accepted = await acceptOn(socket, address, milliseconds);
  if (accepted === null) return null;
  return { connection: connectionOf(accepted), peer: ipv4In(address) };
}

function connectionOf(socket: number): Connection {
  const local = Buffer.alloc(ADDRESS_BYTES);
  checked("read the address of the socket", libc.getsockname(socket, local, new Uint32Array([ADDRESS_BYTES])));
  return { local: ipv4In(local), ...streamOf(socket) };
}

function pendingError(socket: number): number {
  const value = new Int32Array(1);
  checked("ask the socket", libc.getsockopt(socket, SOL_SOCKET, SO_ERROR, value, new Uint32Array([4])));
  return value[0] ?? 0;
}
