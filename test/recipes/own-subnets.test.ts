import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("own-subnets", { samples: {}, claims: [119, 119, 119, 119, 43, 43] });

test.concurrent.each(users)("other networks will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "own-subnets", "--here=10.9.0.2/29", "--there=10.9.0.14/29");
  expect(ok).toBe(true);
  expect(checks.map(({ ran, seen }) => `${ran}: ${seen}`)).toEqual([
    expect.stringMatching(/^ping 10\.9\.0\.3 from one: 64 bytes from 10\.9\.0\.3/),
    expect.stringMatching(/^ping 10\.9\.0\.10 from three: 64 bytes from 10\.9\.0\.10/),
    expect.stringMatching(/^ping 10\.9\.0\.9 from one: .*Network is unreachable$/),
    expect.stringMatching(/^ping 10\.9\.0\.1 from three: .*Network is unreachable$/),
    expect.stringMatching(/^ping 10\.9\.0\.14 from one: 64 bytes from 10\.9\.0\.14/),
    "ping 10.9.0.9 from one: no answer",
  ]);
});
