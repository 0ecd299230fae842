import { constants } from "node:os";

import { strerrorOf } from "../libc.ts";

/** Errors with a code: Node's, and our own of the kernel's refusals */
interface Coded {
  readonly code: string;
}

/** Thrown when an entry of `/run/netns` can't be created, opened or removed; the message is `ip netns`'s */
export class EntryError extends Error implements Coded {
  /** The name of the error number, errno(3) */
  readonly code: string;
  /** The C library's message for it, strerror(3) */
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
 * Runs a step that the kernel may refuse.
 *
 * @param action the words of `ip netns` before the kernel's answer: `mkdir /run/netns failed`
 * @throws {EntryError} when the kernel refuses
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
