/**
 * `ip` of iproute2, over rtnetlink and in this process.
 *
 * @module
 */
import { closeSync, existsSync, openSync } from "node:fs";

import { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { type Builtin, print } from "../builtin.ts";
import { runWith } from "../run-with.ts";
import { answerOf } from "./deed.ts";
import { type IpLine, readLine } from "./read-line.ts";
import { realIp } from "./real-ip.ts";

/** NETNS_RUN_DIR of iproute2 */
const ENTRIES = "/var/run/netns";

/**
 * `ip`: the lines that recipes use are done here, with the words and the exit status of iproute2 6.1. All others are the real
 * one's, mistakes among them, so that its complaints are its own.
 *
 * Equivalent to: `ip $args`
 */
export const ip: Builtin = async (args, surroundings) => {
  const line = readLine(args);
  const socket = line === null ? null : socketFor(line);
  if (line === null || socket === null) return runReal(args, surroundings);
  using _ = socket;
  const answer = answerOf(line.deed, { socket, form: line.form });
  if (answer === null) return runReal(args, surroundings);
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
  const entry = openEntry(name);
  if (entry === null) return null;
  try {
    return RouteSocket.openIn(entry);
  } catch {
    return null;
  } finally {
    closeSync(entry);
  }
}

function openEntry(name: string): number | null {
  try {
    return openSync(`${ENTRIES}/${name}`, "r");
  } catch {
    return null;
  }
}

function runReal(args: readonly string[], surroundings: Parameters<Builtin>[1]): Promise<number> | number {
  const program = realIp();
  if (program !== null) return runWith([program, ...args], surroundings);
  print(
    surroundings.errors,
    `Cannot run "ip ${args.join(" ")}": it needs iproute2's own ip, which is not installed. Try: sudo apt-get install iproute2`,
  );
  return 127;
}
