import { describe, expect, test } from "bun:test";

import { liveHost } from "../../../lib/recipe/live-host.ts";
import { answering } from "../../support/answering.ts";

const ADDRESSES = "ip -json address show";
const BRIDGES = "ip -json link show type bridge";

const SHOWN = [
  { ifname: "lo", addr_info: [{ family: "inet", local: "127.0.0.1", prefixlen: 8 }] },
  { ifname: "eth0", addr_info: [{ family: "inet6", local: "fe80::1", prefixlen: 64 }] },
  {
    ifname: "docker0",
    addr_info: [
      { family: "inet6", local: "fe80::2", prefixlen: 64 },
      { family: "inet", local: "172.17.42.1", prefixlen: 16 },
      { family: "inet", local: "172.17.42.2", prefixlen: 16 },
    ],
  },
  { ifname: "bridge0", addr_info: [] },
];

function host() {
  const bridges = [{ ifname: "docker0" }, { ifname: "bridge0" }];
  return answering((command) => ({ stdout: JSON.stringify(command === ADDRESSES ? SHOWN : bridges) }));
}

test.each([
  ["docker0", { isBridge: true, address: "172.17.42.1/16" }],
  ["bridge0", { isBridge: true, address: null }],
  ["eth0", { isBridge: false, address: null }],
  ["lo", { isBridge: false, address: "127.0.0.1/8" }],
])("%s is %j", async (name, found) => {
  const { performer, ran } = host();
  expect<object | null>(await liveHost(performer).interface(name)).toEqual(found);
  expect(ran).toEqual([ADDRESSES, BRIDGES]);
});

test("an interface that is not there is none, and nobody asks for bridges", async () => {
  const { performer, ran } = host();
  expect(await liveHost(performer).interface("docker")).toBeNull();
  expect(ran).toEqual([ADDRESSES]);
});

describe("an ip that fails", () => {
  test.each([ADDRESSES, BRIDGES])("%s is an error with its words", async (failing) => {
    const { performer } = answering((command) =>
      command === failing
        ? { exitCode: 2, stdout: "x", stderr: "no such option\n" }
        : { stdout: JSON.stringify(command === ADDRESSES ? SHOWN : []) },
    );
    await expect(liveHost(performer).interface("docker0")).rejects.toMatchObject({
      name: "CommandError",
      command: failing,
      exitCode: 2,
      stderr: "no such option\n",
      cause: "explained: no such option",
    });
  });

  test("without words of its own has those that it printed", async () => {
    const { performer } = answering(() => ({ exitCode: 2, stdout: "usage\n" }));
    await expect(liveHost(performer).interface("docker0")).rejects.toMatchObject({ cause: "explained: usage" });
  });
});
