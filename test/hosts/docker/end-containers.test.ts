/** The processes of a host's containers end at once, and no others. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const MOUNTS = `1 1 0:1 /wirework-5-7-8 /srv/own rw - cgroup2 cgroup2 rw
2 1 0:2 /wirework-5-7-8 /srv/gone rw - cgroup cgroup rw,freezer
3 1 0:3 / /srv/machine rw - cgroup cgroup rw,cpuset
`;

test("every process of its own cgroups is killed, to the last child's; the machine's, and what has ended, are left alone", async () => {
  const signals = await inNamespaces(async (mounts) => {
    const { endContainers } = await import("../../../lib/hosts/docker/end-containers.ts");
    const { emptied, filesAt, textAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    const sleeping = Array.from({ length: 4 }, () => Bun.spawn(["sleep", "1000"]));
    const [one, two, three, other] = sleeping.map(({ pid }) => pid);
    const ended = Bun.spawnSync(["true"]).pid;
    filesAt("/srv", {
      "own/cgroup.procs": `0\n${ended}\n${one}\n`,
      "own/docker/cgroup.procs": "",
      "own/docker/deep/cgroup.procs": `${two}\n${three}\n`,
      "machine/cgroup.procs": `${other}\n`,
    });
    textAt("/proc/self/mountinfo", mounts);
    endContainers();
    await Promise.all(sleeping.slice(0, 3).map(({ exited }) => exited));
    const seen = sleeping.map(({ signalCode }) => signalCode);
    sleeping[3]?.kill("SIGTERM");
    return seen;
  }, MOUNTS);
  expect(signals).toEqual(["SIGKILL", "SIGKILL", "SIGKILL", null]);
});
