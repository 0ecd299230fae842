import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("net-host", { samples: {}, claims: [99, 99, 99, 100, 100, 100, 101, 101, 102, 103, 103, 22] });

test.concurrent.each(users)("other names and another port will do, as $name", async (user) => {
  const options = ["--link=wire0", "--peer=wire1", "--port=1023", "--socket=@dbus"];
  const { ok, checks } = await reportOf(user, "net-host", ...options);
  expect(ok).toBe(true);
  expect(checks.map(({ claim, ran, seen }) => `${claim}: ${ran}: ${seen}`)).toEqual([
    expect.stringMatching(/^99: .* readlink \/proc\/self\/ns\/net: net:\[\d+\]$/),
    expect.stringMatching(/^99: .* ip addr show docker0: inet 172\.17\.42\.1\/16 scope global docker0$/),
    expect.stringMatching(/^99: diff .* ls \/sys\/class\/net\): docker0\nlo$/),
    expect.stringMatching(/^100: .* ls \/: marker$/),
    "100: ls /: no marker",
    expect.stringMatching(/^100: .* cat \/proc\/1\/comm: bash$/),
    expect.stringMatching(/^101: .* ip link set wire0 up: RTNETLINK answers: Operation not permitted$/),
    expect.stringMatching(/^101: ip link show wire0: \d+: wire0@wire1: <.*,UP.*> /),
    "102: busybox nc 127.0.0.1 1023: marker",
    expect.stringMatching(/^103: connect to @dbus of the host from [0-9a-f]{12}: (?!E[A-Z]+$)/),
    expect.stringMatching(/^103: .*@dbus.* other: ECONNREFUSED$/),
    expect.stringMatching(/^22: .*: network elsewhere not found\.$/),
  ]);
});
