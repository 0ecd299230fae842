/**
 * Replaces this process by another program, execve(2): its process id, namespaces and descriptors stay.
 *
 * @module
 */
import { ptr } from "bun:ffi";
import { readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";

import { openCLibrary } from "../c-library.ts";
import { checked, cString, errno, KernelError, libc as common } from "../libc.ts";

const { functions: libc } = openCLibrary({
  dup2: { args: ["i32", "i32"], returns: "i32" },
  execve: { args: ["ptr", "ptr", "ptr"], returns: "i32" },
  fcntl: { args: ["i32", "i32", "i32"], returns: "i32" },
  setsid: { args: [], returns: "i32" },
  signal: { args: ["i32", "u64"], returns: "u64" },
  sigprocmask: { args: ["i32", "ptr", "ptr"], returns: "i32" },
});

/** A constant of include/uapi/asm-generic/ioctls.h */
const TIOCSCTTY = 0x540e;
/** A constant of include/uapi/asm-generic/fcntl.h */
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const LAST_STANDARD_STREAM = 2;

const SIG_DFL = 0;
const SIG_SETMASK = 2;
const SIGNAL_SET_BYTES = 128;

const { ENOENT, ENOTDIR, ENOEXEC } = constants.errno;
/** The interpreter of files in no format that the kernel knows, execvp(3) */
const SHELL = "/bin/sh";

/**
 * Replaces this process's standard streams by an open terminal, which becomes the controlling terminal of a
 * new session.
 *
 * Equivalent to: `setsid --ctty …`
 *
 * @throws {KernelError} `EPERM` for the leader of a process group
 */
export function takeTerminal(terminal: number): void {
  for (const stream of [0, 1, LAST_STANDARD_STREAM]) checked("use the terminal", libc.dup2(terminal, stream));
  checked("begin a session", libc.setsid());
  checked("make the terminal the session's own", common.ioctl(0, TIOCSCTTY, null));
}

/**
 * Executes a program with this process's standard streams, no other descriptor, and default signal handling.
 *
 * Equivalent to: `exec env --default-signal --ignore-environment $environment $argv`
 *
 * @param files the candidates for its file, in order
 * @throws {KernelError} with execve(2)'s code for the last existing file; `ENOENT` when none exists
 */
export function becomeProgram(
  files: readonly string[],
  argv: readonly string[],
  environment: readonly string[],
): never {
  closeOthersOnExec();
  resetSignals();
  let objection: number = ENOENT;
  for (const file of files) {
    const refused = tryToBecome(file, argv, environment);
    if (refused === ENOEXEC) objection = tryToBecome(SHELL, [SHELL, file, ...argv.slice(1)], environment);
    else if (refused !== ENOENT && refused !== ENOTDIR) objection = refused;
  }
  throw new KernelError(`run "${argv[0] ?? ""}"`, objection);
}

/** Returns only on failure, with the error number */
function tryToBecome(file: string, argv: readonly string[], environment: readonly string[]): number {
  const [words, entries] = [argv.map(cString), environment.map(cString)];
  libc.execve(cString(file), pointersTo(words), pointersTo(entries));
  return errno();
}

/**
 * Builds an array of pointers to C strings, with a null pointer at its end; the caller keeps the strings
 * alive
 */
function pointersTo(strings: readonly Uint8Array[]): BigUint64Array {
  return new BigUint64Array([...strings.map((string) => BigInt(ptr(string))), 0n]);
}

function closeOthersOnExec(): void {
  for (const fd of readdirSync("/proc/self/fd").map(Number))
    if (fd > LAST_STANDARD_STREAM) libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
}

/**
 * Resets ignored signals, which a program would inherit: Bun ignores SIGPIPE, and a shell makes background
 * jobs ignore Ctrl-C. The kernel itself resets signals with handlers.
 */
function resetSignals(): void {
  const [, mask = "0"] = /^SigIgn:\s*([\da-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  const ignored = BigInt(`0x${mask}`);
  for (let signal = 1; signal <= LAST_SIGNAL; signal += 1)
    if ((ignored >> BigInt(signal - 1)) % 2n === 1n) libc.signal(signal, SIG_DFL);
  checked("unblock all signals", libc.sigprocmask(SIG_SETMASK, new Uint8Array(SIGNAL_SET_BYTES), null));
}

/** SIGRTMAX, signal(7) */
const LAST_SIGNAL = 64;
