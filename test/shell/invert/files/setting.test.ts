/**
 * Settings of the kernel go back to their values, with those that change along with them.
 */
import { describe, expect, test } from "bun:test";

import { planOfRedirection } from "../../../../lib/shell/invert/invert.ts";
import { HERE, type Host, NETWORKS, planFor, taken, THERE, together, wayBack, wayBackBy } from "../host-with.ts";

function withSettings(settings: Readonly<Record<string, string>>, into = ""): Host {
  return { prints: Object.fromEntries(Object.entries(settings).map(([path, value]) => [`${into}cat ${path}`, value])) };
}

const FORWARD = "/proc/sys/net/ipv4/ip_forward";

const [OFF, ON] = ["0\n", "1\n"].map((value) => withSettings({ [FORWARD]: value })) as [Host, Host];

test.each<[string, Host, Host, readonly string[], readonly string[]]>([
  ["sysctl -w net.ipv4.ip_forward=1", OFF, ON, ["0"], ["0"]],
  ["sysctl net/ipv4/ip_forward=1", OFF, ON, ["0"], ["0"]],
  ["sysctl -q 'net.ipv4.ip_forward = 1'", OFF, ON, ["0"], ["0"]],
  ["sysctl -w net.ipv4.ip_forward=1", OFF, OFF, ["0"], []],
  ["sysctl -w net.ipv4.ip_forward=1", OFF, {}, ["0"], []],
  ["sysctl -w net.ipv4.ip_forward=1", {}, ON, [], []],
  [`tee ${FORWARD}`, ON, OFF, ["1"], ["1"]],
  ["tee /proc/sys/../sys/net/ipv4/ip_forward", ON, OFF, ["1"], ["1"]],
])("`%s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(line, before, after);
  const lines = (values: readonly string[]) => values.map((value) => `sysctl -q -w net/ipv4/ip_forward=${value}`);
  expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
});

test("one is known by what it was and is in its network", async () => {
  const into = "ip netns exec N ";
  const [before, after] = ["0\n", "1\n"].map((value) => together(NETWORKS, withSettings({ [FORWARD]: value }, into)));
  const way = await wayBack(`${into}sysctl -w net.ipv4.ip_forward=1`, before ?? {}, after);
  const setting = { kind: "setting", network: THERE, path: FORWARD, was: "0\n" };
  expect(way.done).toEqual([`${into}sysctl -q -w net/ipv4/ip_forward=0`]);
  expect([taken(way.steps), taken(way.completed)]).toEqual([
    [{ ...setting, made: null }],
    [{ ...setting, made: "1\n" }],
  ]);
  expect((await wayBack(`${into}sysctl -w net.ipv4.ip_forward=1`, {})).planned).toEqual([]);
});

test("one below /sys is written", async () => {
  const path = "/sys/class/x";
  const way = await wayBackBy(
    planOfRedirection({ operator: ">", file: path }),
    withSettings({ [path]: "a\n" }),
    withSettings({ [path]: "b\n" }),
  );
  expect(way.argv).toEqual(["true"]);
  expect<unknown>(way.completed).toEqual([
    {
      kind: "file",
      path,
      content: Buffer.from("a\n").toString("base64"),
      owner: null,
      takes: { kind: "setting", network: HERE, path, was: "a\n", made: "b\n" },
      when: "in turn",
    },
  ]);
});

describe.each([
  ["net/ipv4/ip_forward", "^net[.]ipv4[.]conf[.].*[.]forwarding$", "net/ipv4/conf/lo/forwarding"],
  ["net/ipv4/conf/all/forwarding", "^net[.]ipv4[.](?:ip_forward|conf[.].*[.]forwarding)$", "net/ipv4/ip_forward"],
  ["net/ipv6/conf/all/forwarding", "^net[.]ipv6[.]conf[.].*[.]forwarding$", "net/ipv6/conf/br0.7/forwarding"],
  ["net/ipv6/conf/all/disable_ipv6", "^net[.]ipv6[.]conf[.].*[.]disable_ipv6$", "net/ipv6/conf/lo/disable_ipv6"],
])("along with %s", (name, pattern, other) => {
  const typed = (one: string) => one.replace(/[./]/g, (sign) => (sign === "." ? "/" : "."));
  const host = (value: string, along: string): Host => ({
    prints: {
      ...withSettings({ [`/proc/sys/${name}`]: value, [`/proc/sys/${other}`]: along }).prints,
      [`sysctl -a -N -r ${pattern}`]: `${typed(name)}\n${typed(other)}\nnet.gone\n`,
    },
  });

  test.each([
    ["1\n", [`sysctl -q -w ${name}=0`, `sysctl -q -w ${other}=1`]],
    ["0\n", [`sysctl -q -w ${name}=0`]],
  ])("another that was %j", async (along, back) => {
    const way = await wayBack(`sysctl -w ${typed(name)}=1`, host("0\n", along), host("1\n", "1\n"));
    expect<unknown>([way.planned, way.done]).toEqual([back, back]);
    expect(taken(way.completed).slice(1)).toEqual(
      back.slice(1).map(() => ({ kind: "setting", network: HERE, path: `/proc/sys/${other}`, was: "1\n", made: null })),
    );
  });
});

test.each([
  [
    "sysctl -w net.ipv4.conf.br0/7.forwarding=1 a/b.c=2",
    "sets /proc/sys/net/ipv4/conf/br0.7/forwarding and /proc/sys/a/b.c",
  ],
  ["sysctl -w single=a=b", "sets /proc/sys/single"],
  ["tee /sys/a /proc/sys/b/../c", "sets /sys/a and /proc/sys/c"],
])("`%s` %s", (line, changes) => {
  expect(planFor(line)).toMatchObject({ changes });
});

test.each([
  ["sysctl -p", "unknown"],
  ["sysctl -f x", "unknown"],
  ["sysctl --load=x", "unknown"],
  ["sysctl --system", "unknown"],
  ["sysctl -w -p a=b", "unknown"],
  ["sysctl -n a", "none"],
  ["sysctl --pattern=x a", "none"],
  ["sysctl -a", "none"],
  ["sysctl", "none"],
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});
