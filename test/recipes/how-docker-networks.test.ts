import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("how-docker-networks", {
  samples: {},
  claims: [6, 7, 8, 92, 94, 94, 95, 95, 97, 97, 91, 91, 96, 98, 5, 5, 113, 113, 113],
});

test.concurrent.each(users)("another address and another uplink will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "how-docker-networks", "--address=172.17.3.4/16", "--uplink=enp3s0");
  expect(ok).toBe(true);
  const routes = [
    "Kernel IP routing table",
    "Destination Gateway Genmask Flags Metric Ref Use Iface",
    "0.0.0.0 172.17.42.1 0.0.0.0 UG 0 0 0 eth0",
    "172.17.0.0 0.0.0.0 255.255.0.0 U 0 0 0 eth0",
  ].join("\n");
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    expect.stringMatching(/^6: eth0@if\d+ UP /),
    expect.stringMatching(/^7: \d+$/),
    expect.stringMatching(/^8: veth\w+\nveth\w+$/),
    expect.stringMatching(/^92: .*Network is unreachable$/),
    expect.stringMatching(/^94: B@veth65f9 DOWN .*\nveth65f9@B DOWN /),
    expect.stringMatching(/^94: .*\bveth65f9$/),
    expect.stringMatching(/^95: enp3s0@if\d+ UP 203\.0\.113\.2\/24 /),
    expect.stringMatching(/^95: lo UNKNOWN .*\neth0@if\d+ UP /),
    expect.stringMatching(/^97: 64 bytes from 172\.17\.0\.2: icmp_seq=1 ttl=64 /),
    expect.stringMatching(/^97: 64 bytes from 203\.0\.113\.1: icmp_seq=1 ttl=63 /),
    "91: 1500\n0x1003\nup\n1\n1",
    "91: 3\n2",
    `96: ${routes}`,
    `98: ${routes}`,
    expect.stringMatching(/^5: \d+, then \d+$/),
    expect.stringMatching(/^5: \d+$/),
    expect.stringMatching(/^113: .*Network is unreachable$/),
    `113: ${routes}`,
    expect.stringMatching(/^113: 64 bytes from 172\.17\.0\.2/),
  ]);
});
