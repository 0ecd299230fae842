/**
 * Mounts by mount(2) and its newer relatives: microseconds each, where mount(8) costs a process.
 *
 * @module
 */
import { ptr } from "bun:ffi";

import { checked, cString, libc } from "./libc.ts";

/** Flags of mount(2), include/uapi/linux/mount.h */
const MS = {
  rdonly: 0x1,
  nosuid: 0x2,
  nodev: 0x4,
  noexec: 0x8,
  bind: 0x1000,
  rec: 0x4000,
  private: 0x40000,
  shared: 0x100000,
} as const;

/** The flags of {@linkcode mount}, by mount(8)'s names */
export type MountFlag = "ro" | "nosuid" | "nodev" | "noexec";

const FLAGS: Record<MountFlag, number> = {
  ro: MS.rdonly,
  nosuid: MS.nosuid,
  nodev: MS.nodev,
  noexec: MS.noexec,
};

/** MNT_DETACH of umount2(2): hidden at once, unmounted when nothing uses it any more */
const DETACH = 2;

/** System call numbers; newer calls have the same number on every architecture */
const SYS_MOUNT_SETATTR = 442;

/** pivot_root(2) is older, so its number differs */
const SYS_PIVOT_ROOT = process.arch === "arm64" ? 41 : 155;

/** `struct mount_attr { u64 attr_set, attr_clr, propagation, userns_fd }`, include/uapi/linux/mount.h */
type MountAttributes = BigUint64Array;
const READ_ONLY: MountAttributes = new BigUint64Array([1n, 0n, 0n, 0n]);
const WRITABLE: MountAttributes = new BigUint64Array([0n, 1n, 0n, 0n]);

const AT_FDCWD = -100;
const AT_RECURSIVE = 0x8000;

/**
 * Mounts a file system.
 *
 * Equivalent to: `mount -t $type -o $data $source $target`
 *
 * @throws {KernelError} with mount(2)'s code
 */
export function mount(type: string, target: string, data = "", flags: readonly MountFlag[] = []): void {
  const bits = flags.reduce((sum, flag) => sum | FLAGS[flag], 0);
  checked(
    `mount ${type} at "${target}"`,
    libc.mount(cString(type), cString(target), cString(type), bits, cString(data)),
  );
}

/**
 * Shows a file or folder, with everything mounted below it, at a second path.
 *
 * Equivalent to: `mount --rbind $source $target`
 *
 * @throws {KernelError} with mount(2)'s code
 */
export function bind(source: string, target: string): void {
  checked(
    `bind "${source}" at "${target}"`,
    libc.mount(cString(source), cString(target), null, MS.bind | MS.rec, null),
  );
}

/**
 * Makes a mount and everything below it read-only. It calls mount_setattr(2): a remount would have to repeat
 * the flags that an unprivileged mount namespace has locked.
 *
 * Equivalent to: `mount -o remount,bind,ro $target`
 *
 * @throws {KernelError} with mount_setattr(2)'s code
 */
export function makeReadOnly(target: string): void {
  setAttributes(`make "${target}" read-only`, target, AT_RECURSIVE, READ_ONLY);
}

/**
 * Makes a mount writable again, but none below it; its file system may still be read-only.
 *
 * Equivalent to: `mount -o remount,bind,rw $target`
 *
 * @throws {KernelError} `EPERM` when an outer user namespace has made it read-only
 */
export function makeWritable(target: string): void {
  setAttributes(`make "${target}" writable`, target, 0, WRITABLE);
}

function setAttributes(action: string, target: string, flags: number, attributes: MountAttributes): void {
  const path = cString(target);
  const size = attributes.byteLength;
  checked(action, Number(libc.syscall(SYS_MOUNT_SETATTR, AT_FDCWD, ptr(path), flags, ptr(attributes), size)));
}

/**
 * Confines later mounts to this mount namespace.
 *
 * Equivalent to: `mount --make-rprivate /`
 *
 * @throws {KernelError} with mount(2)'s code
 */
export function makePrivate(): void {
  checked('make "/" private', libc.mount(null, cString("/"), null, MS.private | MS.rec, null));
}

/**
 * Propagates later mounts at this one, and below it, to all mount namespaces copied from this one.
 *
 * Equivalent to: `mount --make-rshared $target`
 *
 * @throws {KernelError} `EINVAL` when it is not a mount, `EPERM` without CAP_SYS_ADMIN
 */
export function makeShared(target: string): void {
  checked(`make "${target}" shared`, libc.mount(null, cString(target), null, MS.shared | MS.rec, null));
}

/**
 * Detaches a mount and everything below it.
 *
 * Equivalent to: `umount -l $target`
 *
 * @throws {KernelError} with umount2(2)'s code
 */
export function detach(target: string): void {
  checked(`unmount "${target}"`, libc.umount2(cString(target), DETACH));
}

/**
 * Makes a mounted folder the root of every process in this mount namespace, and detaches the old root.
 *
 * The old root is stacked on the same place and detached, so no folder is needed to keep it in:
 * pivot_root(2), "pivot_root(".", ".")".
 *
 * Equivalent to: `cd $root && pivot_root . . && umount -l .`
 *
 * @throws {KernelError} with pivot_root(2)'s code
 */
export function pivotRoot(root: string): void {
  process.chdir(root);
  const here = cString(".");
  checked(`make "${root}" the root`, Number(libc.syscall(SYS_PIVOT_ROOT, ptr(here), ptr(here), 0, 0, 0)));
  detach(".");
  process.chdir("/");
}
