/**
 * Which verbs of which objects of `ip` show, which are undone, and which nobody knows.
 */
import { describe, expect, test } from "bun:test";

import type { Plan } from "../../../lib/shell/invert/inversion.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";

/** What is known of a verb, by the object's verbs of each kind */
const OBJECTS: Readonly<Record<string, Partial<Record<Plan["kind"], string>>>> = {
  route: {
    none: "list show lst get test save showdump help",
    undoable: "add change chg replace prepend append delete del d",
    unknown: "flush restore nonsense",
  },
  rule: { none: "list lst show save help", undoable: "add delete del", unknown: "restore flush nonsense" },
  link: {
    none: "show list lst xstats afstats help",
    undoable: "add set change delete del",
    unknown: "replace property nonsense",
  },
  netns: {
    none: "list show lst list-id help identify pids monitor",
    undoable: "add delete attach",
    unknown: "set exec nonsense",
  },
  ...Object.fromEntries(
    (
      "addrlabel maddress ntable ntbl l2tp fou ila macsec tunnel tunl tuntap tap token tcpmetrics tcp_metrics xfrm mrule sr " +
      "nexthop mptcp ioam stats"
    )
      .split(" ")
      .map((object) => [
        object,
        { none: "show list lst help", unknown: "add set change replace delete flush nonsense" },
      ]),
  ),
  vrf: { none: "show list identify pids", unknown: "nonsense" },
  ...Object.fromEntries("monitor mroute netconf help".split(" ").map((object) => [object, { none: "nonsense" }])),
};

/** With the words that these need */
const WITH_WORDS: Readonly<Record<string, Plan["kind"]>> = {
  "address add 10.0.0.1/8 dev A": "undoable",
  "address change 10.0.0.1/8 dev A": "undoable",
  "address chg 10.0.0.1/8 dev A": "undoable",
  "address replace 10.0.0.1/8 dev A": "undoable",
  "address delete 10.0.0.1/8 dev A": "undoable",
  "address flush dev A": "undoable",
  "address restore": "unknown",
  "address save": "none",
  "address showdump": "none",
  "neighbor add 10.0.0.9 lladdr 02:00:00:00:00:01 dev A": "undoable",
  "neighbour change 10.0.0.9 lladdr 02:00:00:00:00:01 dev A": "undoable",
  "neighbour replace 10.0.0.9 lladdr 02:00:00:00:00:01 dev A": "undoable",
  "neighbour del 10.0.0.9 dev A": "undoable",
  "neighbour get 10.0.0.9 dev A": "none",
  "neighbour lst": "none",
};

function kindOf(words: readonly string[]): Plan["kind"] {
  return planOf(["ip", ...words]).kind;
}

const VERBS = Object.entries(OBJECTS).flatMap(([object, kinds]) =>
  Object.entries(kinds).flatMap(([kind, verbs]) => verbs.split(" ").map((verb) => [object, verb, kind] as const)),
);

test.each(VERBS)("ip %s %s is %s", (object, verb, kind) => {
  expect(kindOf([object, verb, "A"])).toBe(kind as Plan["kind"]);
});

test.each(Object.entries(WITH_WORDS))("ip %s is %s", (words, kind) => {
  expect(kindOf(words.split(" "))).toBe(kind);
});

describe("of a link", () => {
  test.each([
    ["up", "sets A up"],
    ["down", "sets A down"],
    ["dev A", "changes nothing on A"],
    ["name B", "renames A to B"],
    ["netns 7", "moves A to the network namespace of 7"],
    ["address 02:00:00:00:00:01", "sets address 02:00:00:00:00:01 of A"],
    ["mtu 1400", "sets mtu 1400 of A"],
    ["master b", "makes A a port of b"],
    ["vrf v", "sets vrf v of A"],
    ["nomaster", "removes A from its bridge"],
    ["alias x", "sets alias x of A"],
    ["txqueuelen 5", "sets txqueuelen 5 of A"],
    ["qlen 5", "sets txqueuelen 5 of A"],
    ["txqlen 5", "sets txqueuelen 5 of A"],
    ["group 5", "sets group 5 of A"],
    ["arp off", "sets arp off of A"],
    ["multicast off", "sets multicast off of A"],
    ["allmulticast on", "sets allmulticast on of A"],
    ["promisc on", "sets promisc on of A"],
    ["dynamic on", "sets dynamic on of A"],
    ["protodown on", "sets protodown on of A"],
    ["type bridge forward_delay 1", "sets type bridge forward_delay 1 of A"],
  ])("`%s` is undone", (words, changes) => {
    expect(planOf(["ip", "link", "set", "A", ...words.split(" ")])).toMatchObject({ kind: "undoable", changes });
  });

  test.each([
    "type bridge nonsense 1",
    "xdp off",
    "xdpgeneric off",
    "xdpdrv off",
    "xdpoffload off",
    "vf 0 up",
    "carrier on",
    "mode dormant",
  ])("nobody knows how `%s` is", (words) => {
    expect(planOf(["ip", "link", "set", "A", ...words.split(" ")]).kind).toBe("unknown");
  });
});

describe("of a service", () => {
  test.each([
    ["service docker start", "starts docker"],
    ["service docker stop", "stops docker"],
    ["service ssh restart", "restarts ssh"],
    ["systemctl start docker", "starts docker"],
    ["systemctl -q restart docker.service", "restarts docker.service"],
    ["systemctl --quiet --no-pager --no-block stop ssh", "stops ssh"],
  ])("`%s` is undone", (line, changes) => {
    const [program = "", ...words] = line.split(" ");
    expect(planOf([program, ...words])).toMatchObject({ kind: "undoable", changes });
  });

  test.each("status show cat is-active is-enabled is-failed list-units list-unit-files --version --help".split(" "))(
    "%s shows",
    (action) => {
      expect(planOf(["systemctl", action, "docker"])).toEqual({ kind: "none" });
    },
  );

  test.each(["service", "service docker", "service --status-all", "systemctl"])("`%s` shows", (line) => {
    const [program = "", ...words] = line.split(" ");
    expect(planOf([program, ...words])).toEqual({ kind: "none" });
  });

  test.each(["service docker reload", "service docker start now", "systemctl stop", "systemctl stop one two"])(
    "nobody knows what `%s` changes",
    (line) => {
      const [program = "", ...words] = line.split(" ");
      expect(planOf([program, ...words]).kind).toBe("unknown");
    },
  );
});
