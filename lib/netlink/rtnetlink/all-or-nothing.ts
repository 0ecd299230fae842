/**
 * Many changes of one network namespace, of which all are made, or none.
 *
 * @module
 */
import type { Request } from "./message.ts";
import { AnswersLost } from "./netlink-socket.ts";
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
  readonly why: string;
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
    const rest = left.map((one) => `; \`${one.line}\` could not be taken back: ${one.why}`).join("");
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
 * @throws {AnswersLost} when nobody can tell which were refused; all that were made are taken back as well
 */
export function changeAll(socket: RouteSocket, changes: readonly Change[]): void {
  const answers = tryAll(socket, changes);
  const first = answers.findIndex((answer) => answer !== null);
  const [change, refusal] = [changes[first], answers[first]];
  if (change === undefined || refusal === null || refusal === undefined) return;
  const made = changes.filter((_, index) => answers[index] === null);
  throw new BatchRefused(change.line, first + 1, changes.length, refusal, takeBack(socket, made));
}

function tryAll(socket: RouteSocket, changes: readonly Change[]): readonly (Refusal | null)[] {
  try {
    return socket.tryAll(changes.map(({ request }) => request));
  } catch (error) {
    // Of what was not made, the way back is refused
    if (error instanceof AnswersLost) takeBack(socket, changes);
    throw error;
  }
}

/** What is still there afterwards */
function takeBack(socket: RouteSocket, made: readonly Change[]): readonly Left[] {
  return made.toReversed().flatMap(({ line, inverse }) => {
    if (inverse === null) return [];
    try {
      socket.run(inverse(socket));
      return [];
    } catch (error) {
      // The others are still to be taken back
      return [{ line, why: error instanceof Error ? error.message : String(error) }];
    }
  });
}
