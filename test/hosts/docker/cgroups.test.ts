/**
 * Machines with cgroups of version 2 alone, as today's are, and of version 1.
 */
import { expect, test } from "bun:test";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { hierarchies } from "../../../lib/hosts/docker/cgroups.ts";
import { BUN_COMMAND } from "../../../lib/hosts/bun-command.ts";
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

describeOnDocker("cgroups that dead hosts have left", () => {
  test("are swept by several at once, none of which stumbles over another", async () => {
    const [hierarchy = ""] = hierarchies();
    // Of a process that never was: the kernel counts ids up to 4194304, proc(5)
    const left = Array.from({ length: 60 }, (_, at) => join(hierarchy, `wirework-9999999-${at}`));
    for (const cgroup of left) mkdirSync(join(cgroup, "docker"), { recursive: true });
    const module = join(import.meta.dir, "../../../lib/hosts/docker/cgroups.ts");
    const sweeping = Array.from({ length: 6 }, () =>
      Bun.spawn([...BUN_COMMAND, "--eval", `(await import(${JSON.stringify(module)})).sweepCgroups()`], {
        stdio: ["ignore", "ignore", "pipe"],
      }),
    );
    const ended = await Promise.all(sweeping.map(async ({ stderr, exited }) => [await exited, await stderr.text()]));
    expect(ended).toEqual(sweeping.map(() => [0, ""]));
    expect(left.filter((cgroup) => existsSync(cgroup))).toEqual([]);
  });
});
