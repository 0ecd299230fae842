import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("custom-bridge", { samples: {}, claims: [85, 86, 87, 88, 90, 89, 84, 73, 4, 4, 89, 84, 84, 1] });

test.concurrent.each(users)("another name and another network will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "custom-bridge", "--bridge=br-15-character", "--address=10.20.30.1/28");
  expect(ok).toBe(true);
  expect(checks.map(({ claim, seen }) => `${claim}: ${seen}`)).toEqual([
    "85: no docker0",
    expect.stringMatching(/^86: \d+: br-15-character: .*\n *inet 10\.20\.30\.1\/28 scope global br-15-character$/),
    "87: * Docker is running",
    expect.stringMatching(/^88: eth0@if\d+ UP 10\.20\.30\.2\/28/),
    "90: default via 10.20.30.1 dev eth0",
    expect.stringMatching(/^89: br-15-character .* veth\w{6,7}$/),
    "84: no docker0",
    expect.stringMatching(/^73: 64 bytes from 10\.20\.30\.1/),
    expect.stringMatching(/^4: 64 bytes from 10\.20\.30\.3/),
    expect.stringMatching(/^4: 64 bytes from 10\.20\.30\.2/),
    expect.stringMatching(/^89: no veth\w{6,7}$/),
    "84: no docker0",
    expect.stringMatching(/^84: lo UNKNOWN /),
    expect.stringMatching(/^1: docker0 /),
  ]);
});
