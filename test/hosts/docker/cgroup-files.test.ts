/** The cgroups of a Docker host, on hierarchies that are folders of a tmpfs: what is made, thawed and removed in them. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** As a machine with both versions has them, and a host that is in one of its own */
const MOUNTS = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:21 / /sys rw,nosuid shared:7 - sysfs sysfs rw
30 23 0:26 / /srv/two rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate
31 23 0:27 /wirework-9-12-345 /srv/one ro,nosuid,nodev,noexec,relatime - cgroup cgroup rw,freezer
32 23 0:28 /docker/wirework-9-12-x /srv/other rw shared:10 master:2 - cgroup cgroup rw,cpuset
33 23 0:29 /user/wirework-9-1-2 /srv/deep rw - cgroup2 cgroup rw
34 23 0:30 / /srv/none rw - cgroups none rw
`;

test("hierarchies are what is mounted as cgroups of either version; a host's own are those in one of its name", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { hierarchies, ownHierarchies } = await import("../../../lib/hosts/docker/cgroups.ts");
    const { textAt } = await import("../../support/host/in-place.ts");
    textAt("/proc/self/mountinfo", mounts);
    return { all: hierarchies(), own: ownHierarchies() };
  }, MOUNTS);
  expect(seen).toEqual({
    all: ["/srv/two", "/srv/one", "/srv/other", "/srv/deep"],
    own: ["/srv/one", "/srv/deep"],
  });
});

const TWO = `1 1 0:1 / /srv/a rw - cgroup2 cgroup2 rw
2 1 0:2 / /srv/b rw - cgroup cgroup rw,freezer
`;

test("a host has one in each hierarchy, by its holder's id and start, and they are removed with all that is in them", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { existsSync, mkdirSync, readdirSync } = await import("node:fs");
    const cgroups = await import("../../../lib/hosts/docker/cgroups.ts");
    const { cgroupName } = await import("../../../lib/hosts/docker/cgroup-name.ts");
    const { processStart } = await import("../../../lib/netlink/process/process-start.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "a/": "", "b/other/": "" });
    textAt("/proc/self/mountinfo", mounts);
    const name = cgroups.makeCgroups(process.pid);
    const isNamed = name === cgroupName(process.pid, processStart(process.pid));
    const made = [readdirSync("/srv/a").length, readdirSync("/srv/b").toSorted().length];
    mkdirSync(`/srv/a/${name}/docker/deep`, { recursive: true });
    cgroups.removeCgroups(name);
    cgroups.removeCgroups(name);
    return { isNamed, made, left: [...readdirSync("/srv/a"), ...readdirSync("/srv/b")], there: existsSync("/srv/a") };
  }, TWO);
  expect(seen).toEqual({ isNamed: true, made: [1, 2], left: ["other"], there: true });
});

test("where one can't be made, there is none, and the cause is the kernel's", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { readdirSync } = await import("node:fs");
    const { makeCgroups } = await import("../../../lib/hosts/docker/cgroups.ts");
    const { HostError } = await import("../../../lib/hosts/host-error.ts");
    const { makeReadOnly } = await import("../../../lib/netlink/mount.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "a/": "", "b/": "" });
    makeReadOnly(emptied("/srv/b"));
    textAt("/proc/self/mountinfo", mounts);
    try {
      makeCgroups(process.pid);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { message: error.message, cause: error.cause, tryThis: error.tryThis, left: readdirSync("/srv/a") };
    }
    return null;
  }, TWO);
  expect(seen).toEqual({
    message: "Cannot open a Docker host: its containers cannot have cgroups here",
    cause: expect.stringContaining("EROFS"),
    tryThis: "sudo mount -o remount,rw /sys/fs/cgroup; or outside of a container",
    left: [],
  });
});

test("what is frozen is thawed in the words of its version, to the last child; nothing else is written", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { readdirSync, readFileSync } = await import("node:fs");
    const { thawCgroups } = await import("../../../lib/hosts/docker/cgroups.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", {
      "a/host/cgroup.freeze": "1",
      "a/host/docker/deep/cgroup.freeze": "1",
      "a/host/empty/": "",
      "a/host2/cgroup.freeze": "1",
      "b/host/x/freezer.state": "FROZEN",
    });
    textAt("/proc/self/mountinfo", mounts);
    thawCgroups("host");
    thawCgroups("gone");
    const files = ["a/host", "a/host/docker/deep", "a/host2"].map((name) => `/srv/${name}/cgroup.freeze`);
    return {
      texts: [...files, "/srv/b/host/x/freezer.state"].map((file) => readFileSync(file, "utf8")),
      others: readdirSync("/srv/a/host/empty"),
    };
  }, TWO);
  expect(seen).toEqual({ texts: ["0", "0", "1", "THAWED"], others: [] });
});

test("swept are those that nobody holds; one that is in use, and who only looks like one, stay", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { mkdirSync, readdirSync } = await import("node:fs");
    const cgroups = await import("../../../lib/hosts/docker/cgroups.ts");
    const { cgroupName } = await import("../../../lib/hosts/docker/cgroup-name.ts");
    const { processStart } = await import("../../../lib/netlink/process/process-start.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    const start = processStart(process.pid);
    const held = cgroupName(process.pid, start);
    const named = (ending: string) => held.replace(`-${process.pid}-${start}`, ending);
    const others = ["-1-", "--1", "-4194305-1x", "-a-1", ""].map(named).concat(`x${named("-4194305-1")}`);
    const abandoned = ["-4194305-1", `-${process.pid}-1`, "-4194306-2/docker"].map(named);
    filesAt("/srv", Object.fromEntries([...others, ...abandoned, held].map((name) => [`a/${name}/`, ""])));
    filesAt("/srv/b", { [`${named("-4194305-1")}/`]: "", [`${named("-4194307-3")}/`]: "" });
    // Like a cgroup with a process in it, this is not to be removed
    emptied(`/srv/b/${named("-4194307-3")}`);
    textAt("/proc/self/mountinfo", mounts);
    const swept = cgroups.sweepCgroups();
    mkdirSync("/srv/a/last");
    const shown = (name: string) => name.replace(named(""), "NAME").replace(`-${process.pid}-`, "-PID-");
    return {
      swept: swept.map(shown).toSorted(),
      left: readdirSync("/srv/a").toSorted(),
      busy: readdirSync("/srv/b").map(shown),
      others: [...others, "last", held].toSorted(),
    };
  }, TWO);
  expect(seen.swept).toEqual(["NAME-4194305-1", "NAME-4194306-2", "NAME-PID-1"]);
  expect(seen.left).toEqual(seen.others);
  expect(seen.busy).toEqual(["NAME-4194307-3"]);
});

test("what keeps a cgroup from being removed is an error, unless somebody is in it, or it is to be read only", async () => {
  const code = await inNamespaces(async (mounts) => {
    const { removeCgroups } = await import("../../../lib/hosts/docker/cgroups.ts");
    const { makeReadOnly } = await import("../../../lib/netlink/mount.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "a/busy/": "", "a/full/file": "", "b/busy/": "" });
    emptied("/srv/a/busy");
    makeReadOnly(emptied("/srv/b"));
    textAt("/proc/self/mountinfo", mounts);
    removeCgroups("busy");
    try {
      removeCgroups("full");
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    }
    return "none";
  }, TWO);
  expect(code).toBe("ENOTEMPTY");
});

test("of version 1, a new one gets the processors and the memory of that above", async () => {
  const seen = await inNamespaces(async () => {
    const { readFileSync } = await import("node:fs");
    const { takeOverCpuset } = await import("../../../lib/hosts/docker/cgroups.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    const files = (cpus: string, mems: string) => ({ "cpuset.cpus": cpus, "cpuset.mems": mems });
    filesAt("/srv", files("0-3", "0"));
    filesAt("/srv/one", { ...files("", ""), "cgroup.clone_children": "0" });
    filesAt("/srv/two", files("", ""));
    filesAt("/srv/none", { "cgroup.clone_children": "0" });
    for (const name of ["one", "two", "none"]) takeOverCpuset("/srv", `/srv/${name}`);
    const read = (name: string) => ["cpus", "mems"].map((kind) => readFileSync(`/srv/${name}/cpuset.${kind}`, "utf8"));
    return [read("one"), read("two")];
  });
  expect(seen).toEqual([
    ["0-3", "0"],
    ["", ""],
  ]);
});
