import { checked, libc } from "./libc.ts";

/** O_CLOEXEC, which Node's constants lack; the same on every architecture except alpha and sparc */
const CLOSE_ON_EXEC = 0o2000000;

/** The two ends of a pipe, as file descriptors */
export interface Pipe {
  readonly read: number;
  readonly write: number;
}

/**
 * Creates a pipe, pipe(7). Bun would give programs a socket pair instead: they would get no SIGPIPE, and
 * could not open their own `/dev/stdout`.
 *
 * @throws {KernelError} `EMFILE` when too many files are open
 */
export function openPipe(): Pipe {
  const ends = new Int32Array(2);
  checked("make a pipe", libc.pipe2(ends, CLOSE_ON_EXEC));
  const [read = 0, write = 0] = ends;
  return { read, write };
}
