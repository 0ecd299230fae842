/**
 * Stream sockets of any family. A socket stays in the network namespace where it was created, so only
 * socket(2) is called inside; everything else runs outside and never blocks.
 *
 * @module
 */
import { checked, errno, libc } from "../libc.ts";
import { inNetwork } from "../namespaces.ts";

/** SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC */
const STREAM_NOW = 0x8_0801;
/** SOCK_NONBLOCK | SOCK_CLOEXEC, of accept4(2) */
const NOW = 0x8_0800;
const MSG_NOSIGNAL = 0x4000;
const EAGAIN = 11;
const POLL_MILLISECONDS = 2;
const CHUNK_BYTES = 4096;

/** A connection's bytes */
export interface Stream extends Disposable {
  send(bytes: Uint8Array): void;
  /** Waits for some bytes; empty after a timeout, or when the other end has closed */
  receive(milliseconds: number): Promise<Uint8Array>;
}

/** Opens a socket in the network namespace of a descriptor */
export function openStream(network: number, family: number): number {
  return inNetwork(network, () => checked("open a socket", libc.socket(family, STREAM_NOW, 0)));
}

/**
 * Waits for a connection to a listening socket.
 *
 * @param peer is filled with the other end's address
 * @returns `null` after a timeout
 */
export async function acceptOn(socket: number, peer: Uint8Array, milliseconds: number): Promise<number | null> {
  return await poll(milliseconds, () => {
    const result = libc.accept4(socket, peer, new Uint32Array([peer.byteLength]), NOW);
    return wouldBlock(result) ? null : checked("accept a connection", result);
  });
}

/** Wraps a connected socket */
export function streamOf(socket: number): Stream {
  return {
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

function wouldBlock(result: number): boolean {
  return result < 0 && errno() === EAGAIN;
}

/** Polls until there is an answer or the time is over */
export async function poll<T>(milliseconds: number, ask: () => T | null): Promise<T | null> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const answer = ask();
    if (answer !== null || performance.now() >= deadline) return answer;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
