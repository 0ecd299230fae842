import { constants } from "node:os";

import { strerrorOf } from "../libc.ts";

/** What Node's and our own errors of the kernel have: `EEXIST`, `EPERM`… */
interface Coded {
  readonly code: string;
}

/** Why an entry of `/run/netns` could not be made, opened or removed; the message is the one of `ip netns` */
export class EntryError extends Error implements Coded {
  /** The name of the error number, errno(3) */
  readonly code: string;
  /** What the C library says of it, strerror(3) */
  readonly answer: string;

  constructor(action: string, { code }: Coded) {
    const answer = strerrorOf(code);
    super(`${action}: ${answer}`);
    this.name = "EntryError";
    this.code = code;
    this.answer = answer;
  }
}

/**
 * Does a step that the kernel may refuse.
 *
 * @param action what `ip netns` says before the kernel's answer: `mkdir /run/netns failed`
 * @throws {EntryError} when it does
 */
export function step<T>(action: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (isCoded(error)) throw new EntryError(action, error);
    throw error;
  }
}

function isCoded(error: unknown): error is Coded {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code in constants.errno;
}
