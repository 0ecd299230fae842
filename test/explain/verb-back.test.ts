/**
 * What undoes a line of ip or brctl, as `explain` types it: in the namespace that the line names, behind the same sudo.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../lib/explain/explain-line.ts";
import { run } from "../script/bash/in-bash.ts";
import { UNSHARE } from "../support/host/in-namespaces.ts";

/** The lines that it says to type */
function toType(line: string): readonly string[] {
  return explainLine(line).undo.flatMap((step) => ("type" in step ? [step.type] : []));
}

/** What it says that a person has to look up before */
function toLookUp(line: string): readonly string[] {
  return explainLine(line).undo.flatMap((step) => ("say" in step ? [step.say] : []));
}

describe("is undone by one line:", () => {
  test.each([
    ["ip link set A up", "ip link set dev A down"],
    ["ip link add A type veth peer name B", "ip link del A"],
    ["ip link add A netns c1 type veth peer name B", "ip netns exec c1 ip link del A"],
    ["ip link add m0 link eth0 type macvlan mode bridge", "ip link del m0"],
    ["ip link set A name B", "ip link set dev B name A"],
    ["ip link set A master br0", "ip link set dev A nomaster"],
    ["brctl addbr br0", "ip link del br0"],
    ["brctl stp br0 on", "ip link set dev br0 type bridge stp_state 0"],
    ["ip route add default via 10.0.0.1 metric 7 table 100", "ip route del default metric 7 table 100 via 10.0.0.1"],
    ["ip route del default via 10.0.0.1 metric 7", "ip route add default metric 7 via 10.0.0.1"],
    ["ip route add blackhole 10.0.0.0/8", "ip route del blackhole 10.0.0.0/8"],
    ["ip route del blackhole 10.0.0.0/8", "ip route add blackhole 10.0.0.0/8"],
    ["ip -6 route add unreachable fd00::/8 metric 5", "ip route del unreachable fd00::/8 metric 5"],
    ["ip -6 route add default via fd00::1", "ip route del default via fd00::1"],
    ["ip -6 rule add from fd00::/8 table 5", "ip -6 rule del from fd00::/8 table 5"],
    ["ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev A", "ip neigh del 10.0.0.9 dev A"],
    ["ip netns add N", "ip netns delete N"],
    ["ip netns attach N 7 more", "ip netns delete N"],
    ["ip netns exec c1 ip netns add N", "ip netns delete N"],
    ["ip -n c1 netns add N", "ip netns delete N"],
  ])("%s", (line, undo) => {
    expect(toType(line)).toEqual([undo]);
    expect(toLookUp(line)).toEqual([]);
  });
});

describe("is undone where it was done:", () => {
  test.each([
    ["ip -n c1 link set A up", "ip -n c1 link set dev A down"],
    ["ip -netns c1 addr add 10.0.0.1/8 dev A", "ip -n c1 addr del 10.0.0.1/8 dev A"],
    ["sudo ip -n c1 route add 10.1.0.0/24 dev A metric 7", "sudo ip -n c1 route del 10.1.0.0/24 metric 7 dev A"],
    ["ip -6 -n c1 rule add from fd00::/8 table 5", "ip -n c1 -6 rule del from fd00::/8 table 5"],
    ["ip -n c1 link add A type veth peer name B", "ip -n c1 link del A"],
    ["ip netns exec c1 ip link set A up", "ip netns exec c1 ip link set dev A down"],
    ["sudo ip netns exec c1 ip link set A up", "sudo ip netns exec c1 ip link set dev A down"],
    ["sudo ip netns exec c1 brctl addbr br0", "sudo ip netns exec c1 ip link del br0"],
    ["ip netns exec c1 ip -n c2 link set A up", "ip netns exec c1 ip -n c2 link set dev A down"],
    ["sudo nsenter --net=/run/netns/c1 ip link set A up", "sudo nsenter --net=/run/netns/c1 ip link set dev A down"],
    ["sudo ip link set A up", "sudo ip link set dev A down"],
  ])("%s", (line, undo) => {
    expect(toType(line)).toEqual([undo]);
  });

  // The -n of another program than ip names no namespace
  test.each([
    ["sudo -n ip link set A up", "sudo ip link set dev A down"],
    ["nsenter -t 1 -n ip link set A up", "nsenter -t 1 -n ip link set dev A down"],
  ])("%s, whose -n is none of ip's", (line, undo) => {
    expect(toType(line)).toEqual([undo]);
  });
});

describe("what must be looked up before is named, with the line that shows it:", () => {
  test.each([
    ["ip link set A mtu 1400", "`ip link set dev A mtu MTU`", "`ip -d link show A`"],
    ["sudo ip link set A alias one", "`sudo ip link set dev A alias ALIAS`", "`ip -d link show A`"],
    ["ip addr flush dev A", "`ip addr add …`", "`ip addr show dev A`"],
    ["ip route replace default via 10.0.0.1", "`ip route add …`", "`ip route show default`"],
    ["brctl delbr br0", "`ip link add BR0`", "`ip -d link show br0`"],
    ["sudo ip netns del N", "`sudo ip netns attach N PID`", "`ip netns pids N`"],
  ])("%s", (line, back, shownBy) => {
    const [first = ""] = toLookUp(line);
    expect(first).toStartWith(back);
    expect(first).toContain(shownBy);
  });

  test.each([
    ["ip -n c1 addr flush dev A", "`ip -n c1 addr show dev A`"],
    ["ip -6 route del default", "`ip -6 route show default`"],
  ])("%s, where it is", (line, shownBy) => {
    expect(toLookUp(line)[0]).toContain(shownBy);
  });
});

test("a port that leaves its bridge becomes one again", () => {
  expect(toType("sudo brctl delif br0 A")).toEqual(["sudo ip link set dev A master br0"]);
});

test("each word of a kind of link is explained", () => {
  const { words } = explainLine("ip link add m0 link eth0 type macvlan mode bridge");
  expect(words.filter(({ means }) => means === null)).toEqual([]);
});

describe("typed on a real kernel, they undo a move", () => {
  /** Its own first process leads to the network where all begins, as that of a machine does */
  const SHELL = [...UNSHARE, "--pid", "--fork", "--mount-proc", "bash"];
  const LINKS = `set -e; sudo() { "$@"; }
mount -t tmpfs none /run; ip netns add N; ip netns add c1; ip link add A type veth peer name B
show() { for AT in N c1; do echo "$AT"; ip -n $AT -oneline link | cut -d: -f2; done; ip -oneline link | cut -d: -f2; }`;
  const moved = (line: string, before: string) => {
    const steps = [LINKS, before, "show", "echo ==", line, "show", "echo ==", ...toType(line), "show"].join("\n");
    const [first, second, third] = run(SHELL, steps, "").stdout.split("==\n");
    return { isChanged: first !== second, isBack: first === third };
  };

  test.each([
    ["ip link set B netns N", ":"],
    ["ip link set B netns N name eth0", ":"],
    ["sudo ip -n c1 link set B netns N name eth0", "ip link set B netns c1"],
    ["sudo ip netns exec c1 ip link set B netns N", "ip link set B netns c1"],
  ])("%s", (line, before) => {
    expect(moved(line, before)).toEqual({ isChanged: true, isBack: true });
  });

  test("also where another one has its new name here", () => {
    expect(moved("ip link set B netns N name eth0", "ip link add eth0 type bridge")).toEqual({
      isChanged: true,
      isBack: true,
    });
  });
});
