import { constants } from "node:os";

import type { Signal } from "../engine/stop.ts";
import { DaemonFailure } from "../../../programs/docker/failure.ts";

/** Real-time signals as glibc and Docker count them: signal(7); moby 20.10, `pkg/signal/signal_linux.go` */
const LOWEST_REAL_TIME = 34;
const HIGHEST_REAL_TIME = 64;

const REAL_TIME_ENDS: ReadonlyMap<string, number> = new Map([
  ["RTMIN", LOWEST_REAL_TIME],
  ["RTMAX", HIGHEST_REAL_TIME],
]);

const NAMES = Object.keys(constants.signals) as NodeJS.Signals[]; // The object's keys are the type's members

/**
 * Parses a signal: `KILL`, `SIGKILL`, `9`, `RTMIN+1`; an empty text means `KILL`.
 *
 * @throws {DaemonFailure} when there is no such signal, in Docker's words
 */
export function readSignal(text: string): number {
  if (text === "") return constants.signals.SIGKILL;
  const number = /^\d+$/.test(text) ? Number(text) : (realTime(text) ?? numberOf(text));
  if (number === 0) throw new DaemonFailure(`Invalid signal: ${text}`);
  return number;
}

/**
 * Returns the signal with a number.
 *
 * @throws {DaemonFailure} when there is none, in Docker's words
 */
export function signalOf(number: number): Signal {
  const name = NAMES.find((known) => constants.signals[known] === number);
  if (name !== undefined) return name;
  if (number >= LOWEST_REAL_TIME && number <= HIGHEST_REAL_TIME) return number;
  throw new DaemonFailure(`The linux daemon does not support signal ${number}`);
}

/** Returns the number of a name; 0 when there is none */
function numberOf(text: string): number {
  const name = text.toUpperCase();
  const found = NAMES.find((known) => known === name || known === `SIG${name}`);
  return found === undefined ? 0 : constants.signals[found];
}

/**
 * Returns a real-time signal's number: `RTMIN+2` and `RTMAX-2` count from the two ends; `null` for any other
 * name
 */
function realTime(text: string): number | null {
  const [, up, down] = /^(?:SIG)?(?:RTMIN(\+\d+)?|RTMAX(-\d+)?)$/.exec(text.toUpperCase()) ?? [];
  if (up !== undefined) return LOWEST_REAL_TIME + Number(up);
  if (down !== undefined) return HIGHEST_REAL_TIME + Number(down);
  return REAL_TIME_ENDS.get(text.toUpperCase().replace(/^SIG/, "")) ?? null;
}
