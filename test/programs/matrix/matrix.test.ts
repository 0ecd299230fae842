/**
 * Each line is run on a real kernel, among links of somebody else's with all that they can lose, and undone by every reader of
 * lines: the journal of `--on host`, a script that `wirework script` writes, and what `explain` says.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { bySize, sample } from "../../support/size.ts";
import { describeInSandbox } from "../../support/host/test-host.ts";
import { ADDRESS_LINES, NEIGHBOUR_LINES, ROUTE_LINES, RULE_LINES } from "./lines/entries.ts";
import { LINK_LINES, PORT_LINES } from "./lines/links.ts";
import { NFT_LINES } from "./lines/nft.ts";
import { QDISC_LINES } from "./lines/qdiscs.ts";
import { MatrixHost } from "./matrix-host.ts";
import { SETUP } from "./setup.ts";

const GROUPS = {
  link: LINK_LINES,
  port: PORT_LINES,
  address: ADDRESS_LINES,
  route: ROUTE_LINES,
  rule: RULE_LINES,
  neighbour: NEIGHBOUR_LINES,
  "table, chain or rule": NFT_LINES,
  "queueing discipline": QDISC_LINES,
};

/** It is so already, or there is nothing; or only the state of a port is another, which passes by itself: bridge/link-set.test.ts has it */
const CHANGES_NOTHING: ReadonlySet<string> = new Set([
  "ip link set A up",
  "ip -n c1 link set E up",
  "sudo ip netns exec c1 ip link set E up",
  "ip link set D master br9",
  "ip link set A group default",
  "brctl stp br0 off",
  "ip addr flush dev B",
  "nft add table inet t",
  "nft add chain inet t own",
  ...PORT_LINES.filter((line) => line.includes(" state ")),
]);

/** `explain` takes it that a port was on no bridge, and that a route, or a proxy, had no more settings than the line names */
const OTHERWISE_THAN_EXPLAINED: ReadonlySet<string> = new Set([
  "ip link set C master br1",
  "ip link set P master br1",
  "ip route del 10.1.1.0/24 dev A",
  "ip neigh add proxy 10.1.1.66 dev A",
  "ip neigh del proxy 10.1.1.66 dev A",
  ...CHANGES_NOTHING,
]);

describeInSandbox((host) => {
  let matrix: MatrixHost | null = null;
  beforeAll(() => void (matrix = new MatrixHost(host(), SETUP)));
  afterAll(() => matrix?.[Symbol.asyncDispose]());

  describe.each(Object.entries(GROUPS))("of a %s", (kind, lines) => {
    test.each(
      sample(`lines of the matrix, ${kind}`, lines, bySize({ quick: 4, full: lines.length, all: lines.length })),
    )("%s", async (line) => {
      const { journal, script, explain } = (await matrix?.ask(line)) ?? {};
      expect({ refused: journal?.refused, left: journal?.left }).toEqual({ refused: null, left: [] });
      expect((journal?.changed ?? []).length > 0).toBe(!CHANGES_NOTHING.has(line));
      expect(script).toMatchObject({ refused: null, left: [] });
      expect(explain?.unknown).toEqual([]);
      // What only a look could tell it says in words
      if (explain?.refused === null && !OTHERWISE_THAN_EXPLAINED.has(line)) expect(explain.left).toEqual([]);
    });
  });
});
