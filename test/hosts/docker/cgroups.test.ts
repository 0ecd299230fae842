/**
 * Cgroups that a host has left are removed, and those of one that runs are not.
 */
import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, readlinkSync, rmdirSync } from "node:fs";
import { join } from "node:path";

import { cgroupName } from "../../../lib/hosts/docker/cgroup-name.ts";
import { hierarchies, sweepCgroups } from "../../../lib/hosts/docker/cgroups.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";

/** PROC_PID_INIT_INO of include/linux/proc_ns.h */
const MACHINE = "4026531836";

const namespaceOf = (file: string) => readlinkSync(`/proc/${file}`).replaceAll(/\D/g, "");

describeOnDocker("cgroups", () => {
  const start = processStart(process.pid);
  const ours = cgroupName(process.pid, start);
  const recycled = cgroupName(process.pid, `${Number(start) - 1}`);
  const folders = (name: string) => hierarchies().map((hierarchy) => join(hierarchy, name));
  afterAll(() => {
    for (const folder of [...folders(ours), ...folders(recycled)]) if (existsSync(folder)) rmdirSync(folder);
  });

  test("the holder is told by its start as well: its id may be somebody else's by now", () => {
    for (const folder of [...folders(ours), ...folders(recycled)]) mkdirSync(folder);
    sweepCgroups();
    expect(folders(recycled).filter((folder) => existsSync(folder))).toEqual([]);
    expect(folders(ours).filter((folder) => !existsSync(folder))).toEqual([]);
  });

  test("in another process namespace the same id is another's, as long as that has processes", async () => {
    const other = Bun.spawn(["unshare", "--pid", "--fork", "--kill-child", "sh", "-c", "echo; exec cat"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { done } = await other.stdout.getReader().read();
    expect(done).toBe(false);
    const inThat = recycled.replace(/\d+/, namespaceOf(`${other.pid}/ns/pid_for_children`));
    const inNone = recycled.replace(/\d+/, "1");
    for (const folder of [...folders(inThat), ...folders(inNone)]) mkdirSync(folder);
    try {
      sweepCgroups();
      expect(folders(inThat).filter((folder) => !existsSync(folder))).toEqual([]);
      // Only who sees all processes can tell that there are none
      const seesAll = namespaceOf("self/ns/pid") === MACHINE;
      expect(folders(inNone).some((folder) => existsSync(folder))).toBe(!seesAll);
    } finally {
      for (const folder of [...folders(inThat), ...folders(inNone)]) if (existsSync(folder)) rmdirSync(folder);
      other.kill("SIGKILL");
      await other.exited;
    }
  });
});
