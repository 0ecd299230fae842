/**
 * Sends ICMP echo requests from a network namespace. As for TCP, only socket(2) is called inside.
 *
 * @module
 */
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { parsePort } from "../../values/port.ts";
import { checked, errno, KernelError, libc } from "../libc.ts";
import { inNetwork } from "../namespaces.ts";
import { ADDRESS_BYTES, AF_INET, ipv4In, socketAddress } from "./socket-address.ts";
import { poll } from "./stream.ts";

/** SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, and SOCK_DGRAM with the same */
const RAW_NOW = 0x8_0803;
const DATAGRAMS_NOW = 0x8_0802;
const IPPROTO_ICMP = 1;

/** Types of messages, RFC 792 */
const ECHO_REPLY = 0;
const ECHO_REQUEST = 8;
const ABOUT_ANOTHER: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]);

const HEADER_BYTES = 8;
/** ping(8)'s default size */
const DATA_BYTES = 56;
const SEQUENCE = 1;
const MOST_BYTES = 1024;

/** The port of a datagram socket that only looks up a route: discard, RFC 863 */
const ANY_PORT = parsePort("9");

/** The result of an echo request */
export type EchoResult =
  | { readonly kind: "reply"; readonly from: Ipv4; readonly bytes: number; readonly ttl: number; readonly ms: number }
  /** An ICMP error in reply, by type and code, RFC 792 */
  | { readonly kind: "error"; readonly from: Ipv4; readonly type: number; readonly code: number }
  /** The request could not be sent: the failed call, and the name of its error number */
  | { readonly kind: "unsent"; readonly call: "connect" | "sendmsg"; readonly code: string }
  | { readonly kind: "silence" };

/** An ICMP message and its sender */
interface Message {
  readonly from: Ipv4;
  readonly ttl: number;
  readonly icmp: Buffer;
}

/**
 * Sends an echo request from the network namespace of a descriptor, and waits for a reply or an error.
 *
 * Equivalent to: `ping -n -c 1 -W $seconds $address`. Source: RFC 792, raw(7)
 *
 * @throws {KernelError} `EPERM` without CAP_NET_RAW there
 */
export async function requestEcho(network: number, address: Ipv4, milliseconds: number): Promise<EchoResult> {
  const refusal = refusalOfWay(network, address);
  if (refusal !== null) return { kind: "unsent", call: "connect", code: refusal };
  const socket = openSocket(network, RAW_NOW, IPPROTO_ICMP);
  try {
    const request = newRequest();
    const began = performance.now();
    if (libc.sendto(socket, request, request.byteLength, 0, socketAddress(address, ANY_PORT), ADDRESS_BYTES) < 0)
      return { kind: "unsent", call: "sendmsg", code: lastError() };
    const result = await poll(milliseconds, () => nextResult(socket, request, began));
    return result ?? { kind: "silence" };
  } finally {
    libc.close(socket);
  }
}

/**
 * Returns the kernel's error when there is no route to an address; connecting a datagram socket looks the
 * route up and sends nothing
 */
function refusalOfWay(network: number, address: Ipv4): string | null {
  const socket = openSocket(network, DATAGRAMS_NOW, 0);
  try {
    return libc.connect(socket, socketAddress(address, ANY_PORT), ADDRESS_BYTES) < 0 ? lastError() : null;
  } finally {
    libc.close(socket);
  }
}

function openSocket(network: number, type: number, protocol: number): number {
  return inNetwork(network, () => checked("open a socket for ICMP", libc.socket(AF_INET, type, protocol)));
}

function lastError(): string {
  return new KernelError("send", errno()).code;
}

function newRequest(): Buffer {
  const request = Buffer.alloc(HEADER_BYTES + DATA_BYTES);
  request.writeUInt8(ECHO_REQUEST, 0);
  request.writeUInt16BE(SEQUENCE, 6);
  // Random data identifies the request: 16 bits of identifier could be another process's, too
  crypto.getRandomValues(request.subarray(4, 6));
  crypto.getRandomValues(request.subarray(HEADER_BYTES));
  request.writeUInt16BE(checksum(request), 2);
  return request;
}

/** Computes the Internet checksum, RFC 1071 */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.byteLength; at += 2) sum += bytes.readUInt16BE(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/**
 * Returns the first received message about our request: a raw socket gets every ICMP message of its network
 * namespace
 */
function nextResult(socket: number, request: Buffer, began: number): EchoResult | null {
  for (let message = receive(socket); message !== null; message = receive(socket)) {
    const result = resultOf(message, request, performance.now() - began);
    if (result !== null) return result;
  }
  return null;
}

function receive(socket: number): Message | null {
  const [buffer, peer] = [Buffer.alloc(MOST_BYTES), Buffer.alloc(ADDRESS_BYTES)];
  const length = new Uint32Array([ADDRESS_BYTES]);
  const count = Number(libc.recvfrom(socket, buffer, buffer.byteLength, 0, peer, length));
  return count < 0
    ? null
    : { from: ipv4In(peer), ttl: buffer.readUInt8(8), icmp: payloadOf(buffer.subarray(0, count)) };
}

/** Returns the payload of an IP packet, behind a header of the length that it states in words */
function payloadOf(packet: Buffer): Buffer {
  return packet.subarray((packet.readUInt8(0) & 0x0f) * 4);
}

function resultOf({ from, ttl, icmp }: Message, request: Buffer, ms: number): EchoResult | null {
  if (icmp.byteLength < HEADER_BYTES) return null;
  const type = icmp.readUInt8(0);
  // A reply repeats identifier, sequence number and data
  if (type === ECHO_REPLY && icmp.subarray(4).equals(request.subarray(4)))
    return { kind: "reply", from, bytes: icmp.byteLength, ttl, ms };
  if (!ABOUT_ANOTHER.has(type) || !quotes(icmp.subarray(HEADER_BYTES), request)) return null;
  return { kind: "error", from, type, code: icmp.readUInt8(1) };
}

/** Reports whether an error quotes our request: at least the IP header and 64 bits more */
function quotes(packet: Buffer, request: Buffer): boolean {
  if (packet.byteLength < 20 + HEADER_BYTES) return false;
  const quoted = payloadOf(packet);
  return quoted.readUInt8(0) === ECHO_REQUEST && quoted.subarray(4, 8).equals(request.subarray(4, 8));
}
