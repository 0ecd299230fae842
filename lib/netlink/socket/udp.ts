/**
 * UDP between network namespaces. As for TCP, only socket(2) is called inside.
 *
 * @module
 */
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import { checked, errno, KernelError, libc } from "../libc.ts";
import { inNetwork } from "../namespaces.ts";
import { ADDRESS_BYTES, AF_INET, ipv4In, socketAddress } from "./socket-address.ts";
import { poll } from "./stream.ts";

/** SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC */
const DATAGRAMS_NOW = 0x8_0802;
const EAGAIN = 11;
const MOST_BYTES = 64;

/** A datagram, and a way to answer it */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly peer: Ipv4;
  answer(bytes: Uint8Array): void;
}

/** A bound socket */
export interface Receiver extends Disposable {
  /** Waits for a datagram; `null` after a timeout */
  receive(milliseconds: number): Promise<Datagram | null>;
}

/** A socket connected to one address */
export interface Sender extends Disposable {
  /** Its local address */
  readonly local: Ipv4;
  send(bytes: Uint8Array): void;
  /**
   * Waits for a datagram; returns an error's name after a timeout, or when the kernel reports that nobody
   * listens
   */
  receive(milliseconds: number): Promise<Uint8Array | string>;
}

/**
 * Binds a port in the network namespace of a descriptor.
 *
 * @throws {KernelError} `EADDRINUSE` when the port is taken
 */
export function receiveUdp(network: number, port: Port): Receiver {
  const socket = openSocket(network);
  try {
    checked(`bind port ${port}`, libc.bind(socket, socketAddress("0.0.0.0", port), ADDRESS_BYTES));
  } catch (error) {
    libc.close(socket);
    throw error;
  }
  return {
    receive: (milliseconds) => poll(milliseconds, () => datagramFrom(socket)),
    [Symbol.dispose]: () => void libc.close(socket),
  };
}

/**
 * Connects to an address and port from the network namespace of a descriptor.
 *
 * @returns the name of the kernel's error when there is no route: `ENETUNREACH`
 */
export function sendUdp(network: number, address: Ipv4, port: Port): Sender | string {
  const socket = openSocket(network);
  if (libc.connect(socket, socketAddress(address, port), ADDRESS_BYTES) < 0) {
    const { code } = new KernelError("connect", errno());
    libc.close(socket);
    return code;
  }
  const local = Buffer.alloc(ADDRESS_BYTES);
  checked("read the address of the socket", libc.getsockname(socket, local, new Uint32Array([ADDRESS_BYTES])));
  return {
    local: ipv4In(local),
    // A datagram that the kernel can't queue is lost, as any datagram may be
    send: (bytes) => void libc.send(socket, bytes, bytes.byteLength, 0),
    receive: async (milliseconds) => (await poll(milliseconds, () => bytesFrom(socket))) ?? "ETIMEDOUT",
    [Symbol.dispose]: () => void libc.close(socket),
  };
}

function openSocket(network: number): number {
  return inNetwork(network, () => checked("open a socket", libc.socket(AF_INET, DATAGRAMS_NOW, 0)));
}

function datagramFrom(socket: number): Datagram | null {
  const [buffer, peer] = [Buffer.alloc(MOST_BYTES), Buffer.alloc(ADDRESS_BYTES)];
  const length = new Uint32Array([ADDRESS_BYTES]);
  const count = Number(libc.recvfrom(socket, buffer, buffer.byteLength, 0, peer, length));
  if (count < 0 && errno() === EAGAIN) return null;
  return {
    bytes: buffer.subarray(0, checked("receive", count)),
    peer: ipv4In(peer),
    answer: (bytes) => void libc.sendto(socket, bytes, bytes.byteLength, 0, peer, ADDRESS_BYTES),
  };
}

function bytesFrom(socket: number): Uint8Array | string | null {
  const buffer = Buffer.alloc(MOST_BYTES);
  const count = Number(libc.recv(socket, buffer, buffer.byteLength, 0));
  if (count >= 0) return buffer.subarray(0, count);
  return errno() === EAGAIN ? null : new KernelError("receive", errno()).code;
}
