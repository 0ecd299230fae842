import { describe, expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

interface Entry {
  readonly what: string;
  /** Shell lines that make `/var/run/netns/PID`; OTHER is another process, in a network of its own */
  readonly made: string;
  readonly line: string;
  readonly reason: string | null;
  readonly tryThis: string | null;
}

const USE = "sudo ip link set A netns PID";
const LINK = "sudo ln -s /proc/PID/ns/net /var/run/netns/PID";
const THERE = "/var/run/netns/PID already exists, and";
const DANGLES = `${THERE} dangles: it leads to /proc/4194303/ns/net, which does not exist`;
const ofProcess = (id: string) => `the network of process ${id}`;
const REMOVE = "sudo rm /var/run/netns/PID";

const ENTRIES: readonly Entry[] = [
  { what: "no entry", made: "true", line: USE, reason: null, tryThis: null },
  { what: "the right link", made: "ln -s /proc/PID/ns/net /run/netns/PID", line: USE, reason: null, tryThis: null },
  {
    what: "the right link, and it is made again",
    made: "ln -s /proc/PID/ns/net /run/netns/PID",
    line: LINK,
    reason: `/var/run/netns/PID exists already, and names ${ofProcess("PID")}`,
    tryThis: `skip this line, or ${REMOVE}`,
  },
  {
    what: "a link that dangles",
    made: "ln -s /proc/4194303/ns/net /run/netns/PID",
    line: "sudo ip netns exec PID ip link",
    reason: DANGLES,
    tryThis: REMOVE,
  },
  {
    what: "a link that dangles, and another one is made",
    made: "ln -s /proc/4194303/ns/net /run/netns/PID",
    line: LINK,
    reason: DANGLES,
    tryThis: REMOVE,
  },
  {
    what: "a link that dangles, and is replaced",
    made: "ln -s /proc/4194303/ns/net /run/netns/PID",
    line: "sudo ln -sfn /proc/PID/ns/net /var/run/netns/PID",
    reason: null,
    tryThis: null,
  },
  {
    what: "a link that dangles, which ip does not read",
    made: "ln -s /proc/4194303/ns/net /run/netns/PID",
    line: "nsenter --net=/proc/PID/ns/net ip link",
    reason: null,
    tryThis: null,
  },
  {
    what: "a link to another process's network",
    made: "ln -s /proc/OTHER/ns/net /run/netns/PID",
    line: USE,
    reason: `${THERE} is ${ofProcess("OTHER (sleep)")}`,
    tryThis: REMOVE,
  },
  {
    what: "a link to the host's network",
    made: "ln -s /proc/self/ns/net /run/netns/PID",
    line: "sudo ip -n PID link",
    reason: `${THERE} is the network of the host itself`,
    tryThis: REMOVE,
  },
  {
    what: "a network that was made under that name",
    made: "ip netns add PID",
    line: USE,
    reason: `${THERE} is a network that no process is in`,
    tryThis: "sudo ip netns delete PID",
  },
  {
    what: "a network that was made under that name, and is deleted",
    made: "ip netns add PID",
    line: "sudo ip netns delete PID",
    reason: null,
    tryThis: null,
  },
  {
    what: "a file",
    made: "touch /run/netns/PID",
    line: USE,
    reason: `${THERE} is no network namespace`,
    tryThis: REMOVE,
  },
];

describe("where /var/run/netns has", () => {
  test.each(ENTRIES)("$what: $line", async ({ made, line, reason, tryThis }) => {
    const seen = await inNamespaces(
      async (script, command) => {
        const { holdProcess: hold } = await import("../../lib/recipe/held-process.ts");
        const { readlinkSync } = await import("node:fs");
        const home = readlinkSync("/proc/self/ns/net");
        const [own, other] = [1, 2].map(() => Bun.spawn(["unshare", "--net", "sleep", "600"]).pid) as [number, number];
        for (const pid of [own, other]) {
          const isAway = () =>
            readlinkSync(`/proc/${pid}/ns/net`) !== home && readlinkSync(`/proc/${pid}/exe`).endsWith("sleep");
          while (!isAway()) await Bun.sleep(1);
        }
        const spelled = (text: string) => text.replaceAll("PID", String(own)).replaceAll("OTHER", String(other));
        const prepare = `mount -t tmpfs tmpfs /run; mkdir /run/netns; ${spelled(script)}`;
        const { success, stderr } = Bun.spawnSync(["sh", "-ec", prepare]);
        if (!success) throw new Error(stderr.toString());
        const objection = hold(own as never).objection(spelled(command).split(" ")); // a process id, as above
        for (const pid of [own, other]) process.kill(pid, "SIGKILL");
        const named = (text: string | undefined) =>
          text?.replace(new RegExp(`\\b${own}\\b`, "g"), "PID").replace(new RegExp(`\\b${other}\\b`, "g"), "OTHER") ??
          null;
        return [named(objection?.reason), named(objection?.tryThis)];
      },
      made,
      line,
    );
    expect(seen).toEqual([reason, tryThis]);
  });
});
