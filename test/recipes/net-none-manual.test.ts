import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { CONTAINER_ID, PROCESS_ID } from "./article.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("net-none-manual", {
  samples: { "63f36fc01b5f": CONTAINER_ID, "2778": PROCESS_ID },
  claims: [109, 109, 107, 93, 108, 96, 110, 110, 97, 111, 112, 112],
});

test.concurrent.each(users)("another address will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "net-none-manual", "--address=172.17.3.4/16");
  expect(ok).toBe(true);
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    expect.stringMatching(/^109: no \d+$/),
    expect.stringMatching(/^109: \d+$/),
    expect.stringMatching(/^107: lo UNKNOWN 127\.0\.0\.1\/8( ::1\/128)?$/),
    expect.stringMatching(/^93: 64 bytes from 127\.0\.0\.1/),
    "108: inet 172.17.3.4/16 scope global eth0",
    expect.stringMatching(/^96: default via 172\.17\.42\.1 dev eth0/),
    expect.stringMatching(/^110: 64 bytes from 172\.17\.42\.1/),
    expect.stringMatching(/^110: 64 bytes from 172\.17\.3\.4/),
    expect.stringMatching(/^97: 64 bytes from 172\.17\.3\.4/),
    "111: no A",
    expect.stringMatching(/^112: no \d+$/),
    expect.stringMatching(/^112: [1-9][0-9]*$/),
  ]);
});
