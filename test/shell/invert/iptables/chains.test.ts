/**
 * Chains and policies: what is made, deleted, renamed or set goes back to what it was.
 */
import { expect, test } from "bun:test";

import { HERE, type Host, taken, THERE, NETWORKS, together, wayBack } from "../host-with.ts";

function withLines(lines: readonly string[], into = ""): Host {
  return { prints: { [`${into}iptables -w -t filter -S`]: lines.join("\n") } };
}

const [ACCEPT, DROP, MINE, YOURS] = ["-P FORWARD ACCEPT", "-P FORWARD DROP", "-N mine", "-N yours"];

test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  ["-N mine", [ACCEPT], [ACCEPT, MINE], ["-X mine"], ["-X mine"]],
  ["-N mine", [ACCEPT, MINE], [ACCEPT, MINE], [], []],
  ["-N mine", [ACCEPT], [ACCEPT], ["-X mine"], []],
  ["-X mine", [MINE, YOURS], [YOURS], [MINE], [MINE]],
  ["-X mine", [MINE, YOURS], [MINE, YOURS], [MINE], []],
  ["-X mine", [YOURS], [YOURS], [], []],
  ["-X", [ACCEPT, MINE, YOURS], [ACCEPT], [MINE, YOURS], [MINE, YOURS]],
  ["-X", [ACCEPT, MINE, YOURS], [ACCEPT, YOURS], [MINE, YOURS], [MINE]],
  ["-E mine yours", [MINE], [YOURS], ["-E yours mine"], ["-E yours mine"]],
  ["-E mine yours", [MINE, YOURS], [MINE, YOURS], [], []],
  ["-P FORWARD DROP", ["-P INPUT DROP", ACCEPT], ["-P INPUT DROP", DROP], [ACCEPT], [ACCEPT]],
  ["-P FORWARD DROP", [DROP], [DROP], [], []],
  ["-P FORWARD DROP", [ACCEPT], [ACCEPT], [ACCEPT], []],
  ["-P FORWARD DROP", ["-P FORWARDED ACCEPT"], ["-P FORWARDED ACCEPT", DROP], [DROP], [DROP]],
])("`iptables %s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(`iptables ${line}`, withLines(before), withLines(after));
  const lines = (words: readonly string[]) => words.map((one) => `iptables -w -t filter ${one}`);
  expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
});

test.each([
  ["-N mine", [], [MINE], { line: MINE, before: [], change: "made" }],
  ["-X mine", [MINE], [], { line: MINE, before: [MINE], change: "removed" }],
])("`iptables %s` is known by the table's lines", async (line, before, after, known) => {
  const list = ["iptables", "-w", "-t", "filter", "-S"];
  const { completed } = await wayBack(`iptables ${line}`, withLines(before), withLines(after));
  expect(taken(completed)).toEqual([{ kind: "listed", network: HERE, list, place: null, ...known }]);
});

test.each([
  ["-N mine", [], [MINE], "-X mine"],
  ["-X mine", [MINE], [], "-N mine"],
])("`iptables %s` goes back in its network, if there is one", async (line, before, after, back) => {
  const into = "ip netns exec N ";
  const [was, made] = [withLines(before, into), withLines(after, into)].map((host) => together(NETWORKS, host));
  const { done, completed } = await wayBack(`${into}iptables ${line}`, was ?? {}, made);
  expect(done).toEqual([`${into}iptables -w -t filter ${back}`]);
  expect(taken(completed)).toMatchObject([{ network: THERE }]);
  expect((await wayBack(`${into}iptables ${line}`, {})).planned).toEqual([]);
});
