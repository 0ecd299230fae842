/**
 * Machines with cgroups of version 2 alone, as today's are, and of version 1.
 */
import { expect, test } from "bun:test";

import { describeOnDocker } from "../../support/on-docker.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { wirework } from "../../support/wirework.ts";

/** A mount namespace where `/sys/fs/cgroup` is the hierarchy of version 2, whatever the machine has there */
const VERSION_2 = [
  "unshare",
  "--mount",
  "sh",
  "-ec",
  '[ "$(stat -f -c %T /sys/fs/cgroup)" = cgroup2fs ] || { umount -R /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; }; "$@"; ls /sys/fs/cgroup >&2',
  "sh",
] as const;

const RECIPE = recipeFile(
  `await $\`service docker stop\`;
   await $\`service docker start\`;
   await $\`docker run base true\`;
   await $\`cat /proc/self/mountinfo\`;`,
  ["service", "docker", "cat"],
);

describeOnDocker("with cgroups of version 2 alone", () => {
  test("Docker stops and starts again, containers run, and none of their cgroups stays", async () => {
    const { status, stdout, stderr } = await wirework({ name: "root", prefix: VERSION_2 }, [
      "run",
      RECIPE,
      "--on",
      "docker",
    ]);
    expect({ status, errors: stderr.match(/^wirework: .*/gm) }).toEqual({ status: 0, errors: null });
    const [, cgroup = ""] = /\/(wirework-\d+-\d+) \/sys\/fs\/cgroup .* cgroup2 /.exec(stdout) ?? [];
    expect(cgroup).not.toBe("");
    const left = stderr.split("\n");
    expect(left).toContain("cgroup.procs");
    expect(left).not.toContain(cgroup);
  });
});
