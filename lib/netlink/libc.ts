/**
 * Calls of the C library that Bun has no counterpart for: namespaces, mounts, terminals and sockets.
 *
 * @module
 */
import { type FFIFunction, type Pointer, read } from "bun:ffi";
import { constants } from "node:os";

import { openCLibrary } from "./c-library.ts";

const opened = openCLibrary({
  accept4: { args: ["i32", "ptr", "ptr", "i32"], returns: "i32" },
  bind: { args: ["i32", "ptr", "u32"], returns: "i32" },
  close: { args: ["i32"], returns: "i32" },
  connect: { args: ["i32", "ptr", "u32"], returns: "i32" },
  flock: { args: ["i32", "i32"], returns: "i32" },
  getpeername: { args: ["i32", "ptr", "ptr"], returns: "i32" },
  getsockname: { args: ["i32", "ptr", "ptr"], returns: "i32" },
  getsockopt: { args: ["i32", "i32", "i32", "ptr", "ptr"], returns: "i32" },
  ioctl: { args: ["i32", "u64", "ptr"], returns: "i32" },
  listen: { args: ["i32", "i32"], returns: "i32" },
  mknod: { args: ["ptr", "u32", "u64"], returns: "i32" },
  mkfifo: { args: ["ptr", "u32"], returns: "i32" },
  mount: { args: ["ptr", "ptr", "ptr", "u64", "ptr"], returns: "i32" },
  pipe2: { args: ["ptr", "i32"], returns: "i32" },
  poll: { args: ["ptr", "u64", "i32"], returns: "i32" },
  recv: { args: ["i32", "ptr", "u64", "i32"], returns: "i64" },
  recvfrom: { args: ["i32", "ptr", "u64", "i32", "ptr", "ptr"], returns: "i64" },
  send: { args: ["i32", "ptr", "u64", "i32"], returns: "i64" },
  sendto: { args: ["i32", "ptr", "u64", "i32", "ptr", "u32"], returns: "i64" },
  sethostname: { args: ["ptr", "u64"], returns: "i32" },
  setns: { args: ["i32", "i32"], returns: "i32" },
  setsockopt: { args: ["i32", "i32", "i32", "ptr", "u32"], returns: "i32" },
  strerror: { args: ["i32"], returns: "cstring" },
  shutdown: { args: ["i32", "i32"], returns: "i32" },
  socket: { args: ["i32", "i32", "i32"], returns: "i32" },
  syscall: { args: ["i64", "i64", "i64", "i64", "i64", "i64"], returns: "i64" },
  umount2: { args: ["ptr", "i32"], returns: "i32" },
  unshare: { args: ["i32"], returns: "i32" },
  __errno_location: { args: [], returns: "ptr" },
} satisfies Record<string, FFIFunction>);

/** The C library's functions */
export const libc = opened.functions;

/** False when there is no C library: each call then throws {@linkcode NoCLibrary} */
export const hasLibc = opened.missing === null;

const ERROR_NAMES = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]));

/** Thrown when the kernel refuses a call; carries the error's name, such as `EPERM` */
export class KernelError extends Error {
  /** The name of the error number, as in errno(3): `EPERM`, `EINVAL`… */
  readonly code: string;

  constructor(action: string, errno: number) {
    const code = nameOfErrno(errno);
    super(`Cannot ${action}: ${code}`);
    this.name = "KernelError";
    this.code = code;
  }
}

/**
 * Returns a call's result, or throws the kernel's error.
 *
 * errno is read through `__errno_location`, right after the call: the data symbol `errno` is another
 * thread's.
 *
 * @param action what was tried, for the message: `mount "/proc"`
 * @throws {KernelError} when the call returned a negative number
 */
export function checked(action: string, result: number): number {
  if (result < 0) throw new KernelError(action, errno());
  return result;
}

/** Returns the calling thread's last error number, errno(3) */
export function errno(): number {
  // Never null, says errno(3); Bun types an address as number or bigint
  return read.i32(Number(libc.__errno_location()) as Pointer, 0);
}

/** Returns the name of an error number, as in errno(3): `EPERM`, `EINVAL`… */
export function nameOfErrno(errno: number): string {
  return ERROR_NAMES.get(errno) ?? `error ${errno}`;
}

/** Returns the C library's message for an error number, strerror(3): `File exists` */
export function strerror(errno: number): string {
  return String(libc.strerror(errno));
}

/** Returns the message for the name of an error number */
export function strerrorOf(code: string): string {
  return strerror(constants.errno[code as keyof typeof constants.errno] ?? 0);
}

/** Encodes a string for C: UTF-8 with a closing NUL */
export function cString(text: string): Uint8Array {
  return Buffer.from(`${text}\0`);
}
