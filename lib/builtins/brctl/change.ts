/**
 * The way of every command that changes something: check, ask the kernel, say in brctl's words what was refused.
 *
 * @module
 */
import type { constants } from "node:os";

import { strerrorOf } from "../../netlink/libc.ts";
import type { Request } from "../../netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import type { Targets } from "./target.ts";

/** What the kernel answers when it refuses, errno(3), or what brctl finds wrong before the kernel is asked */
export type Answer = keyof typeof constants.errno | typeof NEITHER;

/** Of a word that is neither on nor off */
export const NEITHER = "expect on/off for argument";

/** Says in brctl's words what was answered, in the C library's */
type Says<Target> = (target: Target, answer: string) => string;

/** What a command does to each of its targets */
export interface Change<Target> {
  /**
   * What the operands name.
   *
   * @throws {BadValue} if one of them cannot be a name
   */
  readonly targets: Targets<Target>;
  /**
   * When a target is refused, and the kernel's answer then. In the order in which the real brctl and the kernel check,
   * the first that applies.
   */
  readonly refusals: readonly (readonly [applies: (target: Target) => boolean, answer: Answer])[];
  /** The same change over rtnetlink */
  request(target: Target): Request;
  /** What is said of some answers, ours or the kernel's */
  readonly says: Readonly<Partial<Record<string, Says<Target>>>>;
  /** What is said of all others */
  readonly otherwise: Says<Target>;
}

/**
 * Changes one target after another, up to the first that is refused; the ones before it stay changed.
 * What the real brctl learns from the kernel is checked first, for rtnetlink is less strict than its ioctls: it deletes a
 * bridge that is up, or a veth, and moves a port from one bridge to another.
 *
 * @returns what to complain of, or `null` when all is done
 * @throws {BadValue} if an operand cannot be a name
 */
export function apply<Target>(change: Change<Target>, socket: RouteSocket, operands: readonly string[]): string | null {
  for (const target of change.targets(socket, operands)) {
    const answer = answerTo(change, socket, target);
    if (answer === null) continue;
    const says = change.says[answer] ?? change.otherwise;
    return says(target, answer === NEITHER ? NEITHER : strerrorOf(answer));
  }
  return null;
}

/** `null` when it is done */
function answerTo<Target>(change: Change<Target>, socket: RouteSocket, target: Target): string | null {
  const refusal = change.refusals.find(([applies]) => applies(target));
  if (refusal !== undefined) return refusal[1];
  const [refused] = socket.tryAll([change.request(target)]);
  return refused?.code ?? null;
}
