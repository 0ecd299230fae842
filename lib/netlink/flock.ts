import { checked, errno, libc } from "./libc.ts";

/** Operations of flock(2), each with LOCK_NB, because waiting would block this thread */
const OPERATIONS = { shared: 1 | 4, exclusive: 2 | 4 } as const;

/** LOCK_EX, which blocks */
const EXCLUSIVE = 2;

const EAGAIN = 11;

/**
 * Locks an open file or folder unless another process holds the lock. Closing it releases the lock, and so
 * does any end of this process.
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
 * Locks an open file or folder. It blocks the whole thread; other holders keep the lock for microseconds
 * only.
 *
 * Equivalent to: `flock $fd`
 *
 * @returns whether it is locked now: some file systems have no locks
 */
export function lock(fd: number): boolean {
  return libc.flock(fd, EXCLUSIVE) === 0;
}
