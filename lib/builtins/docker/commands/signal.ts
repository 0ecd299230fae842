import { constants } from "node:os";

import type { Signal } from "../engine/stop.ts";
import { DaemonFailure } from "../failure.ts";

/** Real-time signals as glibc and Docker count them: signal(7); moby 20.10, `pkg/signal/signal_linux.go` */
const LOWEST_REAL_TIME = 34;
const HIGHEST_REAL_TIME = 64;

const REAL_TIME_ENDS: ReadonlyMap<string, number> = new Map([
  ["RTMIN", LOWEST_REAL_TIME],
  ["RTMAX", HIGHEST_REAL_TIME],
]);

const NAMES = Object.keys(constants.signals) as NodeJS.Signals[]; // what the type lists is what the object has

/**
 * The number of a signal as people write it: `KILL`, `SIGKILL`, `9`, `RTMIN+1`; nothing is `KILL`.
 *
 * @throws {DaemonFailure} when it is no such word, in Docker's words
 */
export function readSignal(text: string): number {
  if (text === "") return constants.signals.SIGKILL;
  const number = /^\d+$/.test(text) ? Number(text) : (realTime(text) ?? numberOf(text));
  if (number === 0) throw new DaemonFailure(`Invalid signal: ${text}`);
  return number;
}

/**
 * The signal of that number.
 *
 * @throws {DaemonFailure} when there is none, in Docker's words
 */
export function signalOf(number: number): Signal {
  const name = NAMES.find((known) => constants.signals[known] === number);
  if (name !== undefined) return name;
  if (number >= LOWEST_REAL_TIME && number <= HIGHEST_REAL_TIME) return number;
  throw new DaemonFailure(`The linux daemon does not support signal ${number}`);
}

/** 0 when there is none of that name */
function numberOf(text: string): number {
  const name = text.toUpperCase();
  const found = NAMES.find((known) => known === name || known === `SIG${name}`);
  return found === undefined ? 0 : constants.signals[found];
}

/** `RTMIN+2` and `RTMAX-2` count from the two ends; `null` for any other name */
function realTime(text: string): number | null {
  const [, up, down] = /^(?:SIG)?(?:RTMIN(\+\d+)?|RTMAX(-\d+)?)$/.exec(text.toUpperCase()) ?? [];
  if (up !== undefined) return LOWEST_REAL_TIME + Number(up);
  if (down !== undefined) return HIGHEST_REAL_TIME + Number(down);
  return REAL_TIME_ENDS.get(text.toUpperCase().replace(/^SIG/, "")) ?? null;
}
