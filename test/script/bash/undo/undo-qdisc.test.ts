/**
 * The queueing discipline of a link is kept, and comes back by its words; one that can't be written ends the script before.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, undone } from "../in-network.ts";

const SHOW = "tc -details -raw qdisc show | grep -v ' 0: '";

const tried = (there: string, lines: string) => undone({ needs: ["undo-qdisc"], there, lines, show: SHOW });

describe("comes back", () => {
  test.each([
    ["none", "", "undo_qdisc A root; tc qdisc replace dev A root pfifo"],
    ["one of packets", "tc qdisc add dev A root handle 5: pfifo limit 7", "undo_qdisc A root; tc qdisc del dev A root"],
    ["one of bytes", "tc qdisc add dev A root bfifo", "undo_qdisc A root; tc qdisc replace dev A root pfifo"],
    [
      "a rate, to the byte",
      "tc qdisc add dev A root handle 5: tbf rate 12345bit burst 1540 limit 4999",
      "undo_qdisc A root; tc qdisc change dev A root handle 5: tbf rate 1gbit burst 1mb limit 1mb",
    ],
    [
      "that of a class",
      "tc qdisc add dev A root handle 1: htb; tc class add dev A parent 1: classid 1:1 htb rate 1mbit; tc qdisc add dev A parent 1:1 handle 2: pfifo limit 3",
      "undo_qdisc A 1:1; tc qdisc replace dev A parent 1:1 handle 3: bfifo",
    ],
    [
      "one in a namespace",
      "ip link set A netns c1",
      "undo_qdisc A root ip netns exec c1; tc -n c1 qdisc add dev A root pfifo",
    ],
  ])("%s", (_what, there, lines) => {
    const end = tried(there, lines);
    expect(end).toMatchObject(asBefore(end));
  });
});

test.each([
  [
    "with settings that tc does not show",
    "tc qdisc add dev A root tbf rate 1mbit burst 10kb limit 10kb peakrate 2mbit mtu 3000",
    "root",
  ],
  ["with classes", "tc qdisc add dev A root handle 1: htb", "root"],
  ["of a class that would drop all", "tc qdisc add dev A root handle 5: tbf rate 1mbit burst 10kb limit 10kb", "5:1"],
])("one %s is not touched", (_what, there, place) => {
  const { stderr, changed } = tried(there, `undo_qdisc A ${place}; tc qdisc del dev A ${place}`);
  expect(stderr).toContain("the queueing discipline of A has settings that cannot be restored");
  expect(changed).toBe("");
});

test("nothing is done for a link that is gone", () => {
  const end = tried("", "undo_qdisc A root; tc qdisc add dev A root pfifo; ip link del A");
  expect(end).toMatchObject({ status: 0, stderr: "test: everything is undone\n" });
});
