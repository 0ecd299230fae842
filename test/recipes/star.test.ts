import { describe, expect, test } from "bun:test";

import { users } from "../support/users.ts";
import { wirework } from "../support/wirework.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("star", { samples: {}, claims: [8, 4, 4] });

describe.each(users)("as $name", (user) => {
  test.concurrent("a hundred will do, and the bridge's address may be in their midst", async () => {
    const { ok, checks } = await reportOf(user, "star", "--count=100", "--address=10.9.0.50/24");
    expect(ok).toBe(true);
    expect(checks.map(({ seen }) => seen).slice(1)).toEqual([
      expect.stringMatching(/^64 bytes from 10\.9\.0\.101/),
      expect.stringMatching(/^64 bytes from 10\.9\.0\.101/),
    ]);
  });
});

test.concurrent.each([
  ["--count=1024", 'Cannot use "1024" as a number of ports of one bridge: the largest is 1023'],
  ["--count=0", 'Cannot use "0" as a number of ports of one bridge: the smallest is 1'],
  ["--count=1", "--count 1 is below 2, as a ping has two ends"],
  ["--address=172.17.0.5/16", "--address 172.17.0.0/16 overlaps with 172.17.0.0/16, the network of docker0"],
  ["--address=10.0.0.1/1", "--address: the first host of 0.0.0.0/1 is no host's address"],
  ["--address=10.0.0.1/30", "--address: 10.0.0.0/30 has room for 2 of the 4 hosts that are needed, a /29 for all"],
])("%s is refused before anything is made", async (option, message) => {
  for (const user of users) {
    const { status, stdout, stderr } = await wirework(user, ["run", "star", option]);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining(message) });
  }
});
