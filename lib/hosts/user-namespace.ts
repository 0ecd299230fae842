/**
 * Which user namespace a sandbox can have here, and, when none, what switches them off and on.
 *
 * @module
 */
import { readFileSync } from "node:fs";

/**
 * `own id`: root in there is whoever started it; one id only.
 * `unused ids`: started by root; ids 0 to 65535 in there are nobody's on the machine.
 * `none`: started by root where user namespaces are switched off.
 */
export type UserNamespace = "own id" | "unused ids" | "none";

/** Ids that no account of any machine has: in there even root's root is nobody to the machine */
export const UNUSED_IDS = { first: 2_000_000_000, count: 65_536 } as const;

/** A reason why this machine makes no user namespaces, where to see it, and the line that changes it */
export interface Refusal {
  readonly cause: string;
  readonly tryThis: string;
}

interface Switch extends Refusal {
  readonly file: string;
  readonly off: RegExp;
}

/** In the order in which the kernel asks */
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
 * What keeps this process from making a user namespace, as far as the kernel's switches tell.
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
    // Kernels have the switches that they know
    return "";
  }
}

/** The kinds to try, best first: where user namespaces are switched off, root does without */
export function userNamespacesToTry(): readonly UserNamespace[] {
  if (process.geteuid?.() !== 0) return ["own id"];
  return mapsUnusedIds(contentOf("/proc/self/uid_map")) ? ["unused ids", "none"] : ["own id", "none"];
}

/** Whether a uid_map(5), lines of "inside outside count", reaches up to the ids that a sandbox wants */
function mapsUnusedIds(map: string): boolean {
  return map.split("\n").some((line) => {
    const [inside = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
    return inside <= UNUSED_IDS.first && inside + count >= UNUSED_IDS.first + UNUSED_IDS.count;
  });
}
