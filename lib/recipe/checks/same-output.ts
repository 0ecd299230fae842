/**
 * Compares the output of two commands.
 *
 * @module
 */
import type { Outcome } from "../../shell/outcome.ts";
import type { Finding } from "./eventually.ts";
import { linesOf, saidBy } from "./output-proof.ts";

/** Requires that both print something, and the same lines; runs of spaces count as one */
export function sameOutput(one: Outcome, other: Outcome): Finding {
  const first = linesOf(one.stdout).join("\n");
  const isSame = first !== "" && first === linesOf(other.stdout).join("\n");
  const ok = isSame && one.exitCode === 0 && other.exitCode === 0;
  const seen = ok ? first : [...marked("<", one), ...marked(">", other)].join("\n");
  return { ok, seen: seen === "" ? "nothing" : seen };
}

/** Marks lines as diff(1) does */
function marked(mark: "<" | ">", outcome: Outcome): readonly string[] {
  return saidBy(outcome).map((line) => `${mark} ${line}`);
}
