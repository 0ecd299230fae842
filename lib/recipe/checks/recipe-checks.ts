/**
 * Checks: statements of the article, proved with real packets after the steps.
 *
 * @module
 */
import type { ChecksOf } from "./checks-of.ts";
import { outputChecks } from "./output-checks.ts";
import { packetChecks } from "./packet-checks.ts";
import { Packets } from "./packets.ts";
import { type CheckContext, Prover } from "./prover.ts";

/** Returns the ways to prove one statement */
export function checksOf(context: CheckContext, claim: number, name: string): ChecksOf {
  const prover = new Prover(context, claim, name);
  const packets = new Packets(context.performer, context.allowed);
  return { ...packetChecks(prover, packets), ...outputChecks(prover, context.performer) };
}
