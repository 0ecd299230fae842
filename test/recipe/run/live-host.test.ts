import { expect, test } from "bun:test";

import { liveHost } from "../../../lib/recipe/run/live-host.ts";
import { lookingAt } from "../../labs/still-ours/looking.ts";

const HERE = {
  links: {
    lo: { hardware: "loopback", addresses: ["127.0.0.1/8"] },
    eth0: { addresses: ["fe80::1/64"] },
    docker0: { kind: "bridge", addresses: ["fe80::2/64", "172.17.42.1/16", "172.17.42.2/16"] },
    bridge0: { kind: "bridge" },
  },
};
const host = liveHost(lookingAt({ sees: { "/proc/self/ns/net": HERE } }));

test.each([
  ["docker0", { isBridge: true, address: "172.17.42.1/16" }],
  ["bridge0", { isBridge: true, address: null }],
  ["eth0", { isBridge: false, address: null }],
  ["lo", { isBridge: false, address: "127.0.0.1/8" }],
  ["docker", null],
])("%s is %j", async (name, found) => {
  expect<object | null>(await host.interface(name)).toEqual(found);
});

test("where nobody can look there is none", async () => {
  expect(await liveHost(lookingAt({})).interface("lo")).toBeNull();
});
