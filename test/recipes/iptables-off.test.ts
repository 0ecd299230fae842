import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("iptables-off", { samples: {}, claims: [47, 47, 47, 47, 47, 47] });

test.concurrent.each(users)("another port, bridge and network will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "iptables-off", "--port=8000", "--bridge=wire", "--address=10.9.8.1/28");
  expect(ok).toBe(true);
  const seen = checks.map((check) => check.seen);
  for (const rules of [0, 1, 2, 3].map((index) => seen[index])) {
    expect(rules).toContain("-A FORWARD -o wire -j ACCEPT");
    expect(rules).not.toContain("10.9.8");
  }
  expect(seen[4]).toMatch(/ 10\.9\.8\.2,\D*$/);
  expect(seen[5]).toMatch(/ 10\.9\.8\.1,\D* 203\.0\.113\.1$/);
});
