/**
 * Checks on packets that are sent nowhere, and what is asked and reported of them.
 */
import { expect } from "bun:test";

import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { packetChecks } from "../../../lib/recipe/checks/packet-checks.ts";
import { CheckFailed, Prover } from "../../../lib/recipe/checks/prover.ts";
import type { CheckReport } from "../../../lib/recipe/run/report.ts";
import { ENDING } from "../../../lib/shell/failure/failures.ts";
import { answering, keeping, printing, type Told } from "../told.ts";
import { Answers } from "./answers.ts";

/** For how long something may take its time */
export const PATIENCE = 40;

type Checks = ReturnType<typeof packetChecks>;

/** What a check is, what the packets answer, what is asked of them in order, and what is reported */
export type Case = readonly [
  what: string,
  make: (checks: Checks) => Promise<void>,
  answer: { readonly yes: boolean; readonly seen: string },
  asked: Answers["asked"],
  of: CheckReport,
];

/** Makes one check; what was reported of it, and what it asked the packets */
export async function checking(
  answers: Answers,
  make: (checks: Checks) => Promise<void>,
  { knows = true, patience = PATIENCE } = {},
) {
  const told: Told[] = [];
  const performer = { ...answering(() => printing("")), knows };
  const context = { performer, allowed: ["ping"], observer: keeping(told) };
  const failures = { ...ENDING, patience };
  const prover = new Prover({ ...context, inFlight: new InFlight(), failures }, 7, "n");
  const error = await make(packetChecks(prover, answers)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { reported: told.at(-1)?.[1], asked: answers.asked, error };
}

/** What such a check reports */
export function reported(ran: string, expected: string, seen: string, ok: boolean): CheckReport {
  return { claim: 7, name: "n", ran, expected, seen, ok };
}

/** Expects of a check what its case says */
export async function expectCase([, make, { yes, seen }, asked, of]: Case): Promise<void> {
  const made = await checking(new Answers(yes, seen), make);
  expect(made.asked).toEqual(asked);
  expect(made.reported).toEqual(of);
  expect(made.error).toEqual(of.ok ? null : new CheckFailed(7, "n", of.expected, of.seen));
}
