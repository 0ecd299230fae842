import { describe, expect, test } from "bun:test";

import { dryPerformer, samplePerformer, variablePerformer } from "../../../lib/recipe/run/dry-performer.ts";
import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { type Observer, SILENT, tellAll } from "../../../lib/recipe/run/observer.ts";
import type { Question } from "../../../lib/recipe/checks/question.ts";
import type { CheckReport } from "../../../lib/recipe/run/report.ts";
import { NOTHING } from "../../../lib/shell/outcome.ts";
import { pattern } from "../../support/naming.ts";
import { shellOf } from "../../shell/on-this-machine.ts";

const { line } = shellOf(dryPerformer).$`echo a`;
const check: CheckReport = { claim: 1, name: "", ran: "", expected: "", seen: "", ok: true };
const question: Question = { kind: "shows", line, expected: ["a"] };

/** All that an observer can be told, in an order of its own */
const CALLS: readonly (readonly [name: keyof Observer, values: readonly unknown[], tell: (to: Observer) => void])[] = [
  ["step", [["a"], "told"], (to) => to.step(["a"], "told")],
  ["announce", [line], (to) => to.announce(line)],
  ["assign", ["pid", "1", "article"], (to) => to.assign("pid", "1", "article")],
  ["named", ["pid", "1"], (to) => to.named("pid", "1")],
  ["typed", ["a", "b", "$ ", "told"], (to) => to.typed("a", "b", "$ ", "told")],
  ["finished", [line, NOTHING], (to) => to.finished(line, NOTHING)],
  ["checked", [check], (to) => to.checked(check)],
  ["wouldCheck", [check, question], (to) => to.wouldCheck(check, question)],
  ["ended", [], (to) => to.ended()],
];

/** Writes down what it is told */
function writer(name: string, told: unknown[]): Observer {
  const calls = CALLS.map(([call]) => [call, (...values: readonly unknown[]) => void told.push([name, call, values])]);
  return { ...SILENT, ...Object.fromEntries(calls) };
}

test.each(CALLS)("%s is told to each, in their order, and to nobody by who is silent", (call, values, tell) => {
  const told: unknown[] = [];
  tell(tellAll([writer("one", told), SILENT, writer("other", told)]));
  expect(told).toEqual([
    ["one", call, values],
    ["other", call, values],
  ]);
  tell(SILENT);
  expect(told).toHaveLength(2);
});

test("who performs nothing knows nothing, and succeeds", async () => {
  const streams = { input: null, window: null, output: () => {}, errors: () => {} };
  for (const [performer, unknowns] of [
    [dryPerformer, "names"],
    [samplePerformer, "samples"],
    [variablePerformer, "variables"],
  ] as const) {
    expect([performer.knows, performer.unknowns]).toEqual([false, unknowns]);
    expect(await performer.perform(line)).toEqual({ exitCode: 0, stdout: "", stderr: "", ms: 0 });
    expect([await performer.run(["rm"], streams), performer.explain("no", "rm")]).toEqual([0, null]);
  }
});

describe("what is in flight", () => {
  test("is named until it has ended, well or not", async () => {
    const inFlight = new InFlight();
    expect(() => inFlight.assertNone()).not.toThrow();
    const { promise, reject } = Promise.withResolvers<number>();
    const first = inFlight.track("ping one", promise);
    const second = inFlight.track("ping one", Promise.resolve(7));
    expect(() => inFlight.assertNone()).toThrow(TypeError);
    expect(await second).toBe(7);
    expect(() => inFlight.assertNone()).toThrow(pattern(["ping one"]));
    reject(new Error("no"));
    await expect(first).rejects.toThrow("no");
    expect(() => inFlight.assertNone()).not.toThrow();
  });
});
