/**
 * The container runtime of a Docker host, where plain runc can't start containers.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { SYSTEM_PATH } from "../programs.ts";

const RUNC = `${import.meta.dir}/runc.sh`;

/**
 * Returns a command line to use instead of runc.
 *
 * @returns `null` where runc itself works: on a machine with all capabilities of its kernel, as most have
 */
export function ownRuntime(): readonly string[] | null {
  const runc = Bun.which("runc", { PATH: SYSTEM_PATH });
  const lacking = lackingCapabilities();
  return runc === null || lacking.length === 0 ? null : ["sh", RUNC, runc, lacking.join(",")];
}

/**
 * Lists capabilities that the kernel knows and this process can't get, `SYS_RESOURCE` for example:
 * capabilities(7), proc_pid_status(5)
 */
function lackingCapabilities(): readonly string[] {
  const count = Number(readFileSync("/proc/sys/kernel/cap_last_cap", "utf8")) + 1;
  const [, bounding = "0"] = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  const had = BigInt(`0x${bounding}`);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const lacking = numbers.filter((number) => ((had >> BigInt(number)) & 1n) === 0n);
  const names = lacking.length === 0 ? [] : capabilityNames();
  return lacking.map((number) => names[number] ?? `${number}`);
}

/** Names of capabilities by number: setpriv(1) */
function capabilityNames(): readonly string[] {
  const { stdout } = Bun.spawnSync(["setpriv", "--list-caps"], { env: { PATH: SYSTEM_PATH } });
  return stdout.toString().toUpperCase().trim().split("\n");
}
