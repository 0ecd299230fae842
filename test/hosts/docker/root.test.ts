/** What the root of a Docker host has beside a sandbox's: places for the engine's state, and its own cgroups. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Furnishes `/srv/root` with the cgroups of `own`, which are below the hierarchies of a machine; shows files there */
function furnished(
  mounts: string,
  shown: readonly string[],
  settings: "Docker's settings" | "none" = "Docker's settings",
): Promise<readonly string[]> {
  return inNamespaces(
    async (mounts, shown, settings) => {
      const { statSync, writeFileSync } = await import("node:fs");
      const { dirname } = await import("node:path");
      const { dockerRoot } = await import("../../../lib/hosts/docker/root.ts");
      const { makeReadOnly } = await import("../../../lib/netlink/mount.ts");
      const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
      for (const folder of ["/srv", "/sys/fs/cgroup"]) emptied(folder);
      filesAt("/", { "srv/a/": "", "srv/b/own/of-b": "", "srv/c/other/": "", "sys/fs/cgroup/own/of-unified": "" });
      filesAt("/srv/root", { "etc/other": "", "sys/fs/cgroup/": "", "sys/fs/x": "" });
      if (settings !== "none") filesAt("/srv/root", { "etc/docker/daemon.json": "{}" });
      emptied("/srv/a");
      filesAt("/srv/a", { "own/of-a": "" });
      makeReadOnly("/srv/a");
      textAt("/proc/self/mountinfo", mounts);
      dockerRoot("own")("/srv/root");
      return shown.map((name) => {
        const path = `/srv/root/${name}`;
        const found = statSync(path, { throwIfNoEntry: false });
        const isMount = found !== undefined && found.dev !== statSync(dirname(path)).dev;
        if (name.endsWith("/new")) {
          writeFileSync(path, "");
          return `${name} written`;
        }
        if (found === undefined) return `${name} none`;
        return `${name} ${(found.mode & 0o777).toString(8)}${isMount ? " mounted" : ""}`;
      });
    },
    mounts,
    shown,
    settings,
  );
}

const SEVERAL = `1 1 0:1 / /srv/a rw - cgroup cgroup rw,freezer
2 1 0:2 / /srv/b rw - cgroup2 cgroup2 rw
3 1 0:3 / /srv/c rw - cgroup cgroup rw,cpuset
`;

test("the engine's state has places of its own, and the machine's settings of Docker are not there", async () => {
  const shown = ["var/lib/docker", "var/lib/containerd", "etc/docker", "etc/other"];
  expect(await furnished(SEVERAL, shown)).toEqual([
    "var/lib/docker 711 mounted",
    "var/lib/containerd 711 mounted",
    "etc/docker none",
    "etc/other 644",
  ]);
});

test("a machine need not have settings of Docker", async () => {
  expect(await furnished(SEVERAL, ["etc/docker", "var/lib/docker"], "none")).toEqual([
    "etc/docker none",
    "var/lib/docker 711 mounted",
  ]);
});

test("of each hierarchy in which it has one its own cgroup is there, to be written to, and nothing else of the machine's", async () => {
  const shown = ["srv/a/of-a", "srv/b/of-b", "srv/c", "sys/fs/cgroup", "sys/fs/cgroup/own", "srv/a/new"];
  expect(await furnished(SEVERAL, shown)).toEqual([
    "srv/a/of-a 644",
    "srv/b/of-b 644",
    "srv/c none",
    "sys/fs/cgroup 755 mounted",
    "sys/fs/cgroup/own none",
    "srv/a/new written",
  ]);
});

test("where the machine has one hierarchy, that is its own cgroup", async () => {
  const unified = "1 1 0:1 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n";
  expect(await furnished(unified, ["sys/fs/cgroup/of-unified", "sys/fs/cgroup/own", "sys/fs/cgroup/new"])).toEqual([
    "sys/fs/cgroup/of-unified 644",
    "sys/fs/cgroup/own none",
    "sys/fs/cgroup/new written",
  ]);
});
