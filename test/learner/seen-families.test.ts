/**
 * The work of lines about addresses and routes is seen in both families, however they are spelled: the real `ip` does them.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Each goes on from those before */
const LINES = [
  "ip addr add 10.1.1.1/24 dev C",
  "ip addr add 10.2/16 dev C",
  "ip addr add fd00::1/64 dev C",
  "ip addr add FD00:0:0:7::1 dev C",
  "ip addr add fd01::1 peer FD01:0::2/128 dev C",
  "ip route add 10.9/16 dev C",
  "ip route add FD09:0::/64 dev C",
  "ip route add default via FD00:0::9",
  "ip -6 route replace fd0a::/64 via fd00:0::9 dev C",
  "ip route del fd09:0:0::/64 dev C",
  "ip addr del FD00::1/64 dev C",
];

test.each(await judgedLines())("%s", (_, judged) => {
  expect(judged).toEqual({ before: expect.stringMatching(/^(?:missing|wrong)$/), status: 0, after: "done" });
});

async function judgedLines() {
  return inNamespaces(async (lines: readonly string[]) => {
    await import("zx/core");
    const { lookHere } = await import("../../lib/labs/look-here.ts");
    const { deedsOf } = await import("../../lib/learner/deeds/deeds-of.ts");
    const { judge } = await import("../../lib/learner/judge.ts");
    const { Networks } = await import("../../lib/learner/host-networks.ts");
    const { performerOn } = await import("../support/terminal/typist.ts");
    const run = (line: string) => Bun.spawnSync(line.split(" ")).exitCode;
    run("ip link add C type veth peer name D");
    run("ip link set C up");
    run("ip link set D up");
    const stateOf = async (text: string) => {
      const [program = "", ...args] = text.split(" ");
      const deeds = deedsOf([program, ...args]);
      const look = lookHere(performerOn("sandbox"));
      const { lines: judged } = await judge(
        [{ step: 0, text, in: "host", said: "article", does: "changes", deeds, made: null }],
        { kind: "sandbox", builder: "learner", look, networks: new Networks(look, []), containers: [] },
      );
      return judged[0]?.state;
    };
    const seen = [];
    for (const line of lines) {
      const before = await stateOf(line);
      const status = run(line);
      seen.push([line, { before, status, after: await stateOf(line) }] as const);
    }
    return seen;
  }, LINES);
}
