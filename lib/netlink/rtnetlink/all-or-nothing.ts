/**
 * Many changes of one network namespace, of which all are made, or none.
 *
 * @module
 */
import type { Request } from "./message.ts";
import type { Refusal } from "./refusal.ts";
import type { RouteSocket } from "./route-socket.ts";

/** A change, and how it is taken back */
export interface Change {
  /** What would be typed for it: `ip link add A type veth peer name B` */
  readonly line: string;
  readonly request: Request;
  /** Is asked once the change has been made, and another one has been refused; `null` where an earlier one's does it as well */
  readonly inverse: ((socket: RouteSocket) => Request) | null;
}

/** What could not be taken back, and why */
interface Left {
  readonly line: string;
  readonly refusal: Refusal;
}

/** Why nothing was changed: which line the kernel refused, and in what words */
export class BatchRefused extends Error {
  /** The line, as it would be typed */
  readonly line: string;
  /** Its place, counted from 1 */
  readonly number: number;
  readonly refusal: Refusal;
  /** Lines that are still done, as their inverse was refused, too */
  readonly left: readonly Left[];

  constructor(line: string, number: number, of: number, refusal: Refusal, left: readonly Left[]) {
    const rest = left.map((one) => `; \`${one.line}\` could not be taken back: ${one.refusal.answer}`).join("");
    super(`Cannot do line ${number} of ${of}, \`${line}\`: ${refusal.answer}${rest || "; the others are taken back"}`);
    this.name = "BatchRefused";
    this.line = line;
    this.number = number;
    this.refusal = refusal;
    this.left = left;
  }
}

/**
 * Makes changes one after the other, with few system calls. When one is refused, those that were made are taken back, the last
 * first: the kernel itself would go on with the next one, as in `ip -force -batch`.
 *
 * @throws {BatchRefused} names the first line that was refused, and what could not be taken back
 */
export function changeAll(socket: RouteSocket, changes: readonly Change[]): void {
  const answers = socket.tryAll(changes.map(({ request }) => request));
  const first = answers.findIndex((answer) => answer !== null);
  const [change, refusal] = [changes[first], answers[first]];
  if (change === undefined || refusal === null || refusal === undefined) return;
  const made = changes.filter((_, index) => answers[index] === null);
  throw new BatchRefused(change.line, first + 1, changes.length, refusal, takeBack(socket, made));
}

/** What is still there afterwards */
function takeBack(socket: RouteSocket, made: readonly Change[]): readonly Left[] {
  return made.toReversed().flatMap(({ line, inverse }) => {
    if (inverse === null) return [];
    const [refusal = null] = socket.tryAll([inverse(socket)]);
    return refusal === null ? [] : [{ line, refusal }];
  });
}
