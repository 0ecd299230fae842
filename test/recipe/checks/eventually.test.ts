import { describe, expect, test } from "bun:test";

import { eventually, type Finding } from "../../../lib/recipe/checks/eventually.ts";
import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { SILENT } from "../../../lib/recipe/run/observer.ts";
import { host } from "../../../lib/recipe/checks/place.ts";
import { Prover } from "../../../lib/recipe/checks/prover.ts";
import type { Question } from "../../../lib/recipe/checks/question.ts";
import { answering } from "../../support/terminal/answering.ts";
import { failedCheck } from "../../support/messages.ts";
import { pattern } from "../../support/naming.ts";

/** Longer than any test takes, in milliseconds */
const LONG = 600_000;

/** Finds something else each time */
function finding(...findings: readonly boolean[]): { find: () => Promise<Finding>; asked: () => number } {
  let at = 0;
  return { find: async () => ({ ok: findings[at] ?? false, seen: `${++at}` }), asked: () => at };
}

test.each([
  [LONG, [true, false], { ok: true, seen: "1" }],
  [LONG, [false, false, true], { ok: true, seen: "3" }],
  [0, [false, true], { ok: false, seen: "1" }],
  [0, [true], { ok: true, seen: "1" }],
  [-1, [false, true], { ok: false, seen: "1" }],
])("within %d ms, of %j: %j", async (patience, found, last) => {
  const { find, asked } = finding(...found);
  expect(await eventually(patience, find)).toEqual(last);
  expect(asked()).toBe(Number(last.seen));
});

test("what never comes true is asked more than once, and has an end", async () => {
  const { find, asked } = finding();
  const { ok, seen } = await eventually(30, find);
  expect([ok, seen]).toEqual([false, `${asked()}`]);
  expect(asked()).toBeGreaterThan(1);
});

const question: Question = { kind: "ping", from: host, to: "10.0.0.1" };

/** The second statement, of which a check is proved; and what is told of it */
function proving(patience: number, { name = "a name", knows = true } = {}) {
  const told: unknown[] = [];
  const inFlight = new InFlight();
  const prover = new Prover(
    {
      performer: answering(() => ({}), knows).performer,
      allowed: [],
      inFlight,
      observer: {
        ...SILENT,
        checked: (check) => void told.push(check),
        wouldCheck: (...values) => void told.push(values),
      },
      failures: {
        patience,
        meet: (error) => void told.push(error.message),
        unmade: (error) => void told.push(`unmade: ${error.message}`),
      },
    },
    2,
    name,
  );
  return { prover, told, inFlight };
}

describe("a check", () => {
  const planned = { claim: 2, name: "a name", ran: "ping", expected: "an answer" };

  test("that holds is told", async () => {
    const { prover, told } = proving(0);
    await prover.prove(question, "ping", "an answer", async () => ({ ok: true, seen: "one" }));
    expect(told).toEqual([{ ...planned, seen: "one", ok: true }]);
  });

  test("that does not hold has failed besides, once", async () => {
    const { prover, told } = proving(LONG);
    const { find } = finding(false, true);
    await prover.prove(question, "ping", "an answer", find);
    expect(told).toEqual([{ ...planned, seen: "1", ok: false }, failedCheck(2, "a name", "an answer", "1")]);
  });

  test("without a name fails by what it ran", async () => {
    const { prover, told } = proving(0, { name: "" });
    await prover.proveEventually(question, "ping", "an answer", finding(false, true).find);
    expect(told).toEqual([{ ...planned, name: "", seen: "1", ok: false }, failedCheck(2, "ping", "an answer", "1")]);
  });

  test("that may take its time is asked again", async () => {
    const { prover, told } = proving(LONG);
    expect(prover.patience).toBe(LONG);
    await prover.proveEventually(question, "ping", "an answer", finding(false, true).find);
    expect(told).toEqual([{ ...planned, seen: "2", ok: true }]);
  });

  test("that can't be made has failed for that reason", async () => {
    const { prover, told } = proving(0);
    await prover.prove(question, "ping", "an answer", () => Promise.reject(new Error("no way")));
    expect(told).toEqual([
      "unmade: no way",
      { ...planned, seen: "no way", ok: false },
      failedCheck(2, "a name", "an answer", "no way"),
    ]);
  });

  test("that throws what is no error is not a check", async () => {
    const { prover, told } = proving(0);
    const thrown = await prover.prove(question, "", "", () => Promise.reject("words")).catch((error: unknown) => error);
    expect([thrown, told]).toEqual(["words", []]);
  });

  test("is only told where nothing is performed", async () => {
    const { prover, told } = proving(0, { knows: false });
    const { find, asked } = finding(true);
    await prover.prove(question, "ping", "an answer", find);
    expect([told, asked()]).toEqual([[[planned, question]], 0]);
  });

  test("is in flight as long as it is asked", async () => {
    const { prover, inFlight } = proving(0);
    const { promise, resolve } = Promise.withResolvers<Finding>();
    const checked = prover.prove(question, "ping -c 1", "an answer", () => promise);
    expect(() => inFlight.assertNone()).toThrow(pattern(["ping -c 1"]));
    resolve({ ok: true, seen: "" });
    await checked;
    expect(() => inFlight.assertNone()).not.toThrow();
  });
});
