import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("net-container", {
  samples: {},
  claims: [104, 104, 22, 105, 105, 105, 105, 106, 106, 104, 104],
});

test.concurrent.each(users)("another name and another port will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "net-container", "--first=first", "--port=5432");
  expect(ok).toBe(true);
  const seen = checks.map((check) => `${check.claim}: ${check.ran}: ${check.seen}`);
  expect(seen.slice(0, 3)).toEqual([
    expect.stringMatching(/^104: .* readlink \/proc\/self\/ns\/net: net:\[\d+\]$/),
    expect.stringMatching(/^104: connect to web:5432 from the host: .* 172\.17\.42\.1\b/),
    expect.stringMatching(/^22: .* readlink \/proc\/self\/ns\/net: net:\[\d+\]$/),
  ]);
  expect(new Set([checks[0]?.seen, checks[2]?.seen]).size).toBe(1);
  expect(seen.slice(3)).toEqual([
    expect.stringMatching(/^105: .* ls \/: marker$/),
    expect.stringMatching(/^105: .* ls \/: no marker$/),
    expect.stringMatching(/^105: .* cat \/proc\/1\/comm: bash$/),
    expect.stringMatching(/^105: .* cat \/proc\/1\/comm: sleep$/),
    expect.stringMatching(/^106: connect to 127\.0\.0\.1:5432 from [0-9a-f]{12}: [^E].*127\.0\.0\.1/),
    expect.stringMatching(/^106: connect to 127\.0\.0\.1:5432 from web: [^E].*127\.0\.0\.1/),
    expect.stringMatching(
      /^104: .*--net=container:first -h other .*: conflicting options: hostname and the network mode\.$/,
    ),
    expect.stringMatching(
      /^104: .*--expose 5432 .*: conflicting options: port exposing and the container type network/,
    ),
  ]);
});
