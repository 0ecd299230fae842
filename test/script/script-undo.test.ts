/**
 * What stands around a command of a script, so that it is undone.
 */
import { describe, expect, test } from "bun:test";

import type { Around } from "../../lib/script/around.ts";
import type { BashFunction } from "../../lib/script/functions.ts";
import { takeBack } from "../../lib/script/script-undo.ts";
import { commandOf, madeBy } from "./typed-commands.ts";

const NOTHING: Around = { before: [], after: [], needs: [] };
const BRIDGE = "sudo ip link add b0 type bridge";
const taken = (line: string, ...made: readonly string[]) => takeBack(commandOf(line), madeBy(...made), null);
const before = (lines: readonly string[], ...needs: readonly BashFunction[]) => ({ before: lines, after: [], needs });
const after = (...lines: readonly string[]) => ({ before: [], after: lines, needs: [] });

describe("what stands around", () => {
  test.each([
    [BRIDGE, after("undo sudo ip link del b0")],
    ["sudo ip addr add 10.0.0.1/8 dev eth0", after("undo sudo ip addr del 10.0.0.1/8 dev eth0")],
    [
      "sudo ip n add 10.0.0.1 lladdr 02:00:00:00:00:01 dev eth0",
      after(expect.stringMatching(/^undo sudo ip n\S* del /)),
    ],
    ["sudo ip netns add n", { ...before(["undo_netns"], "undo-netns"), after: ["undo sudo ip netns delete n"] }],
    ["sudo ip netns attach n 1", { ...before(["undo_netns"], "undo-netns"), after: ["undo sudo ip netns delete n"] }],
    [
      "sudo ip netns exec others ip netns attach n @",
      { ...before(["undo_netns"], "undo-netns"), after: ["undo sudo ip netns delete n"] },
    ],
    ["sudo ip netns exec @ ip link add b0 type bridge", after('undo sudo ip netns exec "$pid1" ip link del b0')],
    ["sudo mkdir /a", before(["undo_folder /a"], "undo-folder")],
    ["sudo mkdir -p /a/b '/c d'", before(["undo_folder /a/b", "undo_folder '/c d'"], "undo-folder")],
    [
      "sudo sysctl -w a.b=1 c-d.e=2",
      before(['undo sudo sysctl -q -w a.b="$(sysctl -n a.b)"', 'undo sudo sysctl -q -w c-d.e="$(sysctl -n c-d.e)"']),
    ],
    [
      "sudo tee /etc/one /proc/sys/net/ipv4/ip_forward",
      before(["undo_file /etc/one", "undo_setting /proc/sys/net/ipv4/ip_forward"], "undo-file", "undo-setting"),
    ],
    ["sudo sysctl -w a/b.c/d=1", before(['undo sudo sysctl -q -w a.b/c.d="$(sysctl -n a.b/c.d)"'])],
    ["sudo sysctl -w 'a.b=1 2'", before(['undo sudo sysctl -q -w a.b="$(sysctl -n a.b)"'])],
    ["sudo touch /etc/one", before(["undo_file /etc/one"], "undo-file")],
    ["sudo tee /dev/null /etc/one", before(["undo_file /etc/one"], "undo-file")],
    ["sudo tee -a '/etc/a b'", before(["undo_file '/etc/a b'"], "undo-file")],
    ["sudo find -L /var/run/netns -type l -delete", NOTHING],
    ["sudo docker build -t one --tag two /tmp", before(["undo_image one", "undo_image two"], "undo-image")],
    ["sudo docker run --rm base true", NOTHING],
    ["sudo docker rm -f @", NOTHING],
    ["sudo docker stop -t 0 @", NOTHING],
    ["sudo docker stop --time 0 @", NOTHING],
    ["sudo docker kill -s KILL @", NOTHING],
    ["sudo docker kill --signal KILL @", NOTHING],
    ["sudo docker start @", NOTHING],
    ["sudo docker restart @ @", NOTHING],
    ["sudo docker pause @", NOTHING],
    ["sudo docker unpause @", NOTHING],
    [
      "sudo service docker stop",
      before(
        [
          "if sudo service docker status >/dev/null 2>&1; then",
          "  undo docker_answers",
          "  undo sudo service docker start",
          "fi",
        ],
        "docker-answers",
      ),
    ],
  ])("%s", (line, around) => {
    expect(taken(line)).toEqual(around);
  });

  test.each([
    ["sudo ip link set b0 up", after("undo sudo ip link set dev b0 down")],
    ["sudo ip link del b0", NOTHING],
    ["sudo brctl delbr b0", NOTHING],
    ["sudo ip addr flush dev b0", NOTHING],
    ["sudo ip link set b0 mtu 1400", NOTHING],
  ])("%s, of a bridge of the script's own", (line, around) => {
    expect(taken(line, BRIDGE)).toEqual(around);
  });

  test.each(["sudo docker run -d base sleep 600", "sudo docker create base"])(
    "%s, whose container goes by a value",
    (line) => {
      expect(takeBack(commandOf(line), madeBy(), "one")).toEqual(after('undo sudo docker rm -f "$one"'));
    },
  );

  test("a container of another engine goes there", () => {
    expect(takeBack(commandOf("sudo docker -H unix:///run/other.sock run -d base"), madeBy(), "one")).toEqual(
      after('undo sudo docker -H unix:///run/other.sock rm -f "$one"'),
    );
  });

  test("a program that stays is nothing", () => {
    expect(takeBack(commandOf("sudo tcpdump -i eth0", { stays: "listening" }), madeBy(), null)).toEqual(NOTHING);
  });
});

describe("what is somebody else's is kept before the line as it was:", () => {
  const LOST = ["undo_neighbours_on eth0", "undo_routes_over eth0", "undo_addresses eth0"];
  const ENTRIES = ["undo-addresses", "undo-routes", "undo-entries"] as const;
  const REMOVED = before([...LOST, "undo_link eth0"], "undo-link", ...ENTRIES);

  test.each([
    ["sudo ip link set eth0 up", before(["undo_link_setting eth0 state"], "undo-link-setting")],
    [
      "sudo ip link set dev eth0 down",
      before([...LOST, "undo_link_setting eth0 state"], "undo-link-setting", ...ENTRIES),
    ],
    [
      "sudo ip link set eth0 up mtu 1400",
      before(["undo_link_setting eth0 mtu", "undo_link_setting eth0 state"], "undo-link-setting"),
    ],
    [
      "sudo ip -n others link set lo up",
      before(["undo_link_setting lo state ip netns exec others"], "undo-link-setting"),
    ],
    ["sudo ip link del eth0", REMOVED],
    ["sudo ip l d eth0", REMOVED],
    ["sudo brctl delbr eth0", REMOVED],
    ["sudo ip addr delete 10.0.0.1/8 dev eth0", before(LOST, ...ENTRIES)],
    ["sudo ip addr flush dev eth0", before(LOST, ...ENTRIES)],
    ["sudo ip route del default", before(["undo_routes_to -4 0.0.0.0/0"], "undo-routes")],
    ["sudo ip -6 route del default", before(["undo_routes_to -6 ::/0"], "undo-routes")],
    ["sudo ip rule del from 10.0.0.1", before(["undo_routing_rules -4"], "undo-entries")],
    ["sudo ip neigh del 10.0.0.1 dev eth0", before(["undo_neighbour 10.0.0.1"], "undo-entries")],
    ["sudo ip netns del others", before(["undo_deleted_netns others"], "undo-deleted-netns")],
    ["sudo brctl stp others0 on", before(["undo_link_setting others0 stp_state"], "undo-link-setting")],
    [
      "sudo ip netns exec 'a;b c' sysctl -w a.b=1",
      before(["undo sudo ip netns exec 'a;b c' sysctl -q -w a.b=\"$(sudo ip netns exec 'a;b c' sysctl -n a.b)\""]),
    ],
    [
      "sudo ip netns exec others sysctl -w a.b=1",
      before(['undo sudo ip netns exec others sysctl -q -w a.b="$(sudo ip netns exec others sysctl -n a.b)"']),
    ],
    ["sudo iptables -P FORWARD DROP", before(["undo_policy iptables filter FORWARD"], "undo-rule")],
  ])("%s", (line, around) => {
    expect(taken(line)).toEqual(around);
  });

  test.each([
    ["sudo iptables -t nat -A POSTROUTING -j MASQUERADE", "iptables nat POSTROUTING"],
    ["sudo ip6tables -I FORWARD 2 -j DROP", "ip6tables filter FORWARD"],
    ["sudo iptables -D FORWARD 2", "iptables filter FORWARD"],
    ["sudo ip netns exec others iptables -R FORWARD 1 -j DROP", "iptables filter FORWARD ip netns exec others"],
    ["sudo ip netns exec 'a;b c' iptables -A FORWARD -j DROP", "iptables filter FORWARD ip netns exec 'a;b c'"],
  ])("%s: the rules of its chain", (line, where) => {
    expect(taken(line)).toEqual({
      before: [`keep_rules ${where}`],
      after: [`undo_rule ${where}`],
      needs: ["undo-rule"],
    });
  });

  test("an address that is a value stays one word", () => {
    expect(taken("sudo ip addr replace @ dev eth0")).toMatchObject({
      before: [...LOST.slice(0, 2), 'undo_replaced_address eth0 "$pid1"'],
    });
  });

  test("what a line makes in its place goes first", () => {
    expect(taken("sudo ip route replace default via 10.0.0.1")).toEqual({
      ...before(["undo_routes_to -4 0.0.0.0/0"], "undo-routes"),
      after: ["undo sudo ip route del default via 10.0.0.1"],
    });
  });

  test("what moves away comes home before it is set as it was", () => {
    const { after: lines, before: kept } = taken("sudo ip link set eth0 netns others") as Around; // it is known
    expect(kept).toEqual([...LOST, "undo_link_setting eth0 master", "undo_link_setting eth0 state"]);
    expect(lines).toEqual(["undo sudo ip netns exec others ip link set eth0 netns 1"]);
  });
});

describe("a reason why not has", () => {
  const UNKNOWN = { reason: expect.stringContaining("previous state") };
  const UNCLEAR = { reason: expect.any(String) };
  test.each([
    ["sudo docker run -d base sleep 600", { reason: expect.stringMatching(/\bid\b/) }],
    ["sudo docker create base", { reason: expect.stringMatching(/\bid\b/) }],
    ["sudo docker build /tmp", { reason: expect.stringMatching(/\bimage\b.*\bname\b/) }],
    ["sudo docker rm -f somebodys", UNKNOWN],
    ["sudo docker rm -f @ somebodys", UNKNOWN],
    ["sudo docker rename @ two", UNKNOWN],
    ["sudo docker network create one", UNKNOWN],
    ["sudo docker volume create one", UNKNOWN],
    ["sudo docker tag @", UNCLEAR],
    ["sudo ip netns exec others tee /etc/one", UNKNOWN],
    ["sudo ip link set group 5 up", UNCLEAR],
    ["sudo ip link add type bridge", UNCLEAR],
    ["sudo sysctl a.b", UNKNOWN],
    ["sudo sysctl -w net.ipv4.conf.@.forwarding=1", UNKNOWN],
    ["sudo rm /etc/one", UNKNOWN],
    ["sudo cp /etc/one /etc/two", UNKNOWN],
    ["sudo service others stop", UNKNOWN],
  ])("%s", (line, obstacle) => {
    expect(taken(line)).toEqual(obstacle);
  });
});
