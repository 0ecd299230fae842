/**
 * Makes several changes in one network namespace, all or none.
 *
 * @module
 */
import type { Request } from "./message.ts";
import { AnswersLost } from "./netlink-socket.ts";
import type { Refusal } from "./refusal.ts";
import type { RouteSocket } from "./route-socket.ts";

/** A change, and how to undo it */
export interface Change {
  /** The line to type for it: `ip link add A type veth peer name B` */
  readonly line: string;
  readonly request: Request;
  /**
   * Returns the request that undoes it; called after the change was made and a later one refused. `null` when
   * an earlier change's inverse covers it
   */
  readonly inverse: ((socket: RouteSocket) => Request) | null;
}

/** A change that could not be undone, and the reason */
interface Left {
  readonly line: string;
  readonly why: string;
}

/** Thrown when a change was refused, and so none was made; names the line and the kernel's answer */
export class BatchRefused extends Error {
  /** The line, as it would be typed */
  readonly line: string;
  /** Its position, counted from 1 */
  readonly number: number;
  readonly refusal: Refusal;
  /** Lines that are still in effect because undoing them was refused, too */
  readonly left: readonly Left[];

  constructor(line: string, number: number, of: number, refusal: Refusal, left: readonly Left[]) {
    const rest = left.map((one) => `; \`${one.line}\` could not be undone: ${one.why}`).join("");
    super(`Cannot run line ${number} of ${of}, \`${line}\`: ${refusal.answer}${rest || "; the others are undone"}`);
    this.name = "BatchRefused";
    this.line = line;
    this.number = number;
    this.refusal = refusal;
    this.left = left;
  }
}

/**
 * Makes changes in order, with few system calls. When one is refused, the earlier ones are undone, the last
 * first: the kernel itself would continue with the next one, as `ip -force -batch` does.
 *
 * @throws {BatchRefused} names the first refused line, and what could not be undone
 * @throws {AnswersLost} when nobody knows which were refused; all that were made are undone as well
 */
export function changeAll(socket: RouteSocket, changes: readonly Change[]): void {
  const answers = tryAll(socket, changes);
  const first = answers.findIndex((answer) => answer !== null);
  const [change, refusal] = [changes[first], answers[first]];
  if (change === undefined || refusal === null || refusal === undefined) return;
  const made = changes.filter((_, index) => answers[index] === null);
  throw new BatchRefused(change.line, first + 1, changes.length, refusal, undoAll(socket, made));
}

function tryAll(socket: RouteSocket, changes: readonly Change[]): readonly (Refusal | null)[] {
  try {
    return socket.tryAll(changes.map(({ request }) => request));
  } catch (error) {
    // Undoing a change that was not made is refused without harm
    if (error instanceof AnswersLost) undoAll(socket, changes);
    throw error;
  }
}

/** Undoes changes, and returns those that remain */
function undoAll(socket: RouteSocket, made: readonly Change[]): readonly Left[] {
  return made.toReversed().flatMap(({ line, inverse }) => {
    if (inverse === null) return [];
    try {
      socket.run(inverse(socket));
      return [];
    } catch (error) {
      // Continues with the others
      return [{ line, why: error instanceof Error ? error.message : String(error) }];
    }
  });
}
