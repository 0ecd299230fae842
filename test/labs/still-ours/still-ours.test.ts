/** Each kind of thing has its own question: three machines, on which it is ours, gone, or another's by now. */
import { describe, expect, test } from "bun:test";

import { stillOurs } from "../../../lib/labs/still-ours/still-ours.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";
import { ON_HOST } from "../../../lib/resources/entering.ts";
import { digestOf } from "../../../lib/shell/invert/files/digest.ts";
import type { Identity } from "../../../lib/resources/identity.ts";
import { lookingAt, type There } from "./looking.ts";

const HOST = { enter: ON_HOST, inode: "7" } as const;
const LINK = { network: HOST, name: "A", index: 5, mac: null } as const;
const OWN = "/proc/self/ns/net";
const NETWORKS: There = { links: { [OWN]: "net:[7]" }, sees: { [OWN]: {} } };

/** A machine with a link A of that number and MTU */
function linked(index: number, mtu: number): There {
  return { ...NETWORKS, sees: { [OWN]: { links: { A: { index, state: { mtu } } } } } };
}

/** A machine with a container b */
function running(Status: string, Name: string, networks: readonly string[]): There {
  const Networks = Object.fromEntries(networks.map((name) => [name, {}]));
  const container = { Id: "b", Name: `/${Name}`, State: { Status }, Config: {}, NetworkSettings: { Networks } };
  return { texts: { "docker inspect --type container b": JSON.stringify([container]) } };
}

function printing(command: string, printed: string, network = 7): There {
  return { links: { [OWN]: `net:[${network}]` }, texts: { [command]: printed } };
}

const mounted = (...ids: readonly number[]): There => ({
  files: { "/proc/self/mountinfo": ids.map((id) => `${id} 1 0:5 / /m rw - tmpfs none rw\n`).join("") },
});

const of = (text: string) => digestOf({ content: Buffer.from(text) });
const DOCKER = { docker: ["docker"] } as const;
const NEW = { was: "old", made: "new" } as const;
const LISTED = {
  network: HOST,
  list: ["iptables", "-S"],
  line: "-N x",
  before: [],
  change: "made",
  place: ["iptables", "-S", "x", "1"],
} as const;
const FIRST = printing("iptables -S", "-N x\n");
const START = processStart(process.pid) ?? "";

type Row = readonly [Identity, Readonly<Partial<Record<Standing, There>>>];

const ROWS: readonly Row[] = [
  [
    { kind: "link", change: "made", ...LINK },
    { ours: linked(5, 1500), gone: NETWORKS, "another's": linked(6, 1500) },
  ],
  [
    { kind: "link setting", setting: "mtu", ...LINK, was: "1500", made: "1400" },
    { ours: linked(5, 1400), gone: linked(5, 1500), "another's": linked(5, 1300) },
  ],
  [
    {
      kind: "entry",
      network: HOST,
      list: { of: "rule", family: "inet" },
      family: "inet",
      words: "pref 7 from all lookup main",
      before: [],
      change: "made",
      link: null,
    },
    { ours: { ...NETWORKS, sees: { [OWN]: { rules: [{ priority: 7 }] } } }, gone: NETWORKS },
  ],
  [
    { kind: "listed", ...LISTED },
    {
      ours: { ...FIRST, texts: { ...FIRST.texts, "iptables -S x 1": "-N x\n" } },
      gone: printing("iptables -S", ""),
      "another's": FIRST,
    },
  ],
  [
    { kind: "netns", path: "/n", inode: 7 },
    { ours: { inodes: { "/n": 7 } }, gone: {}, "another's": { inodes: { "/n": 8 } } },
  ],
  [
    { kind: "netns entry", path: "/n", inode: 7, pid: "17" },
    { ours: { networks: { "/proc/17/ns/net": 7 } }, gone: { networks: { "/proc/17/ns/net": 8 } } },
  ],
  [
    { kind: "symbolic link", path: "/l", was: "/old", made: "/new" },
    { ours: { links: { "/l": "/new" } }, gone: { links: { "/l": "/old" } }, "another's": { links: { "/l": "/x" } } },
  ],
  [
    { kind: "folder", path: "/d", inode: 7, change: "made" },
    {
      ours: { inodes: { "/d": 7 }, texts: { "find /d/ -mindepth 1 -maxdepth 1 -print -quit": "" } },
      gone: {},
      "another's": { inodes: { "/d": 7 }, texts: { "find /d/ -mindepth 1 -maxdepth 1 -print -quit": "/d/x" } },
    },
  ],
  [
    { kind: "file", path: "/f", was: of("old"), made: of("new") },
    { ours: { files: { "/f": "new" } }, gone: { files: { "/f": "old" } }, "another's": { files: { "/f": "x" } } },
  ],
  [
    { kind: "setting", network: HOST, path: "/s", ...NEW },
    { ours: printing("cat /s", "new"), gone: printing("cat /s", "new", 8), "another's": printing("cat /s", "x") },
  ],
  [
    { kind: "docker", thing: "network", ...DOCKER, id: "b", label: "wirework=1" },
    {
      ours: printing("docker network ls --quiet --no-trunc --filter label=wirework=1", "b\n"),
      gone: printing("docker network ls --quiet --no-trunc --filter label=wirework=1", ""),
    },
  ],
  [
    { kind: "container state", ...DOCKER, id: "b", was: "running", made: "paused" },
    { ours: running("paused", "x", []), gone: running("running", "x", []), "another's": running("exited", "x", []) },
  ],
  [
    { kind: "container name", ...DOCKER, id: "b", ...NEW },
    { ours: running("x", "new", []), gone: running("x", "old", []), "another's": running("x", "y", []) },
  ],
  [
    { kind: "docker endpoint", ...DOCKER, network: "n", container: "b", change: "made" },
    { ours: running("x", "y", ["m", "n"]), gone: running("x", "y", ["m"]) },
  ],
  [
    { kind: "image", ...DOCKER, name: "my", id: "sha256:1" },
    {
      ours: printing("docker image inspect --format {{.Id}} my", "sha256:1\n"),
      gone: {},
      "another's": printing("docker image inspect --format {{.Id}} my", "sha256:2\n"),
    },
  ],
  [
    { kind: "service", name: "docker", was: "stopped", status: ["service", "docker", "status"] },
    { ours: printing("service docker status", ""), gone: {} },
  ],
  [
    { kind: "mount", path: "/m", id: 8, before: [7] },
    { ours: mounted(7, 8), gone: mounted(7), "another's": mounted(7, 8, 9) },
  ],
  [{ kind: "process", pid: process.pid, start: START }, { ours: {} }],
  [{ kind: "process", pid: process.pid, start: `${START}0` }, { "another's": {} }],
  [
    { kind: "command line", pattern: "dnsmasq" },
    { ours: printing("pgrep --full --exact dnsmasq", "7\n"), gone: {} },
  ],
  [
    { kind: "moved", from: "/a/f", to: "/b/f", inode: 7 },
    {
      ours: { inodes: { "/a": 1, "/b/f": 7 } },
      gone: { inodes: { "/a": 1, "/a/f": 7 } },
      "another's": { inodes: { "/a": 1, "/b/f": 8 } },
    },
  ],
];

describe.each(ROWS.map(([identity, machines]) => ({ identity, machines })))(
  "a thing of the kind $identity.kind",
  ({ identity, machines }) => {
    test.each(Object.entries(machines))("is %s", async (standing, there) => {
      expect<string>(await stillOurs(identity, lookingAt(there))).toBe(standing);
    });
  },
);
