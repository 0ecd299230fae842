import { checked, errno, libc } from "./libc.ts";

/** Of flock(2), each with LOCK_NB, since to wait would stop this thread */
const OPERATIONS = { shared: 1 | 4, exclusive: 2 | 4 } as const;

/** LOCK_EX, which waits */
const EXCLUSIVE = 2;

const EAGAIN = 11;

/**
 * Locks an open file or folder, unless others have it locked. Closing it gives the lock back, and so does the end of this
 * process, however that comes.
 *
 * Equivalent to: `flock --nonblock $fd`
 *
 * @returns whether it is locked now
 * @throws {KernelError} `ENOLCK` when there is no memory for one more lock
 */
export function tryLock(fd: number, how: keyof typeof OPERATIONS): boolean {
  if (libc.flock(fd, OPERATIONS[how]) === 0) return true;
  return errno() === EAGAIN ? false : checked("lock a file", -1) === 0;
}

/**
 * Locks an open file or folder, and waits with this whole thread until others, who have it for microseconds, give it back.
 *
 * Equivalent to: `flock $fd`
 *
 * @returns whether it is locked now: some file systems have no locks
 */
export function lock(fd: number): boolean {
  return libc.flock(fd, EXCLUSIVE) === 0;
}
