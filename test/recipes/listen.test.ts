import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("listen", { samples: {}, claims: [14, 14, 14, 14, 11, 51, 14, 14, 14, 14, 14, 11] });

test.concurrent.each(users)("another port will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "listen", "--port=4433");
  expect(ok).toBe(true);
  const nobodyAt = (name: string) =>
    `Cannot connect to the Docker daemon at unix:///var/run/${name}.sock. Is the docker daemon running?`;
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    expect.stringMatching(/^14: [0-9a-f]{64} base .*\n[0-9a-f]{64} base /),
    `14: ${nobodyAt("second")}`,
    expect.stringMatching(/^14: .* 172\.17\.0\.2,\D*$/),
    expect.stringMatching(/^14: 64 bytes from 172\.17\.42\.1/),
    `11: ${nobodyAt("second")}`,
    expect.stringMatching(/^51: CONTAINER ID /),
    expect.stringMatching(/^14: CONTAINER ID /),
    `14: ${nobodyAt("third")}`,
    expect.stringMatching(/^14: [0-9a-f]{12} base .* four\n[0-9a-f]{12} base .* three$/),
    expect.stringMatching(/^14: .* 172\.17\.0\.2,\D*$/),
    expect.stringMatching(/^14: 64 bytes from 172\.17\.42\.1/),
    "11: unknown flag: --host",
  ]);
});
