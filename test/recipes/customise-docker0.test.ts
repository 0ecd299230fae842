import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("customise-docker0", {
  samples: {},
  claims: [74, 77, 75, 76, 76, 76, 78, 78, 80, 81, 82, 73, 73, 72, 72, 72, 72, 3],
});

test.concurrent.each(users)("another network and another MTU will do, as $name", async (user) => {
  const options = ["--bip=10.20.30.14/28", "--neighbour=10.20.30.13", "--mtu=1280", "--uplink=wan-of-the-host"];
  const { ok, checks } = await reportOf(user, "customise-docker0", ...options);
  expect(ok).toBe(true);
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    "74: 1500",
    "77: no 10.20.30.14",
    expect.stringMatching(/^75: docker0 \S+ 10\.20\.30\.14\/28/),
    "76: 1280",
    expect.stringMatching(/^76: 1260 bytes from 10\.20\.30\.14/),
    expect.stringMatching(/^76: ping: (?:(?:local error: )?message too long, mtu=1280|sendmsg: Message too long)$/),
    expect.stringMatching(/^78: .*veth\w+$/),
    expect.stringMatching(/^78: .*veth\w+$/),
    expect.stringMatching(/^80: eth0@if\d+ UP 10\.20\.30\.4\/28/),
    "81: default via 10.20.30.14 dev eth0",
    expect.stringMatching(/^82: \d+: eth0@if\d+: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1280 qdisc noqueue state UP /),
    expect.stringMatching(/^73: 64 bytes from 10\.20\.30\.14/),
    expect.stringMatching(/^73: 64 bytes from 10\.20\.30\.4/),
    expect.stringMatching(/^72: 64 bytes from 10\.20\.30\.13: icmp_seq=1 ttl=64 /),
    expect.stringMatching(/^72: 64 bytes from 10\.20\.30\.3: icmp_seq=1 ttl=64 /),
    expect.stringMatching(/^72: 10\.20\.30\.[23] lladdr 02:42:0a:14:1e:0[23] /),
    expect.stringMatching(/^72: 10\.20\.30\.13 dev eth0 lladdr [\da-f:]{17} /),
    expect.stringMatching(/^3: docker: Error response from daemon: no available IPv4 addresses on this network/),
  ]);
});
