/**
 * Counters of the kernel, before and after packets.
 *
 * @module
 */
import type { Outcome } from "../../shell/outcome.ts";
import type { Finding } from "./eventually.ts";
import { saidBy } from "./output-proof.ts";

/** How many packets are sent between the two readings */
export const TEN = 10;

/** Whether a counter has grown as it should, by so many */
export type Growth = (more: number) => boolean;

/**
 * Reads a counter, sends ten packets, and reads it again.
 *
 * @param send whether each of the packets was answered
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

/** `NaN` when that is not all that it printed */
function numberIn({ exitCode, stdout }: Outcome): number {
  return exitCode === 0 && /^\d+\n?$/.test(stdout) ? Number(stdout) : Number.NaN;
}
