/** New network namespaces for a process in a user namespace of its own. */
import { writeFileSync } from "node:fs";

import { checked, libc } from "../../../lib/netlink/libc.ts";

const CLONE_NEWNET = 0x4000_0000;

/** Three cables and a bridge, with fixed MAC addresses, so that derived addresses are the same each time */
export const CABLES: readonly string[] = [
  ...[0, 1, 2].map(
    (n) => `link add v${n} address 02:00:00:00:01:0${n} type veth peer name w${n} address 02:00:00:00:02:0${n}`,
  ),
  "link add b0 address 02:00:00:00:03:00 type bridge",
];

/** Moves this process's main thread to a new network namespace */
export function enterNewNetwork(): void {
  checked("make a network", libc.unshare(CLONE_NEWNET));
  silenceIpv6();
}

/** Disables IPv6's automatic changes in the calling thread's network, which come with a delay */
export function silenceIpv6(): void {
  for (const of of ["all", "default"]) writeFileSync(`/proc/sys/net/ipv6/conf/${of}/disable_ipv6`, "1");
}

/** Runs lines of the real `ip` */
export function prepareByIp(lines: readonly string[]): void {
  const { exitCode, stderr } = Bun.spawnSync(["ip", "-batch", "-"], { stdin: Buffer.from([...lines, ""].join("\n")) });
  if (exitCode !== 0) throw new Error(`Cannot prepare the network: ${stderr.toString()}`);
}
