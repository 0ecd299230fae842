/**
 * A link that is deleted is made again from what was seen of it, or the line does not run.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";
import type { ToldLink } from "../../support/kernel/seen-network.ts";
import { lookOn } from "../../shell/invert/host-with.ts";
import { shown } from "../../shell/invert/scene.ts";
import { linksWith } from "../../shell/invert/links-with.ts";

/** A dummy as it is once it is made */
const DUMMY = { kind: "dummy", state: { arp: "off", multicast: "off" } } as const;

async function undoOf(
  line: string,
  links: Readonly<Record<string, ToldLink>>,
): Promise<readonly string[] | CannotUndo> {
  const plan = planOf(line.split(" ") as [string, ...string[]]); // a line has a word
  if (plan.kind !== "undoable") throw new Error(`${line} is ${plan.kind}`);
  const prepared = await plan.prepare(lookOn(linksWith(links))).catch((error: unknown) => error);
  if (prepared instanceof CannotUndo) return prepared;
  return (prepared as Awaited<ReturnType<typeof plan.prepare>>).steps.map(shown);
}

test("a dummy is made again, and nothing is set that a new one has by itself", async () => {
  expect(await undoOf("ip link del d0", { d0: DUMMY })).toEqual(["ip link add name d0 index N address MAC type dummy"]);
});

test("what a new dummy has not is set", async () => {
  const changed = { kind: "dummy", state: { mtu: 1400 } };
  expect(await undoOf("ip link del d0", { d0: changed })).toEqual([
    "ip link add name d0 index N address MAC type dummy",
    "ip link set dev d0 mtu 1400",
    "ip link set dev d0 arp on",
    "ip link set dev d0 multicast on",
  ]);
});

test.each([
  ["of another kind", { d0: { kind: "vxlan" } }],
  ["a cable whose other end is elsewhere", { d0: { kind: "veth", lower: 8 } }],
  ["one that others are made on", { d0: DUMMY, "d0.7": { kind: "vlan", lower: "d0" } }],
])("%s is not deleted", async (_what, links) => {
  expect(await undoOf("ip link del d0", links)).toBeInstanceOf(CannotUndo);
});
