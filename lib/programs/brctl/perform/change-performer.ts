/**
 * Performs the commands that change something: checks, asks the kernel, and words a refusal as brctl does.
 *
 * @module
 */
import type { constants } from "node:os";

import { strerrorOf } from "../../../netlink/libc.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { Complaint } from "../../complaint.ts";
import type { Parsed } from "../../parse.ts";
import type { Performance } from "../../performance.ts";
import type { Targets } from "./target.ts";

/** The kernel's error, errno(3), or a fault that brctl finds before it asks the kernel */
export type Answer = keyof typeof constants.errno | typeof NEITHER;

/** The message for a word that is neither on nor off */
export const NEITHER = "expect on/off for argument";

/** Words an answer as brctl does, with the C library's text */
type Says<Target> = (target: Target, answer: string) => string;

/** A command's change of one target */
export interface Change<Target> {
  /**
   * Finds the targets that a line names.
   *
   * @throws {BadValue} if one of them cannot be a name
   */
  readonly targets: Targets<Target>;
  /**
   * Conditions under which a target is refused, and the kernel's answer; the first match counts, in the order
   * of the real brctl's and the kernel's checks.
   */
  readonly refusals: readonly (readonly [applies: (target: Target) => boolean, answer: Answer])[];
  /** Returns the change as an rtnetlink request */
  request(target: Target): Request;
  /** Messages for certain answers, ours or the kernel's */
  readonly says: Readonly<Partial<Record<string, Says<Target>>>>;
  /** The message for all others */
  readonly otherwise: Says<Target>;
}

/**
 * Makes what changes one target after another, up to the first that is refused; earlier ones stay changed. The real
 * brctl learns of some faults from the kernel; these are checked first, because rtnetlink is less strict than
 * its ioctls: it deletes a bridge that is up, or a veth, and moves a port from one bridge to another.
 *
 * It throws {@linkcode BadValue} if a word cannot be a name, and {@linkcode Complaint} at what is refused.
 */
export function performer<Target>(change: Change<Target>): (parsed: Parsed) => Performance {
  return (parsed) => (socket) => {
    for (const target of change.targets(socket, parsed)) {
      const answer = answerTo(change, socket, target);
      if (answer === null) continue;
      const says = change.says[answer] ?? change.otherwise;
      throw new Complaint(says(target, answer === NEITHER ? NEITHER : strerrorOf(answer)));
    }
  };
}

/** Changes one target; `null` on success */
function answerTo<Target>(change: Change<Target>, socket: RouteSocket, target: Target): string | null {
  const refusal = change.refusals.find(([applies]) => applies(target));
  if (refusal !== undefined) return refusal[1];
  const [refused] = socket.tryAll([change.request(target)]);
  return refused?.code ?? null;
}
