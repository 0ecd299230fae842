/**
 * Addresses and neighbours of a link go back to what they were.
 */
import { describe, expect, test } from "bun:test";

import { HERE, type Host, OWN, planFor, taken, wayBack } from "../../shell/invert/host-with.ts";

const LINK = { network: HERE, name: "A", index: 7, mac: "02:00:00:00:00:07" };

/** A link that is up, with these addresses, and a route over it */
function withAddresses(addresses: readonly string[], gateway: string | null = "10.1.0.9"): Host {
  const routes = gateway === null ? [] : [{ gateway, dev: "A" }];
  return { sees: { [OWN]: { links: { A: { state: { state: "up" }, addresses } }, routes } } };
}

const [ONE, TWO] = ["10.1.0.1/24", "10.1.0.2/24"];
const DEL = `ip address del ${ONE} dev A`;
const [ADD, ADD_TWO] = [ONE, TWO].map((one) => `ip address add ${one} scope global dev A`) as [string, string];
const ROUTE = "ip -4 route add default via 10.1.0.9 dev A";

test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  [`add ${ONE} dev A`, [], [ONE], [DEL], [DEL]],
  [`add ${ONE} dev A`, [ONE], [ONE], [DEL], []],
  [`add local ${ONE} dev A`, [], [ONE], [DEL], [DEL]],
  [`add 10.1.0.1 peer 10.1.0.2 dev A`, [], [], ["ip address del 10.1.0.1 peer 10.1.0.2 dev A"], []],
  [`add 10.1.0.1 remote 10.1.0.2 dev A`, [], [], ["ip address del 10.1.0.1 peer 10.1.0.2 dev A"], []],
  [`replace ${ONE} dev A`, [TWO], [TWO, ONE], [DEL, ADD_TWO, ROUTE], [DEL]],
  [`change ${ONE} dev A`, [ONE], [ONE], [ADD, ROUTE], []],
  [`del ${ONE} dev A`, [ONE, TWO], [TWO], [ADD, ADD_TWO, ROUTE], [ADD]],
  ["flush dev A", [ONE, TWO], [], [ADD, ADD_TWO, ROUTE], [ADD, ADD_TWO]],
  ["add dev A", [], [ONE], [], [DEL]],
])("`ip address %s` with %j, then %j", async (words, before, after, planned, done) => {
  const way = await wayBack(`ip address ${words}`, withAddresses(before), withAddresses(after));
  expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
});

test("each is known by its words, on its link", async () => {
  const known = { kind: "entry", network: HERE, list: { of: "address", link: "A" }, family: "inet", link: LINK };
  const [one, two] = [`${ONE} scope global`, `${TWO} scope global`];
  const made = await wayBack(`ip addr add ${ONE} dev A`, withAddresses([TWO]), withAddresses([TWO, ONE]));
  expect([taken(made.steps), taken(made.completed)]).toEqual([
    [{ ...known, words: null, before: [two], change: "made" }],
    [{ ...known, words: one, before: [], change: "made" }],
  ]);
  const lost = await wayBack(`ip addr del ${ONE} dev A`, withAddresses([ONE]), withAddresses([], null));
  const route = "default via 10.1.0.9 dev A";
  expect(lost.done).toEqual([ADD, ROUTE]);
  expect(taken(lost.completed)).toEqual([
    { ...known, words: one, before: [one], change: "removed" },
    { ...known, list: { of: "route", over: "A" }, words: route, before: [route], change: "removed" },
  ]);
});

test("of a link that is not there nothing is undone", async () => {
  expect((await wayBack(`ip addr add ${ONE} dev A`, {})).planned).toEqual([]);
});

const WITH_VALUE =
  "peer remote broadcast brd anycast scope label metric priority preference valid_lft preferred_lft proto broad met prio pref";

test.each([
  ...WITH_VALUE.split(" ").map((word) => `${word} x ${ONE} dev A`),
  ...["home", "nodad", "mngtmpaddr", "noprefixroute", "autojoin"].map((word) => `${word} ${ONE} dev A`),
])("`ip address add %s`: address and device are known", (words) => {
  expect(planFor(`ip address add ${words}`)).toMatchObject({ changes: `adds ${ONE} to A` });
});

test.each([
  ["change x dev A", "changes x on A"],
  ["chg x dev A", "changes x on A"],
  ["replace x dev A", "adds x to A, or changes it there"],
  ["del x dev A", "removes x from A"],
  ["flush dev A", "removes all addresses from A"],
])("`ip address %s` %s", (words, changes) => {
  expect(planFor(`ip address ${words}`)).toMatchObject({ changes });
});

test("a line that names no device is not undone", () => {
  expect([planFor("ip addr add x"), planFor("ip addr flush")].map(({ kind }) => kind)).toEqual(["unknown", "unknown"]);
  expect(planFor("ip addr add x")).not.toEqual(planFor("ip addr flush"));
});

describe("a neighbour", () => {
  const [OLD, NEW] = ["02:00:00:00:00:01", "02:00:00:00:00:02"];
  const host = (addresses: readonly string[]): Host => {
    const neighbours = addresses.map((address) => ({ destination: "10.1.0.9", dev: "A", address }));
    return { sees: { [OWN]: { links: { A: {} }, neighbours } } };
  };
  const [DEL_NEW, ADD_OLD] = [
    `del 10.1.0.9 dev A lladdr ${NEW} nud permanent`,
    `add 10.1.0.9 dev A lladdr ${OLD} nud permanent`,
  ];

  test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ["add", [], [NEW], ["del 10.1.0.9 dev A"], [DEL_NEW]],
    ["add", [OLD], [OLD], ["del 10.1.0.9 dev A"], []],
    ["replace", [OLD], [NEW], ["del 10.1.0.9 dev A", ADD_OLD], [DEL_NEW, ADD_OLD]],
    ["change", [OLD], [NEW], ["del 10.1.0.9 dev A", ADD_OLD], [DEL_NEW, ADD_OLD]],
    ["chg", [OLD], [NEW], ["del 10.1.0.9 dev A", ADD_OLD], [DEL_NEW, ADD_OLD]],
    ["del", [OLD], [], [ADD_OLD], [ADD_OLD]],
  ])("by `%s` with %j, then %j", async (verb, before, after, planned, done) => {
    const way = await wayBack(`ip neigh ${verb} 10.1.0.9 dev A lladdr x`, host(before), host(after));
    const lines = (all: readonly string[]) => all.map((one) => `ip neighbour ${one}`);
    expect<unknown>([way.planned, way.done]).toEqual([lines(planned), lines(done)]);
    const link = before.length === 0 ? null : LINK; // links are looked at only where there are lines
    const list = { of: "neighbour", address: "10.1.0.9" };
    expect(taken(way.completed)).toMatchObject(done.map(() => ({ kind: "entry", list, link })));
  });

  test.each([
    ["add x dev A", "adds the neighbour x on A"],
    ["replace x dev A", "sets the neighbour x on A"],
    ["change x dev A", "changes the neighbour x on A"],
    ["del x dev A", "removes the neighbour x on A"],
    ...["lladdr y", "nud y", "protocol y", "router", "managed", "use", "extern_learn"].map(
      (words) => [`add ${words} x dev A`, "adds the neighbour x on A"] as const,
    ),
    ["add dev A to x", "adds the neighbour x on A"],
    ["add proxy x dev A", "adds the proxy for x on A"],
    ["add proxy x", "adds the proxy for x on every interface"],
  ])("`ip neigh %s` %s", (words, changes) => {
    expect(planFor(`ip neigh ${words}`)).toMatchObject({ changes });
  });

  test.each(["add x", "add dev A"])("`ip neigh %s` is not undone", (words) => {
    expect(planFor(`ip neigh ${words}`).kind).toBe("unknown");
  });
});
