/**
 * Runs a command under a seccomp filter that refuses new user namespaces, as a container's does.
 *
 *   bun seccomp.ts COMMAND…
 */
import { dlopen, ptr } from "bun:ffi";

/** include/uapi/linux/prctl.h, seccomp.h and sched.h */
const PR_SET_NO_NEW_PRIVS = 38;
const PR_SET_SECCOMP = 22;
const MODE_FILTER = 2;
const CLONE_NEWUSER = 0x1000_0000;
const SYS_UNSHARE = process.arch === "arm64" ? 97 : 272;

/**
 * Opcodes in `struct sock_filter { u16 code; u8 jt, jf; u32 k }`, bpf(2): load, compare, test bits, and
 * return
 */
const [LOAD, EQUAL, BITS, RETURN] = [0x20, 0x15, 0x45, 0x06];
const ALLOW = 0x7fff_0000;
const REFUSE_WITH_EPERM = 0x0005_0001;

/** The offsets of `nr` and of the first argument in `struct seccomp_data` */
const [NUMBER, ARGUMENT] = [0, 16];

const filter = [
  [LOAD, 0, 0, NUMBER],
  [EQUAL, 0, 3, SYS_UNSHARE],
  [LOAD, 0, 0, ARGUMENT],
  [BITS, 0, 1, CLONE_NEWUSER],
  [RETURN, 0, 0, REFUSE_WITH_EPERM],
  [RETURN, 0, 0, ALLOW],
] as const;

const instructions = Buffer.alloc(filter.length * 8);
for (const [index, [code, ifTrue, ifFalse, operand]] of filter.entries()) {
  instructions.writeUInt16LE(code, index * 8);
  instructions.writeUInt8(ifTrue, index * 8 + 2);
  instructions.writeUInt8(ifFalse, index * 8 + 3);
  instructions.writeUInt32LE(operand, index * 8 + 4);
}
// struct sock_fprog { u16 len; struct sock_filter *filter }
const program = Buffer.alloc(16);
program.writeUInt16LE(filter.length, 0);
program.writeBigUInt64LE(BigInt(ptr(instructions)), 8);

const { symbols } = dlopen("libc.so.6", { prctl: { args: ["i32", "u64", "ptr", "u64", "u64"], returns: "i32" } });
if (symbols.prctl(PR_SET_NO_NEW_PRIVS, 1, null, 0, 0) !== 0) throw new Error("Cannot renounce new privileges");
if (symbols.prctl(PR_SET_SECCOMP, MODE_FILTER, program, 0, 0) !== 0) throw new Error("Cannot set a seccomp filter");
// Started by this thread, the only one with the filter
process.exit(await Bun.spawn(process.argv.slice(2), { stdio: ["inherit", "inherit", "inherit"] }).exited);
