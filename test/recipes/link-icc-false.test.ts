import { expect, test } from "bun:test";

import { someone } from "../support/host/no-namespaces.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { reportOf, testPromises } from "./promises.ts";
import { pattern } from "../support/naming.ts";

testPromises("link-icc-false", {
  samples: {},
  claims: [48, 48, 49, 49, 57, 58, 35, 54, 54, 54, 55, 55, 54, 53, 53, 53, 52],
});

test.concurrent.each(users)("other names and ports will do, as $name", async (user) => {
  const options = ["--server=db", "--alias=database", "--port=5432", "--other=5434", "--closed=5433"];
  const { ok, checks } = await reportOf(user, "link-icc-false", ...options);
  expect(ok).toBe(true);
  const seen = checks.map((check) => `${check.claim}: ${check.ran}: ${check.seen}`);
  expect(seen.slice(0, 4)).toEqual([
    expect.stringMatching(/^48: ping .*: 64 bytes from 172\.17\.0\.3/),
    expect.stringMatching(/^48: connect to \S+:5433 .* 172\.17\.0\.2,\D*$/),
    expect.stringMatching(/^49: ping .*: no answer$/),
    expect.stringMatching(/^49: connect to web:5432 .*: ETIMEDOUT$/),
  ]);
  expect(checks[4]?.seen.split("\n")).toEqual([
    "-A FORWARD -s 172.17.0.2/32 -d 172.17.0.3/32 -p tcp -m tcp --sport 5432 -j ACCEPT",
    "-A FORWARD -s 172.17.0.3/32 -d 172.17.0.2/32 -p tcp -m tcp --dport 5432 -j ACCEPT",
    "-A FORWARD -i docker0 -o docker0 -j DROP",
  ]);
  expect(seen.slice(5)).toEqual([
    expect.stringMatching(/^58: connect to web:5432 .* 172\.17\.0\.3,\D*$/),
    expect.stringMatching(/^35: connect to database:5432 .* 172\.17\.0\.3,\D*$/),
    expect.stringMatching(/^54: connect to web:5434 .* 172\.17\.0\.3,\D*$/),
    expect.stringMatching(/^54: connect to web:5433 .*: ETIMEDOUT$/),
    expect.stringMatching(/^54: ping .*: no answer$/),
    expect.stringMatching(/^55: .* --link database .*: No such container: database\.$/),
    expect.stringMatching(/^55: connect to db:5434 .* 172\.17\.0\.5,\D*$/),
    expect.stringMatching(/^54: connect to db:5433 .* 172\.17\.0\.5,\D*$/),
    expect.stringMatching(/^53: connect to db:5434 .*: ETIMEDOUT$/),
    expect.stringMatching(/^53: connect to database:5432 .* 172\.17\.0\.5,\D*$/),
    expect.stringMatching(/^53: connect to web:5432 .*: ETIMEDOUT$/),
    expect.stringMatching(/^52: ping 172\.17\.42\.1 .*: 64 bytes from 172\.17\.42\.1/),
  ]);
});

test.each<readonly [option: string, values: readonly (string | number)[]]>([
  ["--other=79", ["--other 79", "--port 80"]],
  ["--other=1000", ["--other 1000", 920, "--port 80", 20]],
  ["--closed=82", ["--other", "--closed", '"82"']],
  ["--server=both", ['--server cannot be "both", which is another container\'s name']],
])("refuses %s", async (option, values) => {
  const { status, stdout, stderr } = await wirework(someone, ["run", "link-icc-false", option]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(pattern(values));
});
