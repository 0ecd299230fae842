import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("forwarding", { samples: {}, claims: [45, 45, 44, 43, 83, 44, 44, 83, 42, 42, 42, 46, 46, 42] });

test.concurrent.each(users)("another uplink will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "forwarding", "--uplink=wan-of-the-host");
  expect(ok).toBe(true);
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    "45: 1",
    "45: 0",
    expect.stringMatching(/^44: 64 bytes from 172\.17\.0\.3/),
    "43: no answer",
    "83: no answer",
    expect.stringMatching(/^44: 64 bytes from 192\.168\.5\.2/),
    expect.stringMatching(/^44: 64 bytes from 172\.17\.0\.3/),
    expect.stringMatching(/^83: 64 bytes from 203\.0\.113\.1/),
    "42: no answer",
    expect.stringMatching(/^42: From 172\.17\.42\.1 icmp_seq=1 Destination Port Unreachable$/),
    "42: no answer",
    "46: bash: line 1: /proc/sys/net/ipv4/ip_forward: Permission denied",
    "46: 1",
    expect.stringMatching(/^42: 64 bytes from 192\.168\.5\.2/),
  ]);
});
