import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("point-to-point-add", { samples: {}, claims: [4, 124, 124, 124, 9, 124, 124, 124, 124, 124] });

test.concurrent.each(users)("other addresses and another port will do, as $name", async (user) => {
  const options = ["--from=10.9.0.1", "--to=192.168.77.5", "--port=4433"];
  const { ok, checks } = await reportOf(user, "point-to-point-add", ...options);
  expect(ok).toBe(true);
  expect(checks.map(({ ran, seen }) => `${ran}: ${seen}`)).toEqual([
    expect.stringMatching(/^ping two from one: 64 bytes from 172\.17\.0\.3/),
    expect.stringMatching(/^ping 192\.168\.77\.5 from one: 64 bytes from 192\.168\.77\.5/),
    expect.stringMatching(/^ping 10\.9\.0\.1 from two: 64 bytes from 10\.9\.0\.1/),
    expect.stringMatching(/^connect to 192\.168\.77\.5:4433 from one: .*the server saw 10\.9\.0\.1, the client's own/),
    expect.stringMatching(/^ping two from one: 64 bytes from 172\.17\.0\.3/),
    expect.stringMatching(/^ping 192\.168\.77\.5 from one ten times, .*\/A\/statistics\/tx_packets: \d+, then \d+$/),
    expect.stringMatching(
      /^ping 192\.168\.77\.5 from one ten times, .*\/eth0\/statistics\/tx_packets: (\d+), then \1$/,
    ),
    expect.stringMatching(
      /^ping 192\.168\.77\.5 from one ten times, .*\/eth0\/statistics\/rx_packets: (\d+), then \1$/,
    ),
    expect.stringMatching(/^ping two from one ten times, .*\/eth0\/statistics\/tx_packets: \d+, then \d+$/),
    expect.stringMatching(/^ping two from one ten times, .*\/A\/statistics\/tx_packets: (\d+), then \1$/),
  ]);
});
