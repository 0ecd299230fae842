/**
 * Reads kernel counters before and after sending packets.
 *
 * @module
 */
import type { Outcome } from "../../shell/outcome.ts";
import type { Finding } from "./eventually.ts";
import { saidBy } from "./output-proof.ts";

/** The number of packets sent between the two readings */
export const TEN = 10;

/** Reports whether a counter has grown as expected */
export type Growth = (more: number) => boolean;

/**
 * Reads a counter, sends ten packets, and reads it again.
 *
 * @param send sends them, and reports whether each was answered
 */
export async function countAround(
  read: () => Promise<Outcome>,
  send: () => Promise<boolean>,
  isRight: Growth,
): Promise<Finding> {
  const before = await read();
  const isAnswered = await send();
  const after = await read();
  const more = numberIn(after) - numberIn(before);
  if (Number.isNaN(more)) return { ok: false, seen: saidBy(after).join("\n") };
  const seen = `${before.stdout.trim()}, then ${after.stdout.trim()}`;
  return isAnswered ? { ok: isRight(more), seen } : { ok: false, seen: `${seen}, but not all were answered` };
}

/** Parses a command's only output as a number; `NaN` when it printed anything else */
function numberIn({ exitCode, stdout }: Outcome): number {
  return exitCode === 0 && /^\d+\n?$/.test(stdout) ? Number(stdout) : Number.NaN;
}
