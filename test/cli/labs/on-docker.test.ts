/**
 * Labs with a Docker Engine of their own.
 */
import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { cgroupName } from "../../../lib/hosts/docker/cgroup-name.ts";
import { hierarchies } from "../../../lib/hosts/docker/cgroups.ts";
import { identify } from "../../../lib/netlink/process/process-identity.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { failingRecipe, webRecipe } from "../../support/machine/lab-recipes.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { naming } from "../../support/naming.ts";

const WEB_RECIPE = webRecipe();
const FAILING_RECIPE = failingRecipe();
const ROOT = { name: "root", prefix: [] } as const;

function holderOf(machine: LabMachine, lab: string): { readonly pid: number; readonly start: string } {
  return JSON.parse(readFileSync(machine.record(lab), "utf8")).host.holder;
}

function cgroupsOf({ pid, start }: { readonly pid: number; readonly start: string }): readonly string[] {
  return hierarchies()
    .map((folder) => join(folder, cgroupName(pid, start)))
    .filter((folder) => existsSync(folder));
}

describeOnDocker("a lab on docker", () => {
  test("comes up, is used and shown, and goes down with its cgroups; the machine is as it was", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    await machine.printed("up", WEB_RECIPE, "--on", "docker", "--name", "lab");
    const holder = holderOf(machine, "lab");
    expect(cgroupsOf(holder)).not.toBeEmpty();
    expect(await machine.labs()).toMatchObject([{ name: "lab", on: "docker", state: "up" }]);
    expect(await machine.printed("exec", "lab", "docker", "version", "--format", "{{.Server.Version}}")).toMatch(
      /^\d+\./,
    );
    // Docker's client is gone, and the container of its terminal is not
    for (const name of ["web", "server", "63f36fc01b5f"])
      expect(await machine.printed("exec", `lab:${name}`, "echo", "here")).toBe("here\n");
    expect(await machine.reading("exit 4\n", "shell", "lab:63f36fc01b5f")).toMatchObject({ status: 4 });
    expect(await machine.printed("show", "lab")).toMatch(/^ {2}[\da-f]{12} {2}web, server +eth0 172\.17\.0\.2\/16$/m);
    expect((await machine.wirework("exec", "lab:nosuch", "true")).status).toBe(2);
    expect(takeSnapshot()).toEqual(before);

    expect(await machine.down("lab")).toEqual([{ name: "lab", was: "up" }]);
    expect(cgroupsOf(holder)).toEqual([]);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("is not swept away by another run, and stands beside another lab", async () => {
    await using machine = await LabMachine.open(ROOT);
    await machine.printed("up", WEB_RECIPE, "--on", "docker", "--name", "one");
    const cgroups = cgroupsOf(holderOf(machine, "one"));
    await machine.printed("up", WEB_RECIPE, "--on", "docker", "--name", "two");
    expect(await machine.collectGarbage()).toEqual([]);
    expect(cgroupsOf(holderOf(machine, "one"))).toEqual(cgroups);
    expect(await machine.printed("exec", "one:web", "echo", "here")).toBe("here\n");
    expect(await machine.down("--all")).toEqual([
      { name: "one", was: "up" },
      { name: "two", was: "up" },
    ]);
  });

  test("whose run fails leaves nothing", async () => {
    await using machine = await LabMachine.open(ROOT);
    const before = takeSnapshot();
    expect((await machine.wirework("up", FAILING_RECIPE, "--on", "docker")).status).toBe(1);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("whose holder was killed is gone, and its cgroups go with its record", async () => {
    await using machine = await LabMachine.open(ROOT);
    await machine.printed("up", WEB_RECIPE, "--on", "docker", "--name", "lab");
    const holder = holderOf(machine, "lab");
    process.kill(holder.pid, "SIGKILL");
    while (existsSync(`/proc/${holder.pid}`)) await Bun.sleep(5);
    expect(identify(holder.pid).start).toBeNull();
    expect(await machine.labs()).toMatchObject([{ state: "gone" }]);
    expect(await machine.collectGarbage()).toEqual([{ name: "lab", why: expect.any(String) }]);
    expect(cgroupsOf(holder)).toEqual([]);
    expect(machine.left()).toEqual([]);
  });

  test("with a container that was started again needs repair", async () => {
    await using machine = await LabMachine.open(ROOT);
    await machine.printed("up", WEB_RECIPE, "--on", "docker", "--name", "lab");
    await machine.printed("exec", "lab", "docker", "restart", "--time", "0", "web");
    expect(await machine.labs()).toMatchObject([{ state: "needs repair", why: naming("web") }]);
    await machine.printed("down", "lab");
  });
});
