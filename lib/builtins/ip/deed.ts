/**
 * Deeds, which lines of `ip` that are ours come to, and their answers.
 *
 * @module
 */
import { Refusal } from "../../netlink/rtnetlink/refusal.ts";
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { NotOurs } from "./words.ts";

/** What a program says, and how it ends */
export interface Answer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Does it. It is synchronous, as the kernel is: nobody comes between two of its steps in this process.
 *
 * It throws {@linkcode NotOurs} when only the real `ip` knows how, before anything is done.
 */
export type Deed = (socket: RouteSocket) => Answer;

/** All was done, and there is nothing to say */
export const DONE: Answer = { status: 0, stdout: "", stderr: "" };

/** What `ip` finds wrong itself, and how it ends then */
export class Complaint extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

/** What `ip` says of a link that is not there; nodev() of its lib/utils.c */
export function noDevice(name: string): Complaint {
  return new Complaint(`Cannot find device "${name}"`);
}

/** What `ip` says of a word that it can make nothing of, as it exits with -1; invarg() of its lib/utils.c */
export function wrongArgument(word: string, reason: string): Complaint {
  return new Complaint(`Error: argument "${word}" is wrong: ${reason}\n`, 255);
}

/**
 * Does a deed; what is refused, by us or by the kernel, is an answer in the words of `ip`.
 *
 * @returns `null` when it is the real one's after all, and nothing is done
 */
export function answerOf(deed: Deed, socket: RouteSocket): Answer | null {
  try {
    return deed(socket);
  } catch (error) {
    if (error instanceof NotOurs) return null;
    if (error instanceof Complaint) return { status: error.status, stdout: "", stderr: `${error.message}\n` };
    if (error instanceof Refusal) return { status: 2, stdout: "", stderr: `${error.answer}\n` };
    throw error;
  }
}
