/**
 * Any lines, one after the other, whether they succeed or not: taken back from the last to the first, all is as before.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import fc from "fast-check";

import { IS_FULL } from "../../support/full.ts";
import { describeInSandbox } from "../../support/test-host.ts";
import { UndoHost } from "../../support/undo-host.ts";

/** The same lines each time, so that a failure is the code's and not the day's; WIREWORK_TEST_SEED=N tries others */
const SEED = Number(process.env["WIREWORK_TEST_SEED"] ?? 1);

const LINKS = ["rA", "rB", "rC"];
const NETWORKS = ["rN", "rM"];
const ADDRESSES = ["10.1.0.1/24", "10.1.0.2/24", "10.2.0.1/32"];
const ROUTES = ["10.3.0.0/24", "10.4.0.1/32", "default"];
const CHAINS = ["FORWARD", "INPUT", "rX"];
const FILES = ["/tmp/random/a", "/tmp/random/b", "/tmp/random/c"];

/** A few names each, so that lines meet */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  LINK: LINKS,
  NETWORK: NETWORKS,
  ADDRESS: ADDRESSES,
  ROUTE: ROUTES,
  CHAIN: CHAINS,
  FILE: FILES,
  MTU: ["1300", "1400"],
  IN: ["", "ip netns exec rN ", "ip netns exec rM "],
};

const PATTERNS: readonly string[] = [
  "sudo IN ip link add LINK type veth peer name LINK",
  "sudo IN ip link add LINK type bridge",
  "sudo IN ip link set LINK up",
  "sudo IN ip link set LINK down",
  "sudo IN ip link set LINK mtu MTU",
  "sudo IN ip link set LINK name LINK",
  "sudo IN ip link set LINK master LINK",
  "sudo IN ip link set LINK nomaster",
  "sudo IN ip link set LINK netns NETWORK",
  "sudo ip netns exec rN ip link set LINK netns 1",
  "sudo IN ip link del LINK",
  "sudo IN ip neigh replace 10.1.0.9 lladdr 02:00:00:00:00:09 dev LINK",
  "sudo IN ip neigh del 10.1.0.9 dev LINK",
  "sudo IN ip rule add from ROUTE table 9",
  "sudo IN ip rule del from ROUTE table 9",
  "sudo IN sysctl -w net.ipv4.ip_forward=0",
  "sudo IN ip addr add ADDRESS dev LINK",
  "sudo IN ip addr del ADDRESS dev LINK",
  "sudo IN ip route add ROUTE dev LINK",
  "sudo IN ip route add ROUTE via 10.1.0.9",
  "sudo IN ip route replace ROUTE via 10.1.0.8",
  "sudo IN ip route del ROUTE",
  "sudo IN iptables -A CHAIN -i LINK -j DROP",
  "sudo IN iptables -I CHAIN -i LINK -j ACCEPT",
  "sudo IN iptables -D CHAIN -i LINK -j DROP",
  "sudo IN iptables -D CHAIN 1",
  "sudo IN iptables -P CHAIN DROP",
  "sudo IN iptables -N CHAIN",
  "sudo IN iptables -X CHAIN",
  "sudo mkdir -p FILE/x/y",
  "sudo mkdir FILE",
  "sudo ln -s FILE FILE",
  "sudo touch FILE",
  "sudo rm -f FILE/x FILE/y",
  "sudo mv FILE FILE",
  "sudo find -L /tmp/random -type l -delete",
  "echo hello >> FILE/z",
];

const line = fc
  .constantFrom(...PATTERNS)
  .chain((pattern) =>
    fc
      .tuple(...pattern.split(" ").map((word) => partOf(word)))
      .map((words) => words.filter((word) => word !== "").join(" ")),
  );

function partOf(word: string): fc.Arbitrary<string> {
  const [, name = "", rest = ""] = /^([A-Z]+)(.*)$/.exec(word) ?? [];
  const choices = PARTS[name];
  return choices === undefined
    ? fc.constant(word)
    : fc.constantFrom(...choices).map((choice) => `${choice.trim()}${rest}`);
}

describeInSandbox((host) => {
  let opened: UndoHost | null = null;
  beforeAll(async () => {
    opened = await UndoHost.open(host(), "sandbox");
    await opened.undo({
      setup: [
        "sudo ip netns add rN",
        "sudo ip netns add rM",
        "sudo mkdir /tmp/random",
        "sudo ip link add address 02:00:00:00:02:01 name rA type bridge",
        "sudo ip link set rA up",
        "sudo ip addr add 10.1.0.1/24 dev rA",
        "sudo ip route add 10.3.0.0/24 via 10.1.0.9",
        "sudo iptables -N rX",
        "sudo iptables -A FORWARD -i rB -j DROP",
      ],
    });
  });
  afterAll(() => opened?.[Symbol.asyncDispose]());

  test.each(["all", "the intent"] as const)("any lines are taken back, knowing %s", async (knowing) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const answer = await opened?.undo({ lines, knowing, paths: ["/tmp/random"] });
        expect(answer?.failures).toEqual([]);
        expect(answer?.after).toEqual(answer?.before);
      }),
      { numRuns: IS_FULL ? 50 : 8, seed: SEED, endOnFailure: true },
    );
  });
});
