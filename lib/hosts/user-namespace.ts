/**
 * Chooses the kind of user namespace for a sandbox, or finds the setting that forbids them.
 *
 * @module
 */
import { readFileSync } from "node:fs";

/**
 * `own id`: root in the namespace is the user who started it; only one id is mapped.
 * `unused ids`: started by root; ids 0 to 65535 in the namespace are unused ids of the machine.
 * `none`: started by root where user namespaces are switched off.
 */
export type UserNamespace = "own id" | "unused ids" | "none";

/** Ids that no account of any machine has: even root of the namespace has no rights on the machine */
export const UNUSED_IDS = { first: 2_000_000_000, count: 65_536 } as const;

/** A reason why this machine allows no user namespaces, where it is set, and the line that changes it */
export interface Refusal {
  readonly cause: string;
  readonly tryThis: string;
}

interface Switch extends Refusal {
  readonly file: string;
  readonly off: RegExp;
}

/** Switches of the kernel, in the order of the kernel's own checks */
const SWITCHES: readonly Switch[] = [
  {
    file: "/proc/sys/user/max_user_namespaces",
    off: /^0$/m,
    cause: "user.max_user_namespaces is 0",
    tryThis: "sudo sysctl -w user.max_user_namespaces=15000",
  },
  {
    file: "/proc/sys/kernel/unprivileged_userns_clone",
    off: /^0$/m,
    cause: "kernel.unprivileged_userns_clone is 0 (Debian's switch)",
    tryThis: "sudo sysctl -w kernel.unprivileged_userns_clone=1",
  },
  {
    file: "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
    off: /^1$/m,
    cause: "kernel.apparmor_restrict_unprivileged_userns is 1 (AppArmor, Ubuntu 24.04 and later)",
    tryThis: "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
  },
  {
    file: "/proc/self/status",
    off: /^Seccomp:\s*2$/m,
    cause: "a seccomp filter is in force (as in a container)",
    tryThis:
      "docker run --security-opt seccomp=unconfined … (on the machine that started this container), or run it outside",
  },
];

/**
 * Finds the kernel setting that keeps this process from making a user namespace.
 *
 * @returns `null` when no known switch is off
 */
export function findRefusal(): Refusal | null {
  return SWITCHES.find(({ file, off }) => off.test(contentOf(file))) ?? null;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // This kernel doesn't have the switch
    return "";
  }
}

/** Lists the kinds to try, best first; where user namespaces are switched off, root does without */
export function userNamespacesToTry(): readonly UserNamespace[] {
  if (process.geteuid?.() !== 0) return ["own id"];
  return mapsUnusedIds(contentOf("/proc/self/uid_map")) ? ["unused ids", "none"] : ["own id", "none"];
}

/** Reports whether a uid_map(5), lines of "inside outside count", covers the ids that a sandbox uses */
function mapsUnusedIds(map: string): boolean {
  return map.split("\n").some((line) => {
    const [inside = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
    return inside <= UNUSED_IDS.first && inside + count >= UNUSED_IDS.first + UNUSED_IDS.count;
  });
}
