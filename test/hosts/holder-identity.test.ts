/** A holder is one process of one start of the machine, and only that one is ever ended. */
import { afterEach, describe, expect, test } from "bun:test";

import {
  endHeldHost,
  entering,
  type HolderIdentity,
  identifyHolder,
  isHolding,
} from "../../lib/hosts/holder-identity.ts";

const started: Bun.Subprocess[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) {
    one.kill("SIGKILL");
    await one.exited;
  }
});

/** A process that ends when it is ended */
function sleeping(): Bun.Subprocess {
  const one = Bun.spawn(["sleep", "1000"], { stdio: ["ignore", "ignore", "ignore"] });
  started.push(one);
  return one;
}

/** What is not the same any more, of the identity that a process has */
const OTHERS: Readonly<Record<string, (identity: HolderIdentity) => HolderIdentity>> = {
  "somebody else has its id by now": (identity) => ({ ...identity, start: `${Number(identity.start) - 1}` }),
  "it is of another boot": (identity) => ({ ...identity, boot: "00000000-0000-0000-0000-000000000000" }),
  "it had ended before it was known": (identity) => ({ ...identity, start: null }),
};

test("a process holds until it ends", async () => {
  const one = sleeping();
  const identity = identifyHolder(one.pid, "none");
  expect(isHolding(identity)).toBe(true);
  await endHeldHost(identity);
  expect(await one.exited).not.toBe(0);
  expect(one.signalCode).toBe("SIGKILL");
  expect(isHolding(identity)).toBe(false);
  await endHeldHost(identity); // once more does nothing
});

describe.each(Object.entries(OTHERS))("where %s", (_, changed) => {
  test("nothing holds, and nothing is ended", async () => {
    const one = sleeping();
    const identity = identifyHolder(one.pid, "none");
    expect(isHolding(changed(identity))).toBe(false);
    await endHeldHost(changed(identity));
    expect(isHolding(identity)).toBe(true);
  });
});

test.each([
  ["own id", ["--user", "--preserve-credentials"]],
  ["unused ids", ["--user"]],
  ["none", []],
] as const)("a host whose user namespace is %j is entered as its root", (userNamespace, words) => {
  const identity = { pid: 7, start: "1", boot: "b", seenFrom: "s", userNamespace };
  expect(entering(identity, ["ip", "link"])).toEqual([
    "nsenter",
    "--target=7",
    ...words,
    "--mount",
    "--net",
    "--pid",
    "--ipc",
    "--uts",
    "--",
    "ip",
    "link",
  ]);
});
