/**
 * Cgroups that a host has left are removed, and those of one that runs are not.
 */
import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";

import { cgroupName, hierarchies, sweepCgroups } from "../../../lib/hosts/docker/cgroups.ts";
import { processStart } from "../../../lib/netlink/process-start.ts";
import { describeOnDocker } from "../../support/on-docker.ts";

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
});
