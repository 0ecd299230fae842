/**
 * Abstract Unix sockets, unix(7). Their names belong to a network namespace, not to a folder: every process
 * in the namespace can connect, whatever files it sees.
 *
 * @module
 */
import type { SocketName } from "../../values/name/socket-name.ts";
import { checked, errno, KernelError, libc } from "../libc.ts";
import { acceptOn, openStream, type Stream, streamOf } from "./stream.ts";

const AF_UNIX = 1;
const FAMILY_BYTES = 2;
const BACKLOG = 8;

/** A listening socket */
export interface UnixListener extends Disposable {
  /** Waits for a connection; `null` after a timeout */
  accept(milliseconds: number): Promise<Stream | null>;
}

/**
 * Listens in the network namespace of a descriptor.
 *
 * @throws {KernelError} `EADDRINUSE` when the name is taken
 */
export function listenUnix(network: number, name: SocketName): UnixListener {
  const socket = openStream(network, AF_UNIX);
  const address = addressOf(name);
  try {
    checked(`bind ${name}`, libc.bind(socket, address, address.byteLength));
    checked(`listen on ${name}`, libc.listen(socket, BACKLOG));
  } catch (error) {
    libc.close(socket);
    throw error;
  }
  return {
    accept: async (milliseconds) => {
      // A connecting socket has no name
      const accepted = await acceptOn(socket, new Uint8Array(FAMILY_BYTES), milliseconds);
      return accepted === null ? null : streamOf(accepted);
    },
    [Symbol.dispose]: () => void libc.close(socket),
  };
}

/**
 * Connects from the network namespace of a descriptor.
 *
 * @returns the connection, or the name of the kernel's error: `ECONNREFUSED` when nobody listens
 */
export function connectUnix(network: number, name: SocketName): Stream | string {
  const socket = openStream(network, AF_UNIX);
  const address = addressOf(name);
  if (libc.connect(socket, address, address.byteLength) === 0) return streamOf(socket);
  const { code } = new KernelError("connect", errno());
  libc.close(socket);
  return code;
}

/** Encodes `struct sockaddr_un`: the family in host order, a zero byte, and the name in its length */
function addressOf(name: SocketName): Uint8Array {
  const bytes = Buffer.from(`\0\0\0${name.slice(1)}`, "latin1");
  bytes.writeUInt16LE(AF_UNIX, 0);
  return bytes;
}
