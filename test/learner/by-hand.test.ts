/**
 * What somebody typed, rightly or wrongly, is told from what the recipe wants.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import type { Verdict } from "../../lib/learner/verdict.ts";
import { describeInSandbox } from "../support/host/test-host.ts";
import type { Case } from "../support/host/by-hand-inside.ts";
import { verdictsOn } from "../support/verdicts-on.ts";
import { WIRED } from "./net-none-manual-lines.ts";
import { LINES } from "./point-to-point-lines.ts";
import { naming } from "../support/naming.ts";

/** With another word in the one line that has it */
function changed(word: string, other: string): readonly string[] {
  if (LINES.filter((line) => line.includes(word)).length !== 1) throw new Error(`Not one line has "${word}"`);
  return LINES.map((line) => line.replace(word, other));
}

/** With other words in all lines */
function renamed(words: Readonly<Record<string, string>>): readonly string[] {
  const pattern = new RegExp(`(?:^|(?<=[ $]))(?:${Object.keys(words).join("|")})(?=[ =/)]|$)`, "g");
  return LINES.map((line) => line.replace(pattern, (word) => words[word] ?? word));
}

/** With the containers the other way round, once their process ids are known */
function swapped(lines: readonly string[]): readonly string[] {
  const others: Readonly<Record<string, string>> = { $p1: "$p2", $p2: "$p1" };
  return lines.map((line, at) => (at < 4 ? line : line.replace(/\$p[12]/g, (word) => others[word] ?? word)));
}

/** With both ends of the cable in one container */
const ONE_SIDED = LINES.map((line, at) => (at < 12 ? line : line.replace("$p2", "$p1")));

/** What was typed, and which line is the first that is not right */
const WRONG: readonly (readonly [
  name: string,
  lines: readonly string[],
  first: { readonly step: number; readonly state: string; readonly text: RegExp; readonly seen: RegExp },
])[] = [
  ["nothing at all", [], { step: 1, state: "missing", text: /docker run/, seen: /\bcontainer\b/ }],
  [
    "another address",
    changed("10.1.1.2/32 dev B", "10.1.1.9/32 dev B"),
    { step: 3, state: "wrong", text: /addr add 10\.1\.1\.2\/32 dev B$/, seen: /^B in \d+ has 10\.1\.1\.9\/32$/ },
  ],
  [
    "another netmask",
    changed("10.1.1.1/32 dev A", "10.1.1.1/24 dev A"),
    { step: 3, state: "wrong", text: /addr add 10\.1\.1\.1\/32 dev A$/, seen: /^A in \d+ has 10\.1\.1\.1\/24$/ },
  ],
  [
    "other names of the cable's ends",
    renamed({ A: "C", B: "D" }),
    {
      step: 3,
      state: "missing",
      text: /link add A type veth peer name B$/,
      seen: /^neither A nor B exists, but a cable with the ends C and D does$/,
    },
  ],
  [
    "another name of one end",
    renamed({ B: "D" }),
    { step: 3, state: "wrong", text: /link add A type veth peer name B$/, seen: /^the other end of A is D$/ },
  ],
  [
    "the wrong container for one end",
    changed("set B netns $p2", "set B netns $p1"),
    { step: 3, state: "wrong", text: /link set B netns \d+$/, seen: /^B is in \d+$/ },
  ],
  [
    "both ends in the older container",
    ONE_SIDED,
    { step: 3, state: "wrong", text: /link set B netns \d+$/, seen: /^B is in \d+$/ },
  ],
  [
    "both ends in the younger container",
    swapped(ONE_SIDED),
    { step: 3, state: "wrong", text: /link set B netns \d+$/, seen: /^B is in \d+$/ },
  ],
  [
    "the wrong process for a namespace entry",
    changed("/proc/$p2/ns/net", "/proc/$p1/ns/net"),
    {
      step: 2,
      state: "wrong",
      text: /ln -s \/proc\/(\d+)\/ns/,
      seen: /^\/var\/run\/netns\/\d+ points to \/proc\/\d+\/ns\/net$/,
    },
  ],
  [
    "an address before the move, which takes it away",
    LINES.with(8, "ip addr add 10.1.1.1/32 dev A").with(9, "ip link set A netns $p1"),
    { step: 3, state: "missing", text: /addr add 10\.1\.1\.1\/32 dev A$/, seen: /^A in \d+ .*\bno\b/ },
  ],
  [
    "a container on Docker's bridge",
    LINES.with(1, "two=$(docker run -d -i -t --rm base /bin/bash)"),
    { step: 1, state: "wrong", text: /docker run .*--net=none/, seen: /^[\da-f]{12} is running with --net=bridge$/ },
  ],
  [
    "a route over another cable",
    [...LINES.slice(0, 15), "ip netns exec $p2 ip route add 10.1.1.1/32 dev lo"],
    { step: 3, state: "wrong", text: /route add 10\.1\.1\.1\/32 dev B$/, seen: /^it has the route 10\.1\.1\.1 dev lo/ },
  ],
];

/** What was typed, and all is well */
const RIGHT: readonly (readonly [name: string, lines: readonly string[], options: Readonly<Record<string, string>>])[] =
  [
    ["the article's lines", LINES, {}],
    ["the windows swapped", swapped(LINES), {}],
    ["with a third container beside them", [...LINES, "docker run -d --net=none base sleep 600"], {}],
    ["without the entries' own lines", LINES.with(5, "ip netns attach $p1 $p1").with(6, "ip netns attach $p2 $p2"), {}],
    [
      "other values, which are named",
      LINES.map((line) => line.replaceAll("10.1.1.1/", "10.9.0.1/")),
      { from: "10.9.0.1" },
    ],
  ];

/** The lines of the other recipes that matter here */
const BRIDGE: readonly string[] = [
  "service docker stop",
  "ip link set dev docker0 down",
  "brctl delbr docker0",
  "brctl addbr bridge0",
  "ip addr add 192.168.5.1/24 dev bridge0",
  "ip link set dev bridge0 up",
  "echo 'DOCKER_OPTS=\"-b=bridge0\"' >> /etc/default/docker",
  "service docker start",
];
const LINKED: readonly string[] = [
  "echo 'DOCKER_OPTS=\"--icc=false\"' >> /etc/default/docker",
  "service docker restart",
  "mkdir /tmp/web",
  "echo FROM base > /tmp/web/Dockerfile",
  "echo EXPOSE 80 82 >> /tmp/web/Dockerfile",
  "docker build -t web-server /tmp/web",
  "docker run -d --name web web-server sleep 600",
  "docker run -d --link web:www base sleep 600",
  "docker run -d base sleep 600",
];

/** Container lines that have nothing to do with a recipe, which has some like them */
const UNRELATED: readonly string[] = ["docker run -d base sleep 600", "docker run -d --net=none base sleep 600"];

/** What was typed for other recipes, and the first line that is not right; `null` where all is well */
const OTHERS: readonly (Case & {
  readonly name: string;
  readonly first: { readonly state: string; readonly text: RegExp; readonly seen: RegExp } | null;
})[] = [
  { name: "the article's lines for custom-bridge", recipe: "custom-bridge", lines: BRIDGE, options: {}, first: null },
  {
    name: "a further option for Docker",
    recipe: "custom-bridge",
    lines: BRIDGE.with(6, "echo 'DOCKER_OPTS=\"--icc=true -b=bridge0\"' >> /etc/default/docker"),
    options: {},
    first: null,
  },
  {
    name: "another bridge for Docker",
    recipe: "custom-bridge",
    lines: BRIDGE.with(6, "echo 'DOCKER_OPTS=\"-b=bridge1\"' >> /etc/default/docker"),
    options: {},
    first: { state: "wrong", text: /^echo 'DOCKER_OPTS="-b=bridge0"'/, seen: /^it has DOCKER_OPTS="-b=bridge1"$/ },
  },
  {
    name: "another name of the bridge, where it is named",
    recipe: "custom-bridge",
    lines: BRIDGE.map((line) => line.replace("bridge0", "br7")),
    options: { bridge: "br7" },
    first: null,
  },
  {
    name: "another name of the bridge, where it isn't",
    recipe: "custom-bridge",
    lines: BRIDGE.map((line) => line.replace("bridge0", "br7")),
    options: {},
    first: { state: "missing", text: /brctl addbr bridge0$/, seen: /^the bridge bridge0 is missing$/ },
  },
  {
    name: "the lines behind the article's last one, too",
    recipe: "custom-bridge",
    lines: [...BRIDGE, "echo 'DOCKER_OPTS=\"--bridge=none\"' > /etc/default/docker", "service docker restart"],
    options: {},
    first: null,
  },
  {
    name: "another one than the line behind the article's last one",
    recipe: "custom-bridge",
    lines: [...BRIDGE, "echo 'DOCKER_OPTS=\"--icc=false\"' > /etc/default/docker", "service docker restart"],
    options: {},
    first: { state: "wrong", text: /^echo 'DOCKER_OPTS="-b=bridge0"'/, seen: /^it has DOCKER_OPTS="--icc=false"$/ },
  },
  { name: "other words for net-none-manual", recipe: "net-none-manual", lines: WIRED, options: {}, first: null },
  {
    name: "an end on another bridge",
    recipe: "net-none-manual",
    lines: [...WIRED.with(5, "brctl addbr br7"), "ip link set A master br7 up"],
    options: {},
    first: { state: "wrong", text: /brctl addif docker0 A$/, seen: /^A is on the bridge br7$/ },
  },
  {
    name: "another gateway",
    recipe: "net-none-manual",
    lines: WIRED.with(9, "ip -n $pid route add default via 172.17.42.9"),
    options: {},
    first: {
      state: "wrong",
      text: /route add default via 172\.17\.42\.1$/,
      seen: /\bdefault via 172\.17\.42\.9/,
    },
  },
  ...UNRELATED.map((line) => ({
    name: `nothing of custom-bridge, beside ${line}`,
    recipe: "custom-bridge",
    lines: [line, line],
    options: {},
    first: { state: "missing", text: /service docker stop$/, seen: /^docker is running$/ },
  })),
  {
    name: "nothing of link-icc-false, beside a container like some of it",
    recipe: "link-icc-false",
    lines: UNRELATED.slice(0, 1),
    options: {},
    first: {
      state: "missing",
      text: /docker run -d base sleep 600$/,
      seen: /^no such container is running except [\da-f]{12}$/,
    },
  },
  {
    name: "a container on Docker's own bridge, as Docker was told of no other",
    recipe: "custom-bridge",
    lines: [...BRIDGE.toSpliced(6, 1), "docker run -d base sleep 600"],
    options: {},
    first: { state: "missing", text: /^echo 'DOCKER_OPTS/, seen: /^it has no such line$/ },
  },
  {
    name: "a port of the host for the second of two containers",
    recipe: "listen",
    lines: ["docker run -d base sleep 600", "docker run -d -p 80:80 base sleep 600"],
    options: {},
    first: { state: "wrong", text: /docker run -d base sleep 600$/, seen: /^[\da-f]{12} is running with -p 80:80$/ },
  },
  {
    name: "nothing, and Docker is stopped",
    recipe: "net-none-manual",
    lines: ["service docker stop"],
    options: {},
    first: { state: "missing", text: /docker run/, seen: /: sudo service docker start$/ },
  },
  { name: "what link-icc-false ends with", recipe: "link-icc-false", lines: LINKED, options: {}, first: null },
  {
    name: "another alias of the link",
    recipe: "link-icc-false",
    lines: LINKED.with(7, "docker run -d --link web:db base sleep 600"),
    options: {},
    first: { state: "wrong", text: /docker run -d --link web:www/, seen: /is running with --link web:db$/ },
  },
];

/** After the article's last lines */
const ENDED: Case = {
  recipe: "net-none-manual",
  lines: [...WIRED, "docker rm --force $shell", "find -L /var/run/netns -type l -delete"],
  options: {},
};

/** With a container whose interface was taken off the bridge */
const OFF_THE_BRIDGE: Case = {
  recipe: "custom-bridge",
  lines: [
    ...BRIDGE,
    "docker run -d base sleep 600",
    "veth=$(ls /sys/class/net/bridge0/brif)",
    "ip link set $veth nomaster",
  ],
  options: {},
};

/** What is checked after it was typed */
const CASES: readonly Case[] = [
  ENDED,
  OFF_THE_BRIDGE,
  ...RIGHT.map(([, lines, options]) => ({ recipe: "point-to-point", lines, options })),
  ...WRONG.map(([, lines]) => ({ recipe: "point-to-point", lines, options: {} })),
  ...OTHERS.map(({ recipe, lines, options }) => ({ recipe, lines, options })),
];

describeInSandbox((host) => {
  let verdicts: readonly Verdict[] = [];
  let [ended, offTheBridge]: readonly (Verdict | undefined)[] = [];
  beforeAll(async () => {
    [ended, offTheBridge, ...verdicts] = await verdictsOn<Verdict>(host(), "host/by-hand-inside.ts", [
      JSON.stringify(CASES),
    ]);
  });

  const verdictOf = (at: number) => verdicts[RIGHT.length + WRONG.length + at] as Verdict;

  describe("all is well with", () => {
    test.each(RIGHT.map(([name], at) => [name, at] as const))("%s", (_, at) => {
      const { ok, first, checks } = verdicts[at] as Verdict;
      expect({ ok, first }).toEqual({ ok: true, first: null });
      const states = checks.map(({ state }) => state);
      expect(states).toEqual(["holds", "holds", "holds", "holds", "holds", "not asked", "not asked"]);
    });
  });

  describe("the first wrong line is named:", () => {
    test.each(WRONG.map(([name, , first], at) => [name, RIGHT.length + at, first] as const))(
      "%s",
      (_, at, expected) => {
        const { ok, first, steps } = verdicts[at] as Verdict;
        expect(ok).toBe(false);
        expect(first).toMatchObject({ step: expected.step, state: expected.state });
        expect(first?.text).toMatch(expected.text);
        expect(first?.seen).toMatch(expected.seen);
        expect(steps[expected.step - 1]?.state).toBe("wrong");
      },
    );
  });

  test("a step behind the first missing line is ticked only where its own work is seen", () => {
    const states = new Map(OTHERS.map(({ name }, at) => [name, verdictOf(at).steps.map(({ state }) => state)]));
    const nothing = ["wrong", ...Array(8).fill("to come")];
    for (const line of UNRELATED) expect(states.get(`nothing of custom-bridge, beside ${line}`)).toEqual(nothing);
    const onDocker0 = states.get("a container on Docker's own bridge, as Docker was told of no other");
    expect(onDocker0?.slice(1)).toEqual(["done", "done", "wrong", ...Array(5).fill("to come")]);
  });

  test("where a line is to make one more container like another one, it is said beside which", () => {
    const at = OTHERS.findIndex(({ name }) => name === "a port of the host for the second of two containers");
    const wanted = /^another container besides [\da-f]{12} .*\bno published port\b/;
    expect(verdictOf(at).first?.wanted).toMatch(wanted);
  });

  test("on an untouched host no check is said to have held", () => {
    const untouched = OTHERS.flatMap(({ name }, at) => (name.startsWith("nothing") ? [verdictOf(at)] : []));
    const states = new Set(untouched.flatMap(({ checks }) => checks.map(({ state }) => state)));
    expect([...states]).toEqual(["not asked"]);
  });

  test("of a container that the last lines have ended it is said so", () => {
    expect(ended?.first).toMatchObject({ step: 1, seen: naming("container") });
    expect(ended?.first?.note).toContain('"exit"');
    expect(verdicts.map(({ first }) => first?.note ?? null).filter((note) => note !== null)).toEqual([]);
  });

  test("a value that is not there is called by what it would be", () => {
    const listed = offTheBridge?.checks.find(({ name }) => name === "the bridge lists its interface");
    expect(listed).toMatchObject({ state: "fails", expected: "an interface name" });
    expect(JSON.stringify(offTheBridge?.checks)).not.toContain("$veth");
  });

  describe("of other recipes:", () => {
    test.each(OTHERS.map(({ name, first }, at) => [name, at, first] as const))("%s", (_, at, expected) => {
      const { ok, first } = verdictOf(at);
      expect({ ok, isFound: first !== null }).toEqual({ ok: expected === null, isFound: expected !== null });
      if (expected === null) return;
      expect(first).toMatchObject({ state: expected.state });
      expect(first?.text).toMatch(expected.text);
      expect(first?.seen).toMatch(expected.seen);
    });
  });
});
