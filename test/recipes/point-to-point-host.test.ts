import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("point-to-point-host", { samples: {}, claims: [126, 126, 126, 125, 125, 126, 125, 125, 125, 125] });

test.concurrent.each(users)("other addresses and another port will do, as $name", async (user) => {
  const options = ["--from=10.9.0.1", "--to=192.168.77.5", "--port=4433"];
  const { ok, checks } = await reportOf(user, "point-to-point-host", ...options);
  expect(ok).toBe(true);
  expect(checks.map(({ ran, seen }) => `${ran}: ${seen}`)).toEqual([
    expect.stringMatching(/^ping one from the host: 64 bytes from 172\.17\.0\.2/),
    expect.stringMatching(/^ping other from the host: 64 bytes from 172\.17\.0\.3/),
    "ping one from other: no answer",
    expect.stringMatching(/^ping 192\.168\.77\.5 from the host: 64 bytes from 192\.168\.77\.5/),
    expect.stringMatching(/^ping 10\.9\.0\.1 from one: 64 bytes from 10\.9\.0\.1/),
    // Not over the bridge: the host has taken one off its time to live
    expect.stringMatching(/^ping 192\.168\.77\.5 from other: 64 bytes from 192\.168\.77\.5: icmp_seq=1 ttl=63 /),
    expect.stringMatching(/^ping 192\.168\.77\.5 from the host: 64 bytes from 192\.168\.77\.5/),
    expect.stringMatching(/^ping 10\.9\.0\.1 from one: 64 bytes from 10\.9\.0\.1/),
    expect.stringMatching(/^connect to 192\.168\.77\.5:4433 from the host: .*the server saw 10\.9\.0\.1, the client's/),
    "ping 192.168.77.5 from other: no answer",
  ]);
});
