/**
 * Becoming another program, execve(2): all that is left of this one is its process id, its namespaces and its descriptors.
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

/** Of include/uapi/asm-generic/ioctls.h */
const TIOCSCTTY = 0x540e;
/** Of include/uapi/asm-generic/fcntl.h */
const F_SETFD = 2;
const FD_CLOEXEC = 1;
const LAST_STANDARD_STREAM = 2;

const SIG_DFL = 0;
const SIG_SETMASK = 2;
const SIGNAL_SET_BYTES = 128;

const { ENOENT, ENOTDIR, ENOEXEC } = constants.errno;
/** What runs a file of no format that the kernel knows, execvp(3) */
const SHELL = "/bin/sh";

/**
 * Puts an open terminal in the place of this process's standard streams, as the controlling one of a new session.
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
 * Becomes a program, with the standard streams of this one, no other descriptor, and every signal as the system has it.
 *
 * Equivalent to: `exec env --default-signal --ignore-environment $environment $argv`
 *
 * @param files where it may be, in this order
 * @throws {KernelError} with execve(2)'s code for the last file that is there; `ENOENT` when none is
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

/** Never returns, unless with the number of the kernel's objection */
function tryToBecome(file: string, argv: readonly string[], environment: readonly string[]): number {
  const [words, entries] = [argv.map(cString), environment.map(cString)];
  libc.execve(cString(file), pointersTo(words), pointersTo(entries));
  return errno();
}

/** An array of C strings, with a null pointer for its end; who calls keeps the strings */
function pointersTo(strings: readonly Uint8Array[]): BigUint64Array {
  return new BigUint64Array([...strings.map((string) => BigInt(ptr(string))), 0n]);
}

function closeOthersOnExec(): void {
  for (const fd of readdirSync("/proc/self/fd").map(Number))
    if (fd > LAST_STANDARD_STREAM) libc.fcntl(fd, F_SETFD, FD_CLOEXEC);
}

/**
 * Bun ignores SIGPIPE, and a shell has its jobs in the background ignore Ctrl-C: a program would do so too. Those that Bun
 * handles, which it still needs, the kernel resets by itself.
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
