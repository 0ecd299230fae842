/**
 * A line that wirework does not know how to undo is refused by every reader of lines, for the same reason.
 */
import { expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import { deedsOf } from "../../../lib/learner/deeds/deeds-of.ts";
import { Made } from "../../../lib/script/made.ts";
import { takeBack } from "../../../lib/script/script-undo.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";
import type { Argv } from "../../../lib/shell/invert/typed.ts";
import { commandOf } from "../../script/typed-commands.ts";

const LINES = `ip netns set N 7
ip -all netns exec ip link set lo up
ip -all netns delete
ip link set group 7 up
ip link set A vf 0 mac 02:00:00:00:00:01
ip link set A xdp off
ip link set A xdpgeneric off
ip link set A carrier on
ip link set A mode dormant
ip link set A addrgenmode eui64
ip link set A type bridge_slave fdb_flush
ip link set A type bridge_slave backup_port B
bridge link set dev A backup_port B
bridge link set dev A nobackup_port
bridge link set dev A self hairpin on
bridge link set dev A learning_sync on
bridge link set dev A hwmode vepa
bridge link set dev A hairpin on nonsense
bridge fdb add 02:00:00:00:00:01 dev A
bridge vlan add vid 7 dev A
ip link set A type vlan id 7
ip link set br0 type bridge mcast_query_response_interval 7
ip link add type bridge
ip link add A% type bridge
ip link del group 7
tc qdisc add dev A root nonsense limit 7
tc qdisc add dev A root tbf rate 1mbit nonsense 7
nft flush ruleset
nft add set ip t s
nft add ip t c accept
nft add rule ip t c nonsense
nft add rule ip t c tcp dport 80 nonsense
nft delete table ip handle 7
nft replace rule ip t c handle 7 accept
nft rename chain ip t c d
nft -f rules
tc qdisc link dev A root pfifo
tc class add dev A parent 1: classid 1:1 htb rate 1mbit
tc filter add dev A parent 1: u32 match u32 0 0 flowid 1:1
brctl addif br0 A B
brctl nonsense br0 A on`.split("\n");

test.each(LINES)("%s", (line) => {
  const plan = planOf(line.split(" ") as [string, ...string[]] satisfies Argv); // a line has a word
  const reason = plan.kind === "unknown" ? plan.reason : plan.kind;
  expect(takeBack(commandOf(line), new Made(), null)).toEqual({ reason });
  const { undo, changes } = explainLine(line);
  expect({ undo, changes }).toMatchObject({ undo: [{ say: expect.stringContaining(reason) as string }] }); // a matcher of strings
  expect(deedsOf(line.split(" ") as [string, ...string[]])).toEqual([]); // a line has a word
});
