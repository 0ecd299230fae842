import { BadValue } from "./bad-value.ts";
import type { Brand } from "./brand.ts";
import type { ValueType } from "./value-type.ts";
import { parseWholeNumber } from "./whole-number.ts";

/** A process id, 1 to 4194303 */
export type Pid = Brand<number, "Pid">;

/** PID_MAX_LIMIT of include/linux/threads.h is 4194304, and the largest id is one less: proc(5), pid_max */
const RANGE = {
  kind: "a process id",
  smallest: 1,
  largest: 4_194_303,
} as const;

/**
 * Makes a process id of decimal digits, as `docker inspect -f '{{.State.Pid}}'` prints them.
 *
 * @throws {BadValue} when it is not a whole number from 1 to 4194303; for 0 the error says that the container is not
 *   running
 *
 * @example
 * ```ts
 * import { parsePid } from "./pid.ts";
 * import { expect } from "bun:test";
 *
 * expect(parsePid("2989") + 0).toBe(2989);
 * ```
 */
export function parsePid(text: string): Pid {
  if (text === "0") {
    const reason = "Docker prints 0 for a container that is not running";
    throw new BadValue({
      value: text,
      kind: RANGE.kind,
      reason,
      tryThis: null,
    });
  }
  return parseWholeNumber(text, RANGE) as Pid;
}

/** The type of an option that takes a process id */
export const pid: ValueType<Pid> = {
  kind: RANGE.kind,
  placeholder: "PID",
  parse: parsePid,
};
