/**
 * New network namespaces for a process that is in a user namespace of its own.
 */
import { writeFileSync } from "node:fs";

import { checked, libc } from "../../../lib/netlink/libc.ts";

const CLONE_NEWNET = 0x4000_0000;

/** Three cables and a bridge; the addresses are ours, so that all that follows from them is the same each time */
export const CABLES: readonly string[] = [
  ...[0, 1, 2].map(
    (n) => `link add v${n} address 02:00:00:00:01:0${n} type veth peer name w${n} address 02:00:00:00:02:0${n}`,
  ),
  "link add b0 address 02:00:00:00:03:00 type bridge",
];

/** Moves this process' main thread to a network namespace that is made for it */
export function enterNewNetwork(): void {
  checked("make a network", libc.unshare(CLONE_NEWNET));
  silenceIpv6();
}

/** What IPv6 does by itself in the network of the calling thread comes a moment late */
export function silenceIpv6(): void {
  for (const of of ["all", "default"]) writeFileSync(`/proc/sys/net/ipv6/conf/${of}/disable_ipv6`, "1");
}

/** Makes what lines of the real `ip` say */
export function prepareByIp(lines: readonly string[]): void {
  const { exitCode, stderr } = Bun.spawnSync(["ip", "-batch", "-"], { stdin: Buffer.from([...lines, ""].join("\n")) });
  if (exitCode !== 0) throw new Error(`Cannot prepare the network: ${stderr.toString()}`);
}
