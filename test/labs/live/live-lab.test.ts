/** What is on a lab's host at this moment, put together from what the kernel has and its programs print. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Links of the host, and of a container */
const HOST = `ip link add br0 type bridge; ip addr add 10.0.0.1/29 dev br0; ip link add br1 type bridge
  ip link add A type veth peer name eth0 netns CONTAINER; ip link set A master br0
  ip link add C type veth peer name D; ip link set C master br1; ip addr add 10.9.0.1/29 dev D`;
const INSIDE = "ip addr add 10.0.0.2/29 dev eth0";

const ANSWERS: Readonly<Record<string, string>> = {
  "sudo docker ps --quiet": "0123456789ab\nabcdef012345\n",
  "sudo docker inspect --format {{.Name}} 0123456789ab": "/web\n",
  "sudo docker inspect --format {{.Name}} abcdef012345": "/db\n",
  "iptables-save": "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n",
};

/** What is seen where commands answer like this, and these are the entries of network namespaces, by where they lead */
function seenWhere(answers: Readonly<Record<string, string>>, entries: Readonly<Record<string, string>> | null) {
  return inNamespaces(
    async (
      answered: Readonly<Record<string, string>>,
      named: Readonly<Record<string, string>> | null,
      host: string,
      inside: string,
    ) => {
      const { mkdirSync, symlinkSync } = await import("node:fs");
      const { lookAtLab } = await import("../../../lib/labs/live/live-lab.ts");
      Bun.spawnSync(["mount", "-t", "tmpfs", "none", "/run"]);
      if (named !== null) mkdirSync("/run/netns");
      for (const [name, target] of Object.entries(named ?? {})) symlinkSync(target, `/run/netns/${name}`);
      const [container, ended] = [
        Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" }),
        Bun.spawn(["true"]),
      ];
      await Promise.all([container.stdout.getReader().read(), ended.exited]);
      const pids: Readonly<Record<string, string>> = {
        "sudo docker inspect --format {{.State.Pid}} 0123456789ab": `${container.pid}\n`,
        "sudo docker inspect --format {{.State.Pid}} abcdef012345": `${ended.pid}\n`,
      };
      if (named !== null) {
        const lines = `${host.replace("CONTAINER", `${container.pid}`)}; nsenter --net=/proc/${container.pid}/ns/net sh -e -c '${inside}'`;
        const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", lines]);
        if (!success) throw new Error(stderr.toString());
      }
      try {
        return await lookAtLab({
          run: async (argv, { output }) => {
            const answer = answered[argv.join(" ")] ?? (named === null ? undefined : pids[argv.join(" ")]);
            output(Buffer.from(answer ?? ""));
            return answer === undefined ? 1 : 0;
          },
          perform: () => Promise.reject(new Error("nobody performs")),
          explain: () => null,
          knows: true,
          unknowns: "names",
        });
      } finally {
        container.kill();
      }
    },
    answers,
    entries,
    HOST,
    INSIDE,
  );
}

function read(name: string, kind: string, addresses: readonly string[], master: string | null = null) {
  return { name, kind, state: "down", addresses, master };
}

const LOOPBACK = read("lo", "loopback", []);

test("containers, links, bridges with their members, chains and entries are there, in their order", async () => {
  const entries = { other: "/proc/self/ns/net", gone: "/proc/nobody/ns/net" };
  expect<unknown>(await seenWhere(ANSWERS, entries)).toEqual({
    containers: [
      { id: "0123456789ab", name: "web", interfaces: [LOOPBACK, read("eth0", "veth", ["10.0.0.2/29"])] },
      { id: "abcdef012345", name: "db", interfaces: [] },
    ],
    links: [
      LOOPBACK,
      read("br0", "bridge", ["10.0.0.1/29"]),
      read("br1", "bridge", []),
      read("A", "veth", [], "br0"),
      read("D", "veth", ["10.9.0.1/29"]),
      read("C", "veth", [], "br1"),
    ],
    bridges: [
      { name: "br0", usable: 6, members: ["A"] },
      { name: "br1", usable: 0, members: ["C"] },
    ],
    chains: [{ table: "filter", chain: "FORWARD", policy: "DROP", rules: [] }],
    netns: [
      { name: "gone", names: expect.stringContaining("/proc/nobody/ns/net") },
      { name: "other", names: expect.any(String) },
    ],
  });
});

test("where nothing answers, and nobody has made an entry, there is nothing but the loopback", async () => {
  const nothing = { containers: [], links: [LOOPBACK], bridges: [], chains: [], netns: [] };
  expect<unknown>(await seenWhere({}, null)).toEqual(nothing);
});
