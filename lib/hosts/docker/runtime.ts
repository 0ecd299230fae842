/**
 * The program that starts a Docker host's containers, where the machine's own needs help.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { SYSTEM_PATH } from "../programs.ts";

const RUNC = `${import.meta.dir}/runc.sh`;

/**
 * A command line in the place of runc's.
 *
 * @returns `null` where runc itself will do: on a machine that has all capabilities of its kernel, as most do
 */
export function ownRuntime(): readonly string[] | null {
  const runc = Bun.which("runc", { PATH: SYSTEM_PATH });
  const lacking = lackingCapabilities();
  return runc === null || lacking.length === 0 ? null : ["sh", RUNC, runc, lacking.join(",")];
}

/** Those that the kernel knows and nobody here may have: `SYS_RESOURCE`; capabilities(7), proc_pid_status(5) */
function lackingCapabilities(): readonly string[] {
  const count = Number(readFileSync("/proc/sys/kernel/cap_last_cap", "utf8")) + 1;
  const [, bounding = "0"] = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  const had = BigInt(`0x${bounding}`);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const lacking = numbers.filter((number) => ((had >> BigInt(number)) & 1n) === 0n);
  const names = lacking.length === 0 ? [] : capabilityNames();
  return lacking.map((number) => names[number] ?? `${number}`);
}

/** By their numbers: setpriv(1) */
function capabilityNames(): readonly string[] {
  const { stdout } = Bun.spawnSync(["setpriv", "--list-caps"], { env: { PATH: SYSTEM_PATH } });
  return stdout.toString().toUpperCase().trim().split("\n");
}
