/**
 * A name server is known by its whole command line until its id is known.
 */
import { expect, test } from "bun:test";

import { listByCommandLine } from "../../../lib/shell/invert/program.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";
import type { Look } from "../../../lib/resources/look.ts";
import { shown } from "./scene.ts";

const LINE = ["dnsmasq", "-k", "--conf-file=/dev/null", "--txt-record=a.b.c,(x|y)[1]{2}^$*+?\\z"] as const;

const PATTERN = String.raw`dnsmasq -k --conf-file=/dev/null --txt-record=a\.b\.c,\(x\|y\)\[1\]\{2\}\^\$\*\+\?\\z`;

function lookWhere(isRunning: boolean): Look {
  const asked = JSON.stringify(listByCommandLine(PATTERN));
  return {
    text: async (argv) => (isRunning && JSON.stringify(argv) === asked ? "4711\n" : null),
    file: () => null,
    link: () => null,
    inode: () => null,
    network: () => null,
    see: () => null,
  };
}

async function stepsWhere(isRunning: boolean) {
  const plan = planOf(LINE);
  if (plan.kind !== "undoable") throw new Error(`it is ${plan.kind}`);
  return (await plan.prepare(lookWhere(isRunning))).steps;
}

test("each sign of a pattern stands for itself", async () => {
  const [step, ...others] = await stepsWhere(false);
  expect(others).toEqual([]);
  expect(step).toMatchObject({
    argv: ["pkill", "--full", "--exact", PATTERN],
    takes: { kind: "command line", pattern: PATTERN },
  });
  expect(new RegExp(`^${PATTERN}$`).test(LINE.join(" "))).toBe(true);
});

test("one that runs already is not ended", async () => {
  expect((await stepsWhere(true)).map(shown)).toEqual([]);
});
