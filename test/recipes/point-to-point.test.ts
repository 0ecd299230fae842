import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { CONTAINER_ID, PROCESS_ID } from "./article.ts";
import { reportOf, testPromises } from "./promises.ts";

testPromises("point-to-point", {
  samples: { "1f1f4c1f931a": CONTAINER_ID, "12e343489d2f": CONTAINER_ID, "2989": PROCESS_ID, "3004": PROCESS_ID },
  claims: [122, 122, 122, 120, 123, 123, 123],
});

test.concurrent.each(users)("other addresses and another port will do, as $name", async (user) => {
  const { ok, checks } = await reportOf(user, "point-to-point", "--from=10.9.0.1", "--to=192.168.77.5", "--port=4433");
  expect(ok).toBe(true);
  expect(checks.map(({ ran, seen }) => `${ran}: ${seen}`)).toEqual([
    expect.stringMatching(/^ping 192\.168\.77\.5 from [0-9a-f]{12}: 64 bytes from 192\.168\.77\.5: icmp_seq=1 /),
    expect.stringMatching(/^ping 10\.9\.0\.1 from [0-9a-f]{12}: 64 bytes from 10\.9\.0\.1: icmp_seq=1 /),
    expect.stringMatching(/^connect to 192\.168\.77\.5:4433 from .* 10\.9\.0\.1,\D*$/),
    "ip -brief link: no A, no B",
    expect.stringMatching(/^ping 192\.0\.2\.1 from .*: .*Network is unreachable$/),
    expect.stringMatching(/^ping 192\.168\.77\.5 from .*: .*Network is unreachable$/),
    expect.stringMatching(/^ping 192\.168\.77\.5 from [0-9a-f]{12}: 64 bytes from 192\.168\.77\.5: icmp_seq=1 /),
  ]);
});
