import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

const CLAIMS = [20, 20, 20, 25, 26, 29, 30, 31, 32, 33, 37, 34, 35, 36, 38, 39, 39, 39, 37, 40, 36, 38, 27, 28];

testPromises("dns", { samples: {}, claims: CLAIMS });

test.concurrent.each(users)("other names will do, as $name", async (user) => {
  const options = [
    "--hostname=one.example.org",
    "--alias=store",
    "--known=printers",
    "--domain=office.example",
    "--port=53",
  ];
  const { ok, checks } = await reportOf(user, "dns", ...options);
  expect(ok).toBe(true);
  const seen = checks.map(({ claim, seen: text }) => `${claim}: ${text}`);
  expect(seen[5]).toBe("29: one.example.org");
  expect(seen[7]).toBe("31: root@one:/#");
  expect(seen.find((text) => text.startsWith("34:"))).toMatch(/^34: 172\.17\.0\.3 store [\da-f]{12} database$/);
  expect(seen.filter((text) => text.startsWith("39:"))).toEqual([
    expect.stringMatching(/^39: PING .*\(172\.17\.42\.1\)/),
    expect.stringMatching(/query\[A\] printers\.office\.example from 172\.17\.0\.4$/),
    expect.stringMatching(/query\[A\] printer\.office\.example from .*query\[A\] printer from/s),
  ]);
});
