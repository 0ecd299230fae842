/**
 * A link that is deleted is made again from what was seen of it, or the line does not run.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { planOf } from "../../../../lib/shell/invert/invert.ts";
import type { Look } from "../../../../lib/resources/look.ts";
import { shown } from "../scene.ts";

/** As `ip -details -json` has it of a link that was just made */
function link(name: string, kind: string, more: object = {}): object {
  const flags = ["BROADCAST", ...(kind === "dummy" ? ["NOARP"] : ["MULTICAST"])];
  const linkinfo = { info_kind: kind };
  return { ifindex: 7, ifname: name, flags, mtu: 1500, txqlen: 1000, address: "02:00:00:00:00:07", linkinfo, ...more };
}

/** A network with these links and nothing else */
function lookAt(links: readonly object[]): Look {
  return {
    text: async (argv) => {
      if (argv.includes("route")) return "";
      const name = argv[argv.indexOf("dev") + 1];
      const found = links.filter((one) => !argv.includes("dev") || Reflect.get(one, "ifname") === name);
      return found.length === 0 ? null : JSON.stringify(found.map((one) => ({ addr_info: [], ...one })));
    },
    file: () => null,
    link: (path) => (path === "/proc/self/ns/net" ? "net:[4026531840]" : null),
    inode: () => null,
    network: () => null,
  };
}

async function undoOf(line: string, links: readonly object[]): Promise<readonly string[] | CannotUndo> {
  const plan = planOf(line.split(" ") as [string, ...string[]]); // a line has a word
  if (plan.kind !== "undoable") throw new Error(`${line} is ${plan.kind}`);
  const prepared = await plan.prepare(lookAt(links)).catch((error: unknown) => error);
  if (prepared instanceof CannotUndo) return prepared;
  return (prepared as Awaited<ReturnType<typeof plan.prepare>>).steps.map(shown);
}

test("a dummy is made again, and nothing is set that a new one has by itself", async () => {
  expect(await undoOf("ip link del d0", [link("d0", "dummy")])).toEqual([
    "ip link add name d0 index N address MAC type dummy",
  ]);
});

test("what a new dummy has not is set", async () => {
  const flags = ["BROADCAST", "MULTICAST"];
  expect(await undoOf("ip link del d0", [link("d0", "dummy", { flags, mtu: 1400 })])).toEqual([
    "ip link add name d0 index N address MAC type dummy",
    "ip link set dev d0 mtu 1400",
    "ip link set dev d0 arp on",
    "ip link set dev d0 multicast on",
  ]);
});

test.each([
  ["of another kind", [link("d0", "vxlan")]],
  ["a cable whose other end is elsewhere", [link("d0", "veth")]],
  ["one that others are made on", [link("d0", "dummy"), link("d0.7", "vlan", { ifindex: 8, link: "d0" })]],
])("%s is not deleted", async (_what, links) => {
  expect(await undoOf("ip link del d0", links)).toBeInstanceOf(CannotUndo);
});
