/**
 * `ip` of iproute2, over rtnetlink, in this process.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { hasLibc } from "../../netlink/libc.ts";
import { openNetworkNamed } from "../../netlink/netns/open-network.ts";
import { Refusal } from "../../netlink/rtnetlink/refusal.ts";
import { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { Complaint } from "../../programs/complaint.ts";
import type { Performance } from "../../programs/performance.ts";
import { NotOurs } from "../../programs/strict.ts";
import { type Builtin, print } from "../builtin.ts";
import { runReal } from "../real-program.ts";
import { type OwnLine, readLine } from "./own-line.ts";

/**
 * Performs the lines by which recipes change links, addresses, routes and namespaces, with the exit status of iproute2
 * 6.1. The real `ip` runs all others, such as those that show something or have a mistake, so what is printed is its
 * own. Without a C library to call the kernel, it runs every line.
 *
 * Equivalent to: `ip $args`
 */
export const ip: Builtin = async (args, surroundings) => {
  const line = hasLibc ? readLine(args) : null;
  const socket = line === null ? null : socketFor(line);
  if (line === null || socket === null) return runReal("ip", args, surroundings);
  using _ = socket;
  const answer = answerOf(line.performance, socket);
  if (answer === null) return runReal("ip", args, surroundings);
  if (answer.complaint !== null) print(surroundings.errors, answer.complaint);
  return answer.status;
};

/** The exit status of `ip`, and its error message */
interface Answer {
  readonly status: number;
  readonly complaint: string | null;
}

/** Performs a line; `null` when the real program must run it after all, and nothing is done yet */
function answerOf(performance: Performance, socket: RouteSocket): Answer | null {
  try {
    performance(socket);
    return { status: 0, complaint: null };
  } catch (error) {
    if (error instanceof NotOurs) return null;
    if (error instanceof Complaint) return { status: error.status, complaint: error.message };
    if (error instanceof Refusal) return { status: 2, complaint: error.answer };
    throw error;
  }
}

/**
 * Opens a socket in the namespace of a line; `null` when the real program must report an error, or bind files of
 * `/etc/netns/$name`
 */
function socketFor({ entries }: OwnLine): RouteSocket | null {
  if (entries.length === 0) return RouteSocket.open();
  let socket: RouteSocket | null = null;
  for (const name of entries) {
    socket?.[Symbol.dispose]();
    socket = existsSync(`/etc/netns/${name}`) ? null : socketIn(name);
    if (socket === null) return null;
  }
  return socket;
}

function socketIn(name: string): RouteSocket | null {
  try {
    using network = openNetworkNamed(name);
    return RouteSocket.openIn(network.fd);
  } catch {
    return null;
  }
}
