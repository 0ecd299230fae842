/**
 * What a script has noted is undone; what has gone by itself meanwhile is no failure, and what can't be undone is named.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";
import { placeOn, stateOf } from "../../running-script.ts";
import { ALL_BACK, runSteps } from "../functions-run.ts";

/** Lines of steps, and what happens before they are undone: then nothing of them is there any more */
const GONE: readonly (readonly [what: string, steps: string, meanwhile: string])[] = [
  [
    "a route",
    "ip route add 10.8.0.0/16 dev others0; undo ip route del 10.8.0.0/16 dev others0",
    "ip route del 10.8.0.0/16 dev others0",
  ],
  [
    "a route of IPv6",
    "ip link set others0 up; ip -6 route add default dev others0; undo ip -6 route del default dev others0",
    "ip -6 route del default dev others0",
  ],
  [
    "a rule of routing",
    "ip rule add from 10.0.0.1 table 5 pref 7; undo ip rule del from 10.0.0.1 table 5 pref 7",
    "ip rule del pref 7",
  ],
  [
    "what was in a network that a file leads to",
    "ip netns add mine; undo ip netns delete mine; undo nsenter --net=/run/netns/mine ip link set dev lo down",
    "ip netns delete mine",
  ],
  [
    "an address, where another of its network is there",
    "ip addr add 10.9.0.2/24 dev others0; undo ip addr del 10.9.0.2/24 dev others0",
    "ip addr del 10.9.0.2/24 dev others0",
  ],
  [
    "an interface's address",
    "ip link add mine0 type bridge; undo ip link del mine0; ip addr add 10.7.0.1/24 dev mine0; undo ip addr del 10.7.0.1/24 dev mine0",
    "ip link del mine0",
  ],
  [
    "an interface that was set up",
    "ip link add mine0 type bridge; undo ip link del mine0; ip link set dev mine0 up; undo ip link set dev mine0 down",
    "ip link del mine0",
  ],
  [
    "an interface that got another name",
    "ip link add mine0 type bridge; undo ip link del mine0; ip link set mine0 name mine1; undo ip link set mine1 name mine0",
    "ip link del mine1",
  ],
  [
    "a neighbour's interface",
    "ip link add mine0 type bridge; undo ip link del mine0; ip neigh add 10.7.0.7 lladdr 02:00:00:00:00:07 dev mine0; undo ip neigh del 10.7.0.7 lladdr 02:00:00:00:00:07 dev mine0",
    "ip link del mine0",
  ],
  [
    "the interface of a route that is to come back",
    "ip link add mine0 type bridge; undo ip link del mine0; ip link set mine0 up; undo ip route add 10.6.0.0/16 dev mine0",
    "ip link del mine0",
  ],
  ["a bridge", "brctl addbr mine0; undo brctl delbr mine0", "ip link del mine0"],
  [
    "a bridge's interface",
    "ip link add mine0 type veth peer name mine1; undo ip link del mine0; brctl addif others0 mine0; undo brctl delif others0 mine0",
    "ip link del mine0",
  ],
  [
    "an interface that is to be a bridge's again",
    "ip link add mine0 type veth peer name mine1; undo ip link del mine0; undo brctl addif others0 mine0",
    "ip link del mine0",
  ],
  [
    "a rule",
    "iptables -A FORWARD -i mine0 -j DROP; undo iptables -D FORWARD -i mine0 -j DROP",
    "iptables -D FORWARD -i mine0 -j DROP",
  ],
  [
    "a rule with quotes",
    `undo_twice() { undo iptables -t nat -D POSTROUTING -m comment --comment "it's -D \\"here\\"" -j ACCEPT; }
     iptables -t nat -A POSTROUTING -m comment --comment "it's -D \\"here\\"" -j ACCEPT; undo_twice; undo_twice`,
    "true",
  ],
  ["a chain", "iptables -N MINE; undo iptables -X MINE", "iptables -X MINE"],
  ["a chain that was removed", "iptables -X OTHERS; undo iptables -N OTHERS", "iptables -N OTHERS"],
  [
    "a network, with what was in it",
    "ip netns add mine; undo ip netns delete mine; ip netns exec mine ip link set lo up; undo ip netns exec mine ip link set lo down",
    "ip netns delete mine",
  ],
  [
    "an interface in a network that is there",
    "ip netns exec others ip link add mine0 type bridge; undo ip netns exec others ip link del mine0",
    "ip netns exec others ip link del mine0",
  ],
  [
    "a rule in a network that is there",
    "ip netns exec others iptables -A INPUT -j DROP; undo ip netns exec others iptables -D INPUT -j DROP",
    "ip netns exec others iptables -D INPUT -j DROP",
  ],
  ["a mount", "mkdir /tmp/m; undo rmdir /tmp/m; mount -t tmpfs m /tmp/m; undo umount /tmp/m", "umount /tmp/m"],
  ["a file", "touch /tmp/f; undo rm /tmp/f", "rm /tmp/f"],
  ["a folder", "mkdir /tmp/f; undo rmdir /tmp/f", "rmdir /tmp/f"],
  [
    "a container",
    'ID=$(docker run -d --net=none base sleep 600); undo docker rm -f "$ID"',
    'docker rm -f "$(docker ps -q)" >/dev/null',
  ],
  ["what sudo undoes", "touch /tmp/f; undo sudo rm /tmp/f", "rm /tmp/f"],
];

/** Lines of steps, what others do meanwhile, and the line that fails then; at last the others take theirs away */
const LEFT: readonly (readonly [what: string, steps: string, meanwhile: string, named: string, after: string])[] = [
  [
    "a chain that has somebody's rule",
    "iptables -N MINE; undo iptables -X MINE",
    "iptables -A MINE -j ACCEPT",
    "iptables -X MINE",
    "iptables -F MINE; iptables -X MINE",
  ],
  [
    "a bridge that somebody has set up",
    "brctl addbr mine0; undo brctl delbr mine0",
    "ip link set mine0 up",
    "brctl delbr mine0",
    "ip link del mine0",
  ],
  [
    "a folder with somebody's file",
    "mkdir /tmp/f; undo rmdir /tmp/f",
    "touch /tmp/f/theirs",
    "rmdir /tmp/f",
    "rm -r /tmp/f",
  ],
  [
    "a link of somebody's to nowhere, in place of a folder",
    "mkdir /tmp/f; undo rmdir /tmp/f",
    "rmdir /tmp/f; ln -s /nowhere /tmp/f",
    "rmdir /tmp/f",
    "rm /tmp/f",
  ],
  [
    "a mount with somebody's process in it",
    "mkdir /tmp/m; mount -t tmpfs m /tmp/m; undo umount /tmp/m",
    "sleep 600 >/tmp/m/f 2>/dev/null & echo $! >/tmp/process",
    "umount /tmp/m",
    "kill $(cat /tmp/process); rm /tmp/process; until umount /tmp/m; do :; done; rmdir /tmp/m",
  ],
  [
    "an interface that was made, as another of that name is none to remove",
    "undo ip link del lo",
    "true",
    "ip link del lo",
    "true",
  ],
];

describeInSandbox((host) => {
  const inside = async (script: string) => {
    expect({ script, ...(await host().program`sh -e -c ${script}`) }).toMatchObject({ script, status: 0 });
  };
  /** But for what a bridge has learned of its ports */
  const state = async () => (await stateOf(placeOn(host()))).map((line) => line.replace(/[gt]so_max_[a-z]+ \d+/g, ""));
  let before: string[];

  beforeAll(async () => {
    await inside(`ip link add others0 address 02:00:00:00:00:01 type bridge; ip addr add 10.9.0.1/24 dev others0
      ip link set others0 up; iptables -N OTHERS; ip netns add others`);
    before = await state();
  });

  test.each([...GONE])("%s is undone", async (_what, steps) => {
    expect(await runSteps(host(), [], steps)).toEqual(ALL_BACK);
  });

  test.each([...GONE])("%s that has gone by itself is not missed", async (_what, steps, meanwhile) => {
    expect(await runSteps(host(), [], `${steps}\n${meanwhile}`)).toEqual(ALL_BACK);
  });

  describe("what can't be undone is named, and the rest is undone:", () => {
    test.each([...LEFT])("%s", async (_what, steps, meanwhile, named, after) => {
      const all = `touch /tmp/one; undo rm /tmp/one; ${steps}; touch /tmp/two; undo rm /tmp/two; ${meanwhile}`;
      const { status, stderr } = await runSteps(host(), [], all);
      const names = stderr.split("\n").filter((line) => /^ {2}\S/.test(line));
      expect({ status, names }).toEqual({ status: 3, names: [`  ${named} `] });
      await inside(`${after}; rm -r /tmp/tmp.*`);
    });
  });

  test("after all of that all is as it was", async () => {
    expect(await state()).toEqual(before);
  });
});
