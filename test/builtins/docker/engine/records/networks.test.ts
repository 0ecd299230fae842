/**
 * Which network, address and name servers a container gets, as far as the engine's records say.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import { isOwnNetwork, ownerOf } from "../../../../../lib/builtins/docker/engine/network/shared-network.ts";
import { namespacesFor } from "../../../../support/host/in-namespaces.ts";
import { idOf } from "./own-run.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenOfNetworks() {
  const { existsSync, readFileSync, readlinkSync, writeFileSync } = await import("node:fs");
  const { takeOwnRun, put, recordOf, idOf, outcome, DAEMON } = await import("./own-run.ts");
  const { newEndpoint } = await import("../../../../../lib/builtins/docker/engine/network/new-endpoint.ts");
  const shared = await import("../../../../../lib/builtins/docker/engine/network/shared-network.ts");
  const { parseIpv4Cidr } = await import("../../../../../lib/values/address/ipv4-cidr.ts");
  takeOwnRun();
  const child = Bun.spawn(["sleep", "600"]);
  const alive = { parent: process.pid };

  const bridge = { id: "f".repeat(64), name: "docker7", cidr: parseIpv4Cidr("10.9.0.3/29"), mtu: 1300 };
  const next = () => outcome(() => newEndpoint({ ...DAEMON, bridge }));
  const first = await next();
  put(recordOf("a1", "one", { at: "10.9.0.2" }), alive);
  put(recordOf("a2", "two", { at: "10.9.0.4" }), { exit: "0\n", parent: 1 });
  put(recordOf("a3", "three", { at: null }), alive);
  const second = await next();
  for (const [at, last] of [4, 5, 6].entries()) put(recordOf(`b${at}`, `b${at}`, { at: `10.9.0.${last}` }), alive);
  const full = await next();
  const without = newEndpoint(DAEMON);

  const withIds = [];
  for (const network of [
    "bridge",
    "container:one",
    "container:/two",
    "container:a3",
    "container:nosuch",
    "container:a",
  ])
    withIds.push(await outcome(() => shared.withOwnersId(network)));
  const joined: Record<string, unknown> = {};
  for (const network of ["bridge", "container:one", "container:two", "container:nosuch", "container:me"]) {
    joined[network] = await outcome(() => {
      using opened = shared.openJoinedNetwork(recordOf("c1", "me", { settings: { network } }));
      if (opened === null) return null;
      const isItsOwn = readlinkSync(`/proc/self/fd/${opened.fd}`) === readlinkSync(`/proc/${child.pid}/ns/net`);
      return { owner: opened.owner.name as string, isItsOwn };
    });
    put(recordOf("c1", "me"));
  }
  put(recordOf("d1", "lost", { at: null }), { parent: 4_194_305 });
  const lost = await outcome(() =>
    shared.openJoinedNetwork(recordOf("c1", "me", { settings: { network: "container:lost" } })),
  );

  // Name servers: a file of the host's own, which comes and changes
  const etc = Bun.spawnSync(["mount", "-t", "tmpfs", "tmpfs", "/etc"]);
  if (!etc.success) throw new Error(etc.stderr.toString());
  const { followHost, writeResolvConf } = await import("../../../../../lib/builtins/docker/engine/network/resolver.ts");
  const { DAEMON_RECORD } = await import("../../../../../lib/builtins/docker/engine/daemon.ts");
  const { filesOf } = await import("../../../../../lib/builtins/docker/engine/store.ts");
  const given = ["192.0.2.9"] as unknown as typeof DAEMON.options.dns; // as they are written down
  const domains = ["example.com"] as unknown as typeof DAEMON.options.dnsSearch;
  const wanted = {
    plain: {},
    dns: { dns: given },
    search: { dnsSearch: domains },
    host: { network: "host" },
    both: { network: "host", dns: given },
  };
  const written = (digits: string) => readFileSync(filesOf(idOf(digits)).resolvConf, "utf8");
  const first4 = "search lan\nnameserver 127.0.0.1\nnameserver 192.0.2.1\n";
  writeFileSync("/etc/resolv.conf", first4);
  const own: Record<string, string> = {};
  const daemons: Record<string, string> = {};
  for (const [name, settings] of Object.entries(wanted)) {
    const record = put(recordOf("e1", "asking", { at: null, settings }), alive);
    writeResolvConf(record, DAEMON);
    own[name] = written("e1");
    writeResolvConf(record, { ...DAEMON, options: { ...DAEMON.options, dns: given, dnsSearch: domains } });
    daemons[name] = written("e1");
  }
  const follow = ["f1", "f2", "f3"].map((digits) => put(recordOf(digits, digits, { at: null }), alive));
  for (const record of follow) writeResolvConf(record, DAEMON);
  put(recordOf("f3", "f3", { at: null }), { exit: "0\n", parent: 1 });
  writeFileSync(filesOf(idOf("f2")).resolvConf, "its own\n");
  writeFileSync("/etc/resolv.conf", "nameserver 192.0.2.2\n");
  followHost();
  const stopped = ["f1", "f2", "f3"].map(written);
  writeFileSync(DAEMON_RECORD, JSON.stringify(DAEMON));
  followHost();
  const followed = ["f1", "f2", "f3"].map(written);
  const unasked = existsSync(filesOf(idOf("a1")).resolvConf);
  child.kill();
  return { first, second, full, without, withIds, joined, lost, own, daemons, stopped, followed, unasked };
}

let seen: Awaited<ReturnType<typeof seenOfNetworks>>;
beforeAll(async () => void (seen = await elsewhere(seenOfNetworks)));

const refused = (reason: string, error = "DaemonFailure") => ({
  error,
  message: `Error response from daemon: ${reason}`,
});

test("a container's place is the lowest free one, from the second on, that is not the bridge's", () => {
  const place = {
    bridge: "docker7",
    prefix: 29,
    gateway: "10.9.0.3",
    mtu: 1300,
    veth: expect.stringMatching(/^veth[A-Z0-9]{6}$/),
    published: [],
  };
  expect(seen.first).toEqual({
    ...place,
    address: "10.9.0.2",
    mac: "02:42:0a:09:00:02",
  } as unknown as typeof seen.first);
  expect(seen.second).toMatchObject({ address: "10.9.0.4", mac: "02:42:0a:09:00:04" });
  expect(seen.full).toEqual(
    refused(`no available IPv4 addresses on this network's address pools: bridge (${"f".repeat(64)})`),
  );
  expect(seen.without).toBeNull();
});

test.each([
  ["bridge", true, null],
  ["none", true, null],
  ["host", false, null],
  ["container:web", false, "web"],
  ["container:", false, ""],
])("whose network %s is", (network, isOwn, owner) => {
  expect([isOwnNetwork(network), ownerOf(network)]).toEqual([isOwn, owner]);
});

describe("another container's network", () => {
  test("is kept by its id, where there is one", () => {
    expect(seen.withIds).toEqual([
      "bridge",
      `container:${idOf("a1")}`,
      `container:${idOf("a2")}`,
      `container:${idOf("a3")}`,
      "container:nosuch",
      refused("Multiple IDs found with provided prefix: a"),
    ]);
  });

  test("is joined while that runs, and is another's", () => {
    expect(seen.joined).toEqual({
      bridge: null,
      "container:one": { owner: "one", isItsOwn: true },
      "container:two": refused(`cannot join network of a non running container: ${idOf("a2")}`),
      "container:nosuch": refused("No such container: nosuch", "NoSuchContainer"),
      "container:me": refused("cannot join own network"),
    });
    expect(seen.lost).toEqual(
      refused(`cannot join network of a non running container: ${idOf("d1")}`) as unknown as typeof seen.lost,
    );
  });
});

describe("name servers are", () => {
  const [hosts, reachable] = [
    "search lan\nnameserver 127.0.0.1\nnameserver 192.0.2.1\n",
    "search lan\nnameserver 192.0.2.1\n",
  ];
  const [dns, search] = ["search lan\nnameserver 192.0.2.9\n", "search example.com\nnameserver 192.0.2.1\n"];
  const both = "search example.com\nnameserver 192.0.2.9\n";

  test("the container's, or else the daemon's, or else the host's, of which only its own network reaches all", () => {
    expect(seen.own).toEqual({ plain: reachable, dns, search, host: hosts, both: dns });
    expect(seen.daemons).toEqual({ plain: both, dns: both, search: both, host: both, both });
  });

  test("those that the host has now, for containers that run and have not changed them, while the engine does", () => {
    expect(seen.stopped).toEqual([reachable, "its own\n", reachable]);
    expect(seen.followed).toEqual(["nameserver 192.0.2.2\n", "its own\n", reachable]);
    expect(seen.unasked).toBeFalse();
  });
});
