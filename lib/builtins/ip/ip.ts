/**
 * `ip` of iproute2, over rtnetlink and in this process.
 *
 * @module
 */
import { existsSync } from "node:fs";

import { hasLibc } from "../../netlink/libc.ts";
import { openNetworkNamed } from "../../netlink/netns/open-network.ts";
import { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import type { Builtin } from "../builtin.ts";
import { runReal } from "../real-program.ts";
import { answerOf } from "./deed.ts";
import { type IpLine, readLine } from "./read-line.ts";

/**
 * `ip`: the lines by which recipes change links, addresses, routes and namespaces are done here, with the exit status of
 * iproute2 6.1. All others are the real one's, those that show something and mistakes among them, so that what it prints is its
 * own. Without a C library to call the kernel by, all are.
 *
 * Equivalent to: `ip $args`
 */
export const ip: Builtin = async (args, surroundings) => {
  const line = hasLibc ? readLine(args) : null;
  const socket = line === null ? null : socketFor(line);
  if (line === null || socket === null) return runReal("ip", args, surroundings);
  using _ = socket;
  const answer = answerOf(line.deed, socket);
  if (answer === null) return runReal("ip", args, surroundings);
  const { status, stdout, stderr } = answer;
  if (stdout !== "") surroundings.output(Buffer.from(stdout));
  if (stderr !== "") surroundings.errors(Buffer.from(stderr));
  return status;
};

/** `null` where the real one has to say what is wrong, or to mount what `/etc/netns/$name` has */
function socketFor({ netns }: IpLine): RouteSocket | null {
  if (netns.length === 0) return RouteSocket.open();
  let socket: RouteSocket | null = null;
  for (const name of netns) {
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
