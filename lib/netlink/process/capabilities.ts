/**
 * Capabilities, capabilities(7): root's rights, one by one.
 *
 * @module
 */
import { openCLibrary } from "../c-library.ts";
import { checked } from "../libc.ts";

/** Capabilities by number, include/uapi/linux/capability.h; the newest is from Linux 5.9 */
export const CAPABILITIES = [
  "chown",
  "dac_override",
  "dac_read_search",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "linux_immutable",
  "net_bind_service",
  "net_broadcast",
  "net_admin",
  "net_raw",
  "ipc_lock",
  "ipc_owner",
  "sys_module",
  "sys_rawio",
  "sys_chroot",
  "sys_ptrace",
  "sys_pacct",
  "sys_admin",
  "sys_boot",
  "sys_nice",
  "sys_resource",
  "sys_time",
  "sys_tty_config",
  "mknod",
  "lease",
  "audit_write",
  "audit_control",
  "setfcap",
  "mac_override",
  "mac_admin",
  "syslog",
  "wake_alarm",
  "block_suspend",
  "audit_read",
  "perfmon",
  "bpf",
  "checkpoint_restore",
] as const;

/** A capability's name, as setpriv(1) writes it */
export type Capability = (typeof CAPABILITIES)[number];

/** Constants of include/uapi/linux/prctl.h */
const PR_CAPBSET_READ = 23;
const PR_CAPBSET_DROP = 24;
const PR_CAP_AMBIENT = 47;
const PR_CAP_AMBIENT_CLEAR_ALL = 4;

/** _LINUX_CAPABILITY_VERSION_3, and this process */
const HEADER = new Uint32Array([0x2008_0522, 0]);
/** The three sets (effective, permitted, inheritable), each in two 32-bit halves */
const SETS = 6;
const INHERITABLE = [2, 5] as const;

/** Functions of the C library, each called once in a container's life */
const { functions: libc } = openCLibrary({
  capget: { args: ["ptr", "ptr"], returns: "i32" },
  capset: { args: ["ptr", "ptr"], returns: "i32" },
  prctl: { args: ["i32", "u64", "u64", "u64", "u64"], returns: "i32" },
});

/**
 * Drops all other capabilities, for this process and its descendants, for good.
 *
 * Equivalent to: `setpriv --bounding-set=-all,+$kept --inh-caps=-all …`
 *
 * @throws {KernelError} `EPERM` without CAP_SETPCAP
 */
export function limitCapabilities(kept: ReadonlySet<Capability>): void {
  // Includes capabilities newer than this table; the call fails after the kernel's last one
  for (let number = 0; libc.prctl(PR_CAPBSET_READ, number, 0, 0, 0) >= 0; number += 1) {
    const name = CAPABILITIES[number];
    if (name !== undefined && kept.has(name)) continue;
    checked(`give up capability ${name ?? number}`, libc.prctl(PR_CAPBSET_DROP, number, 0, 0, 0));
  }
  inheritNone();
}

function inheritNone(): void {
  const sets = new Uint32Array(SETS);
  checked("read the capabilities", libc.capget(HEADER, sets));
  for (const at of INHERITABLE) sets[at] = 0;
  checked("inherit no capabilities", libc.capset(HEADER, sets));
  checked("give up ambient capabilities", libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0));
}
