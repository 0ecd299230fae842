/**
 * Sends an echo request without ping(8), and reports it in ping's words: one process less per check.
 *
 * @module
 */
import { isLeftToReal } from "../../builtins/left-to-real.ts";
import { type EchoResult, requestEcho } from "../../netlink/socket/icmp.ts";
import { KernelError } from "../../netlink/libc.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { ping, type PingResult, SILENCE } from "./ping.ts";

type Reply = Extract<EchoResult, { kind: "reply" }>;
type Complaint = Extract<EchoResult, { kind: "error" }>;

/** ping(8)'s words for each code of "destination unreachable". Source: iputils, `ping/ping.c`, `pr_icmph` */
const UNREACHABLE: readonly string[] = [
  "Destination Net Unreachable",
  "Destination Host Unreachable",
  "Destination Protocol Unreachable",
  "Destination Port Unreachable",
  "Frag needed and DF set",
  "Source Route Failed",
  "Destination Net Unknown",
  "Destination Host Unknown",
  "Source Host Isolated",
  "Destination Net Prohibited",
  "Destination Host Prohibited",
  "Destination Net Unreachable for Type of Service",
  "Destination Host Unreachable for Type of Service",
  "Packet filtered",
  "Precedence Violation",
  "Precedence Cutoff",
];

const EXCEEDED: readonly string[] = ["Time to live exceeded", "Frag reassembly time exceeded"];

/** ping(8)'s words for errors by type, RFC 792; for other types ping(8) itself is run */
const WORDS: ReadonlyMap<number, readonly string[]> = new Map([
  [3, UNREACHABLE],
  [11, EXCEEDED],
]);

/** ping(8)'s words when there is no route; for other errors on sending, ping(8) itself is run */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ["connect ENETUNREACH", "connect: Network is unreachable"],
  ["connect EHOSTUNREACH", "connect: No route to host"],
]);

/**
 * Sends one echo request from the network namespace of a descriptor. ping(8) does it where raw sockets are
 * not allowed, for results without known words, and with `WIREWORK_BUILTINS=off`.
 *
 * Equivalent to: `nsenter --net=… ping -n -c 1 -W $seconds $address`
 *
 * @throws {Error} as {@linkcode ping} does
 */
export async function echo(network: number, address: Ipv4, seconds: number): Promise<PingResult> {
  if (isLeftToReal("ping")) return ping(network, address, seconds);
  return inWordsOfPing(await tryToRequest(network, address, seconds)) ?? (await ping(network, address, seconds));
}

/** Sends a request; `null` without the right to open raw sockets */
async function tryToRequest(network: number, address: Ipv4, seconds: number): Promise<EchoResult | null> {
  try {
    return await requestEcho(network, address, seconds * 1000);
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

/** Words a result as ping(8) does; `null` when ping(8) itself must be run */
export function inWordsOfPing(result: EchoResult | null): PingResult | null {
  switch (result?.kind) {
    case "reply":
      return { answered: true, seen: replyLine(result) };
    case "error":
      return unanswered(errorLine(result));
    case "unsent":
      return unanswered(REFUSALS.get(`${result.call} ${result.code}`));
    case "silence":
      return unanswered(SILENCE);
    default:
      return null;
  }
}

function unanswered(seen: string | undefined): PingResult | null {
  return seen === undefined ? null : { answered: false, seen };
}

function replyLine({ bytes, from, ttl, ms }: Reply): string {
  return `${bytes} bytes from ${from}: icmp_seq=1 ttl=${ttl} time=${shortTime(ms)} ms`;
}

/** Formats a time with three digits. Source: iputils, `ping/ping_common.c`, `gather_statistics` */
function shortTime(ms: number): string {
  return ms.toFixed(ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3);
}

function errorLine({ from, type, code }: Complaint): string | undefined {
  const words = WORDS.get(type)?.[code];
  return words === undefined ? undefined : `From ${from} icmp_seq=1 ${words}`;
}
