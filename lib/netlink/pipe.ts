import { checked, libc } from "./libc.ts";

/** O_CLOEXEC, which Node's constants leave out; the same on every architecture but alpha and sparc */
const CLOSE_ON_EXEC = 0o2000000;

/** The two ends of a pipe, as file descriptors */
export interface Pipe {
  readonly read: number;
  readonly write: number;
}

/**
 * Makes a pipe, pipe(7). What Bun makes for programs is a pair of sockets: a program gets no SIGPIPE there, and can't
 * open its own `/dev/stdout`.
 *
 * @throws {KernelError} `EMFILE` when too many files are open
 */
export function openPipe(): Pipe {
  const ends = new Int32Array(2);
  checked("make a pipe", libc.pipe2(ends, CLOSE_ON_EXEC));
  const [read = 0, write = 0] = ends;
  return { read, write };
}
