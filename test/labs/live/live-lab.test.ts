/** What is on a lab's host at this moment, put together from what its programs print. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const SHOW = "ip -json -details address show";

/** An interface as ip(8) prints it */
function shown(ifname: string, kind: string, local: string | null, master: string | null = null) {
  const addresses = local === null ? [] : [{ family: "inet", local, prefixlen: 29 }];
  const linked = master === null ? {} : { master };
  return {
    ifname,
    link_type: "ether",
    operstate: "UP",
    linkinfo: { info_kind: kind },
    addr_info: addresses,
    ...linked,
  };
}

const INSIDE = [shown("eth0", "veth", "10.0.0.2")];

const HOST = [
  shown("br0", "bridge", "10.0.0.1"),
  shown("br1", "bridge", null),
  shown("A", "veth", null, "br0"),
  shown("B", "veth", null, "br0"),
  shown("C", "veth", null, "br1"),
  shown("D", "veth", "10.9.0.1"),
];

const ANSWERS: Readonly<Record<string, string>> = {
  "sudo docker ps --quiet": "0123456789ab\nabcdef012345\n",
  "sudo docker inspect --format {{.Name}} 0123456789ab": "/web\n",
  "sudo docker inspect --format {{.State.Pid}} 0123456789ab": "17\n",
  "sudo docker inspect --format {{.Name}} abcdef012345": "/db\n",
  "sudo docker inspect --format {{.State.Pid}} abcdef012345": "18\n",
  [SHOW]: JSON.stringify(HOST),
  [`nsenter --net=/proc/17/ns/net ${SHOW}`]: JSON.stringify(INSIDE),
  "iptables-save": "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n",
};

/** What is seen where commands answer like this, and these are the entries of network namespaces, by where they lead */
function seenWhere(answers: Readonly<Record<string, string>>, entries: Readonly<Record<string, string>> | null) {
  return inNamespaces(
    async (answered: Readonly<Record<string, string>>, named: Readonly<Record<string, string>> | null) => {
      const { mkdirSync, symlinkSync } = await import("node:fs");
      const { lookAtLab } = await import("../../../lib/labs/live/live-lab.ts");
      Bun.spawnSync(["mount", "-t", "tmpfs", "none", "/run"]);
      if (named !== null) mkdirSync("/run/netns");
      for (const [name, target] of Object.entries(named ?? {})) symlinkSync(target, `/run/netns/${name}`);
      return lookAtLab({
        run: async (argv, { output }) => {
          const answer = answered[argv.join(" ")];
          output(Buffer.from(answer ?? ""));
          return answer === undefined ? 1 : 0;
        },
        perform: () => Promise.reject(new Error("nobody performs")),
        explain: () => null,
        knows: true,
        unknowns: "names",
      });
    },
    answers,
    entries,
  );
}

function read(name: string, kind: string, addresses: readonly string[], master: string | null = null) {
  return { name, kind, state: "up", addresses, master };
}

test("containers, links, bridges with their members, chains and entries are there, in their order", async () => {
  const entries = { other: "/proc/self/ns/net", gone: "/proc/nobody/ns/net" };
  expect<unknown>(await seenWhere(ANSWERS, entries)).toEqual({
    containers: [
      { id: "0123456789ab", name: "web", interfaces: [read("eth0", "veth", ["10.0.0.2/29"])] },
      { id: "abcdef012345", name: "db", interfaces: [] },
    ],
    links: [
      read("br0", "bridge", ["10.0.0.1/29"]),
      read("br1", "bridge", []),
      read("A", "veth", [], "br0"),
      read("B", "veth", [], "br0"),
      read("C", "veth", [], "br1"),
      read("D", "veth", ["10.9.0.1/29"]),
    ],
    bridges: [
      { name: "br0", usable: 6, members: ["A", "B"] },
      { name: "br1", usable: 0, members: ["C"] },
    ],
    chains: [{ table: "filter", chain: "FORWARD", policy: "DROP", rules: [] }],
    netns: [
      { name: "gone", names: expect.stringContaining("/proc/nobody/ns/net") },
      { name: "other", names: expect.any(String) },
    ],
  });
});

test("where nothing answers, and nobody has made an entry, there is nothing", async () => {
  const nothing = { containers: [], links: [], bridges: [], chains: [], netns: [] };
  expect<unknown>(await seenWhere({}, null)).toEqual(nothing);
});
