/** A Docker host's namespaces and cgroups, which are folders of a tmpfs: what there is while it is open, and after that. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const MOUNTS = `1 1 0:1 / /srv/a rw - cgroup2 cgroup2 rw
2 1 0:2 / /srv/b rw - cgroup cgroup rw,freezer
`;

test("it has cgroups of its holder's name until it is closed, and what a crash has left is swept before", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { existsSync, mkdirSync, readdirSync } = await import("node:fs");
    const { openDockerHost } = await import("../../../lib/hosts/docker/open.ts");
    const { cgroupName } = await import("../../../lib/hosts/docker/cgroup-name.ts");
    const { isHolding } = await import("../../../lib/hosts/holder-identity.ts");
    const { holdersInSight } = await import("../../../lib/hosts/holders-in-sight.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { [`a/${cgroupName(4_194_305, "1")}/`]: "", "a/other/": "", "b/": "" });
    textAt("/proc/self/mountinfo", mounts);
    const host = await openDockerHost("known by this");
    const { holder, cgroup } = host;
    const open = {
      cgroup: cgroup === cgroupName(holder.pid, holder.start),
      folders: [readdirSync("/srv/a").toSorted(), readdirSync("/srv/b")],
      user: Bun.spawnSync(host.enter(["id", "-u"])).stdout.toString(),
      seen: holdersInSight().map(({ label, kind }) => `${label}: ${kind}`),
      holding: isHolding(holder),
    };
    mkdirSync(`/srv/a/${cgroup}/docker`);
    await host.close();
    await host[Symbol.asyncDispose]();
    const left = [readdirSync("/srv/a"), readdirSync("/srv/b")];
    const folders = open.folders.map((names) => names.map((name) => name.replace(cgroup, "ITS")));
    return { ...open, folders, left, there: existsSync(`/proc/${holder.pid}`) };
  }, MOUNTS);
  expect(seen).toEqual({
    cgroup: true,
    folders: [["other", "ITS"], ["ITS"]],
    user: "0\n",
    seen: ["known by this: docker"],
    holding: true,
    left: [["other"], []],
    there: false,
  });
});

test("one that is left open keeps its cgroups, frozen or not, whoever closes it", async () => {
  const seen = await inNamespaces(async (mounts) => {
    const { existsSync, readFileSync } = await import("node:fs");
    const { openDockerHost } = await import("../../../lib/hosts/docker/open.ts");
    const { isHolding } = await import("../../../lib/hosts/holder-identity.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "a/": "", "b/": "" });
    textAt("/proc/self/mountinfo", mounts);
    const host = await openDockerHost(null);
    filesAt(`/srv/a/${host.cgroup}`, { "cgroup.freeze": "1" });
    const pid = await host.leaveOpen();
    await host.close();
    const open = { pid: pid === host.holder.pid, holding: isHolding(host.holder) };
    process.kill(pid, "SIGKILL");
    const left = ["a", "b"].map((name) => existsSync(`/srv/${name}/${host.cgroup}`));
    return { ...open, left, text: readFileSync(`/srv/a/${host.cgroup}/cgroup.freeze`, "utf8") };
  }, MOUNTS);
  expect(seen).toEqual({ pid: true, holding: true, left: [true, true], text: "1" });
});

/** The error of one that can't be opened, where cgroups can't be made, or namespaces; and how many holders are left */
function refused(what: "cgroups" | "namespaces", mounts: string) {
  return inNamespaces(
    async (what, mounts) => {
      const { writeFileSync } = await import("node:fs");
      const { openDockerHost } = await import("../../../lib/hosts/docker/open.ts");
      const { HostError } = await import("../../../lib/hosts/host-error.ts");
      const { holdersInSight } = await import("../../../lib/hosts/holders-in-sight.ts");
      const { makeReadOnly } = await import("../../../lib/netlink/mount.ts");
      const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
      emptied("/srv");
      filesAt("/srv", { "a/": "" });
      textAt("/proc/self/mountinfo", mounts);
      if (what === "cgroups") makeReadOnly("/srv");
      else writeFileSync("/proc/sys/user/max_net_namespaces", "0");
      try {
        await using _ = await openDockerHost("known by this");
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return { cause: error.cause, tryThis: error.tryThis, left: holdersInSight().length };
      }
      return null;
    },
    what,
    mounts,
  );
}

test("where a cgroup can't be made, no holder is left", async () => {
  const [first = ""] = MOUNTS.split("\n");
  const seen = await refused("cgroups", first);
  expect(seen).toEqual({ cause: expect.stringContaining("EROFS"), tryThis: expect.any(String), left: 0 });
});

test("where the kernel makes no namespaces, the cause is what unshare said", async () => {
  expect(await refused("namespaces", "")).toEqual({
    cause: "unshare: unshare failed: No space left on device",
    tryThis: "the same outside a container, or on the sandbox: --on sandbox",
    left: 0,
  });
});
