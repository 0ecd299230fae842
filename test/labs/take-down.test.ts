/** A throw-away host ends with its holder, and a Docker host's cgroups with it, however it was paused. */
import { afterEach, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { hierarchies, makeCgroups, thawCgroups } from "../../lib/hosts/docker/cgroups.ts";
import type { HolderIdentity } from "../../lib/hosts/holder-identity.ts";
import { takeDown } from "../../lib/labs/take-down.ts";
import { processStart } from "../../lib/netlink/process/process-start.ts";
import { holding } from "../support/machine/holders.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";

const hold = holding();

describe.each(["sandbox", "docker"] as const)("a host of the kind %s", (kind) => {
  test("has ended when this returns; once more does nothing", async () => {
    const holder = await hold(null);
    await takeDown({ kind, holder });
    expect(processStart(holder.pid)).toBeNull();
    await takeDown({ kind, holder });
  });

  test("is left alone where somebody else has its holder's id by now", async () => {
    const holder = await hold(null);
    await takeDown({ kind, holder: { ...holder, start: "1" } });
    expect(processStart(holder.pid)).toBe(holder.start);
  });
});

describeOnDocker("cgroups", () => {
  let folders: readonly string[] = [];
  afterEach(() => {
    // Or what is frozen would outlive the test
    for (const folder of folders) thawCgroups(basename(folder));
    for (const folder of folders) if (existsSync(folder)) rmdirSync(folder);
  });

  /** The cgroups that the host of a holder has */
  function cgroupsOf({ pid }: HolderIdentity): readonly string[] {
    const name = makeCgroups(pid);
    folders = hierarchies().map((hierarchy) => join(hierarchy, name));
    return folders;
  }

  test("of a Docker host are removed with it, also while all in them is paused", async () => {
    const holder = await hold(null);
    const cgroups = cgroupsOf(holder);
    for (const folder of cgroups) {
      const container = join(folder, "container");
      mkdirSync(container);
      // Which of the files is there tells the cgroups' version, cgroups(7)
      const freezers = { "freezer.state": "FROZEN", "cgroup.freeze": "1" };
      const [file] = Object.entries(freezers).filter(([name]) => existsSync(join(container, name)));
      if (file === undefined) continue;
      writeFileSync(join(container, "cgroup.procs"), `${holder.pid}`);
      writeFileSync(join(container, file[0]), file[1]);
    }
    await takeDown({ kind: "docker", holder });
    expect(processStart(holder.pid)).toBeNull();
    expect(cgroups.filter((folder) => existsSync(folder))).toEqual([]);
  });

  test("are not looked for with a sandbox, which has none", async () => {
    const holder = await hold(null);
    const cgroups = cgroupsOf(holder);
    await takeDown({ kind: "sandbox", holder });
    expect(processStart(holder.pid)).toBeNull();
    expect(cgroups.filter((folder) => !existsSync(folder))).toEqual([]);
  });
});
