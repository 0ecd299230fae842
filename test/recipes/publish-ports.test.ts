import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("publish-ports", {
  samples: {},
  claims: [
    63, 59, 59, 61, 61, 62, 60, 60, 60, 64, 64, 65, 66, 66, 68, 68, 69, 69, 69, 69, 69, 67, 70, 70, 67, 70, 70, 67, 23,
    71, 71,
  ],
});

test.concurrent.each(users)("other ports will do, and Docker's own begin with 49153, as $name", async (user) => {
  const options = ["--port=8000", "--tls=8443", "--other=9000", "--last=9005", "--uplink=wan"];
  const { ok, checks } = await reportOf(user, "publish-ports", ...options);
  expect(ok).toBe(true);
  const seen = checks.map((check) => `${check.claim}: ${check.ran}: ${check.seen}`);
  // The image base exposes 80 as well
  expect(seen.slice(9, 13)).toEqual([
    expect.stringMatching(/^64: connect to 203\.0\.113\.2:49154 from outside: .*203\.0\.113\.\d/),
    expect.stringMatching(/^64: connect to 203\.0\.113\.2:49155 from outside: .*203\.0\.113\.\d/),
    expect.stringMatching(
      /^65: sudo docker port .*: 80\/tcp -> .*:49153\n8000\/tcp -> .*:49154\n8443\/tcp -> .*:49155\nthis engine chooses from 49153 to 49900$/,
    ),
    expect.stringMatching(/^66: sudo docker port .* 8000: 0\.0\.0\.0:49154$/),
  ]);
  expect(seen.slice(19, 21)).toEqual([
    expect.stringMatching(
      /^69: connect to 127\.0\.0\.1:8000 .*the server saw 172\.17\.42\.1, not the client's 127\.0\.0\.1$/,
    ),
    expect.stringMatching(/^69: connect to 203\.0\.113\.2:8000 from web: .*the server saw 172\.17\.42\.1/),
  ]);
  expect(seen[23]).toEndWith(": connect to 203.0.113.3:9000 from outside: ECONNREFUSED");
  expect(seen[27]).toMatch(/^67: .* 203\.0\.113\.2:9005 from outside: .*203\.0\.113\.\d/);
});
