import { describe, expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { reportOf, testPromises } from "./promises.ts";
import { naming } from "../support/naming.ts";

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

test.concurrent.each<readonly [option: string, values: readonly (string | number)[]]>([
  ["--count=1024", ["--count", '"1024" as a number of ports of one bridge', 1023]],
  ["--count=0", ["--count", '"0"', 1]],
  ["--count=1", ["--count 1", 2, "ping"]],
  ["--address=172.17.0.5/16", ["--address 172.17.0.0/16", "172.17.0.0/16", "docker0"]],
  ["--address=10.0.0.1/1", ["--address", "0.0.0.0/1"]],
  ["--address=10.0.0.1/30", ["--address", "10.0.0.0/30", 2, 4, "/29"]],
])("%s is refused before anything is made", async (option, values) => {
  for (const user of users) {
    const { status, stdout, stderr } = await wirework(user, ["run", "star", option]);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: naming(...values) });
  }
});
