/**
 * `wirework shell` on a fresh Docker host.
 */
import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { cgroupName } from "../../../lib/hosts/docker/cgroup-name.ts";
import { hierarchies } from "../../../lib/hosts/docker/cgroups.ts";
import { identify } from "../../../lib/netlink/process/process-identity.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { type User, allUsers } from "../../support/machine/users.ts";
import { expectNothingLeft, holderOf, openShell } from "../../support/terminal/fresh-shell.ts";

const ROOT: User = { name: "root", prefix: [] };

describeOnDocker("on docker", () => {
  test("it has a Docker Engine of its own, which ends with it", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    expect(await machine.labs()).toMatchObject([{ name: "shell", recipe: null, on: "docker", state: "up" }]);
    expect(await machine.printed("exec", "shell", "docker", "version", "--format", "{{.Server.Version}}")).toMatch(
      /^\d/,
    );
    terminal.type("exit 4\r");
    expect(await terminal.exited).toBe(4);
    await expectNothingLeft(machine, holder, before);
  });

  test("kill -9 leaves nothing of it, of its cgroups neither", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    const cgroup = cgroupName(holder, identify(holder).start);
    process.kill(terminal.pid, "SIGKILL");
    while (machine.left().length > 0 || machine.mark.processes().length > 0) await Bun.sleep(5);
    expect(hierarchies().filter((hierarchy) => existsSync(join(hierarchy, cgroup)))).toEqual([]);
    await expectNothingLeft(machine, holder, before);
  });

  test("SIGTERM ends it with all that runs in it", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    using terminal = await openShell(machine, "--on", "docker");
    const holder = holderOf(machine, "shell");
    terminal.type("docker run --rm -i -t base /bin/bash\r");
    await terminal.until("root@");
    process.kill(terminal.pid, "SIGTERM");
    expect(await terminal.exited).toBe(143);
    await expectNothingLeft(machine, holder, before);
  });

  test("who is not root is told what to type", async () => {
    const nobody = allUsers.find(({ name }) => name === "nobody");
    if (nobody === undefined) throw new Error("Cannot be somebody else: these tests are root's");
    await using machine = await LabMachine.open(nobody);
    const { status, stderr } = await machine.wirework("shell", "--on", "docker");
    expect(status).toBe(2);
    expect(stderr).toMatch(/try: sudo \S+\/scripts\/wirework shell --on docker\n$/);
  });
});
