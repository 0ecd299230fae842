import { readFileSync } from "node:fs";

/** CAP_NET_ADMIN, include/uapi/linux/capability.h */
const NET_ADMIN = 12n;

/**
 * Reports whether this process lacks CAP_NET_ADMIN, without which the kernel changes no interface:
 * capabilities(7), proc(5)
 */
export function lacksNetAdmin(): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return effective !== undefined && ((BigInt(`0x${effective}`) >> NET_ADMIN) & 1n) === 0n;
}
