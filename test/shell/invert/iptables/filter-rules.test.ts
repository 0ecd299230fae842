/**
 * Rules that are added, deleted and replaced: the opposite line, by the words of the rule or by its place.
 */
import { expect, test } from "bun:test";

import { HERE, type Host, NETWORKS, taken, THERE, together, wayBack } from "../host-with.ts";

/** A table with these rules after its policies */
function withRules(rules: readonly string[], { table = "filter", program = "iptables", into = "" } = {}): Host {
  const lines = ["-P FORWARD ACCEPT", "-N mine", "-N minelike", "-A minelike -j RETURN", ...rules];
  return { prints: { [`${into}${program} -w -t ${table} -S`]: `${lines.join("\n")}\n` } };
}

const [X, Y, Z] = ["-A FORWARD -i x -j DROP", "-A FORWARD -i y -j DROP", "-A FORWARD -s 10.0.0.1/32 -j DROP"];
const OTHER = "-A INPUT -i x -j DROP";
const BY_WORDS = "-D FORWARD -i x -j DROP";

/** A line, the rules before and after it, and the way back as it is known before and after */
test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  // One more rule, at the end or at a place
  ["-A FORWARD -i x -j DROP", [Y], [Y, X], [BY_WORDS], [BY_WORDS]],
  ["-A FORWARD -i x -j DROP", [], [X], [BY_WORDS], [BY_WORDS]],
  ["-A FORWARD -i x -j DROP", [Y], [Y], [BY_WORDS], []],
  ["-A FORWARD -i x -j DROP", [OTHER], [OTHER, X], [BY_WORDS], [BY_WORDS]],
  ["-A mine", [], ["-A mine"], ["-D mine"], ["-D mine"]],
  ["-I FORWARD 2 -i x -j DROP", [Y, Z], [Y, X, Z], [BY_WORDS], [BY_WORDS]],
  // One that is like others: by its place, and then by its words
  ["-A FORWARD -i x -j DROP", [X, Y], [X, Y, X], ["-D FORWARD 3", BY_WORDS], ["-D FORWARD 3", BY_WORDS]],
  ["-A FORWARD -i x -j DROP", [X, X], [X, X, X], ["-D FORWARD 3", BY_WORDS], ["-D FORWARD 3", BY_WORDS]],
  ["-I FORWARD -i x -j DROP", [Y, X], [X, Y, X], ["-D FORWARD 1", BY_WORDS], ["-D FORWARD 1", BY_WORDS]],
  ["-I FORWARD 2 -i x -j DROP", [Y, X], [Y, X, X], ["-D FORWARD 2", BY_WORDS], ["-D FORWARD 2", BY_WORDS]],
  // Several rules of one line, and one of somebody else's at the same moment
  [
    "-A FORWARD -s 10.0.0.1,10.0.0.2 -j DROP",
    [],
    [Z, "-A FORWARD -s 10.0.0.2/32 -j DROP"],
    ["-D FORWARD -s 10.0.0.1,10.0.0.2 -j DROP"],
    ["-D FORWARD -s 10.0.0.1/32 -j DROP", "-D FORWARD -s 10.0.0.2/32 -j DROP"],
  ],
  ["-A FORWARD -i x -j DROP", [], [X, Y], [BY_WORDS], [BY_WORDS]],
  [
    "-A FORWARD ! -i x -j DROP",
    [],
    ["-A FORWARD ! -i x -j DROP", Y],
    ["-D FORWARD '!' -i x -j DROP"],
    ["-D FORWARD '!' -i x -j DROP"],
  ],
  [
    "-A FORWARD --in-interface eth+ -j DROP",
    [],
    ["-A FORWARD -i eth+ -j DROP"],
    ["-D FORWARD --in-interface eth+ -j DROP"],
    ["-D FORWARD -i eth+ -j DROP"],
  ],
  // Less rules
  ["-D FORWARD -i x -j DROP", [Y, X], [Y], ["-I FORWARD 2 -i x -j DROP"], ["-I FORWARD 2 -i x -j DROP"]],
  ["-D FORWARD -i x -j DROP", [Y, X, Z, X], [Y, Z, X], ["-I FORWARD 2 -i x -j DROP"], ["-I FORWARD 2 -i x -j DROP"]],
  [
    "-D FORWARD -j DROP",
    [Y, X],
    [Y],
    ["-I FORWARD 1 -i y -j DROP", "-I FORWARD 2 -i x -j DROP"],
    ["-I FORWARD 2 -i x -j DROP"],
  ],
  [
    "-D FORWARD ! -i x -j DROP",
    [X, "-A FORWARD ! -i x -j DROP"],
    [X],
    ["-I FORWARD 2 '!' -i x -j DROP"],
    ["-I FORWARD 2 '!' -i x -j DROP"],
  ],
  ["-D FORWARD -i none -j DROP", [Y, X], [Y, X], [], []],
  ["-D FORWARD 1", [Y, X], [X], ["-I FORWARD 1 -i y -j DROP"], ["-I FORWARD 1 -i y -j DROP"]],
  ["-D FORWARD 2", [Y, X, Z], [Y, Z], ["-I FORWARD 2 -i x -j DROP"], ["-I FORWARD 2 -i x -j DROP"]],
  ["-D FORWARD 9", [Y, X], [Y, X], [], []],
  ["-D FORWARD -i x -j DROP", [X, Y], [], ["-I FORWARD 1 -i x -j DROP"], ["-I FORWARD 1 -i x -j DROP"]],
  // Another in its place
  [
    "-R FORWARD 2 -i x -j DROP",
    [Y, Z],
    [Y, X],
    [BY_WORDS, "-I FORWARD 2 -s 10.0.0.1/32 -j DROP"],
    [BY_WORDS, "-I FORWARD 2 -s 10.0.0.1/32 -j DROP"],
  ],
  ["-R FORWARD 1 -i x -j DROP", [X, Z], [X, Z], ["-D FORWARD 1", BY_WORDS, "-I FORWARD 1 -i x -j DROP"], []],
  // Comments keep their quotes
  [
    "-D mine 1",
    [String.raw`-A mine -m comment --comment "a \"b\"" -j DROP`],
    [],
    [`-I mine 1 -m comment --comment 'a "b"' -j DROP`],
    [`-I mine 1 -m comment --comment 'a "b"' -j DROP`],
  ],
])("`iptables %s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(`iptables ${line}`, withRules(before), withRules(after));
  const lines = (words: readonly string[]) => words.map((one) => `iptables -w -t filter ${one}`);
  expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
});

const FIREWALL = { kind: "listed", network: HERE } as const;
const LIST = ["iptables", "-w", "-t", "filter", "-S", "FORWARD"];

test("a rule is known by its chain, and by those that were there before", async () => {
  const { steps, completed } = await wayBack(
    "iptables -A FORWARD -i x -j DROP",
    withRules([X, Y]),
    withRules([X, Y, X]),
  );
  const made = { ...FIREWALL, list: LIST, change: "made" };
  const place = [...LIST, "3"];
  const before = ["-P FORWARD ACCEPT", X, Y];
  expect(taken(steps)).toEqual([
    { ...made, line: X, before: [X], place },
    { ...made, line: null, before, place: null },
  ]);
  expect(taken(completed)).toEqual([
    { ...made, line: X, before: [X], place },
    { ...made, line: X, before: [X], place: null },
  ]);
});

test("one that is new, or lost, is known by its line", async () => {
  const made = await wayBack("iptables -A FORWARD -i x -j DROP", withRules([]), withRules([X]));
  const lost = await wayBack("iptables -D FORWARD -i x -j DROP", withRules([X, X]), withRules([X]));
  const of = { ...FIREWALL, list: LIST, line: X, place: null };
  expect(taken(made.completed)).toEqual([{ ...of, before: [], change: "made" }]);
  expect(taken(lost.completed)).toEqual([{ ...of, before: [X, X], change: "removed" }]);
});

test.each(["iptables", "ip6tables", "iptables-legacy", "iptables-nft"])(
  "%s has a table and a network of its own",
  async (program) => {
    const where = { table: "nat", program, into: "ip netns exec N " };
    const hosts = [[], [X]].map((rules) => together(NETWORKS, withRules(rules, where)));
    const { done, completed } = await wayBack(
      `ip netns exec N ${program} -t nat -A FORWARD -i x -j DROP`,
      hosts[0] ?? {},
      hosts[1],
    );
    expect(done).toEqual([`ip netns exec N ${program} -w -t nat ${BY_WORDS}`]);
    expect(taken(completed)).toMatchObject([{ network: THERE, list: [program, "-w", "-t", "nat", "-S", "FORWARD"] }]);
  },
);

test("nothing leads back in a network that is not there", async () => {
  expect((await wayBack("ip netns exec N iptables -A FORWARD -i x", {})).planned).toEqual([]);
});
