import { describe, expect, test } from "bun:test";

import { changesSomething, LeavingOut } from "../../../lib/recipe/run/leaving-out.ts";
import { SILENT } from "../../../lib/recipe/run/observer.ts";
import type { CheckReport } from "../../../lib/recipe/run/report.ts";
import type { Said } from "../../../lib/shell/pace.ts";
import { StepError } from "../../../lib/shell/failure/step-error.ts";
import { shellOf } from "../../shell/on-this-machine.ts";
import { answering } from "../../support/terminal/answering.ts";
import { notPermitted } from "../../support/messages.ts";

const { $ } = shellOf(answering(() => ({})).performer);
const change = $`sudo ip link add A type veth`.line;
const look = $`ip link`.line;
const typed: Said = { text: "ip link", prompt: "root@web:/# " };
const check: CheckReport = { claim: 1, name: "", ran: "", expected: "", seen: "", ok: false };

/** A run without its second step, and all that anybody is told of it */
function withoutSecond() {
  const told: unknown[] = [];
  const leavingOut = new LeavingOut(2, {
    leftOut: ({ text }) => void told.push(["left out", text]),
    failed: (error) => void told.push(["failed", error]),
    unmade: (report) => void told.push(["unmade", report]),
  });
  const observer = leavingOut.counting({
    ...SILENT,
    step: (...values) => void told.push(["step", ...values]),
    checked: (report) => void told.push(["checked", report]),
    ended: () => void told.push(["ended"]),
    named: (...values) => void told.push(["named", ...values]),
  });
  return { told, leavingOut, observer };
}

test.each<readonly [string, boolean, Said]>([
  ["a line that looks", false, look],
  ["a line that changes", true, change],
  ["a pipe that looks", false, $.pipe($`ip link`, $`cat`).line],
  ["a pipe whose last command changes", true, $.pipe($`echo a`, $`sudo ip link add A type veth`).line],
  ["a line that writes a file", true, $.write("/etc/x")`echo a`.line],
  ["a line at a prompt, whatever it is", true, typed],
])("%s: %p", (_what, changes, said) => {
  expect(changesSomething(said)).toBe(changes);
});

test("only what a step changes is left out, and only of that step", async () => {
  const { told, leavingOut, observer } = withoutSecond();
  const isLet = async (said: Said) => {
    const turn = await leavingOut.pace.before(said);
    await turn?.after();
    return turn !== null;
  };
  const all = () => Promise.all([change, look, typed].map(isLet));
  expect(await all()).toEqual([true, true, true]);
  observer.step(["one"], "told");
  expect(await all()).toEqual([true, true, true]);
  observer.step(["two", "lines"], "article");
  expect(await all()).toEqual([false, true, false]);
  observer.step(["three"], "its lines");
  expect(await all()).toEqual([true, true, true]);
  expect(told).toEqual([
    ["step", ["one"], "told"],
    ["step", ["two", "lines"], "article"],
    ["left out", change.text],
    ["left out", typed.text],
    ["step", ["three"], "its lines"],
  ]);
});

test("whoever observes is told all else", () => {
  const { told, observer } = withoutSecond();
  observer.named("pid", "2778");
  observer.ended();
  expect(told).toEqual([["named", "pid", "2778"], ["ended"]]);
});

describe("what fails", () => {
  const failure = new StepError({ message: "no", command: "ip", cause: null, tryThis: null });

  test("is told, and not the end", () => {
    const { told, leavingOut } = withoutSecond();
    leavingOut.failures.meet(failure);
    // A check that fails is told by its report
    leavingOut.failures.meet(new Error("did not hold"));
    expect(told).toEqual([["failed", failure]]);
  });

  test("a check that could not be made is told as one, once", () => {
    const { told, leavingOut, observer } = withoutSecond();
    observer.checked(check);
    leavingOut.failures.unmade(failure);
    observer.checked(check);
    observer.checked(check);
    expect(told).toEqual([
      ["checked", check],
      ["unmade", check],
      ["checked", check],
    ]);
  });

  test("is the end where it is not permitted", () => {
    const { told, leavingOut, observer } = withoutSecond();
    const refused = notPermitted("rm", []);
    expect(() => leavingOut.failures.meet(refused)).toThrow(refused);
    expect(() => leavingOut.failures.unmade(refused)).toThrow(refused);
    observer.checked(check);
    expect(told).toEqual([["checked", check]]);
  });
});
