import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("privileged", { samples: {}, claims: [115, 115, 115, 116, 114, 116] });

test.concurrent.each(users)("another address will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "privileged", "--address=192.168.77.5");
  expect(ok).toBe(true);
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    "115: RTNETLINK answers: Operation not permitted",
    "115: RTNETLINK answers: Operation not permitted",
    "115: inet 192.168.77.5/32 scope global eth0",
    "116: false",
    "114: inet 192.168.77.5/32 scope global eth0",
    "116: inet 192.168.77.5/32 scope global eth0",
  ]);
});
