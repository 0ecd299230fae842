/**
 * A lab's life: it comes up, is used, and goes down.
 */
import { describe, expect, test } from "bun:test";
import { statSync } from "node:fs";
import { dirname } from "node:path";

import { identify } from "../../../lib/netlink/process/process-identity.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { failingRecipe, webRecipe } from "../../support/machine/lab-recipes.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { everyUser } from "../../support/machine/users.ts";
import { naming } from "../../support/naming.ts";

const FAILING_RECIPE = failingRecipe();
const WEB_RECIPE = webRecipe();

describe.each(everyUser)("as $name", (user) => {
  test("a run that goes well becomes a lab, which is used, shown and taken down; the machine is as it was", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const up = await machine.printed("up", WEB_RECIPE);
    expect(up).toEndWith(
      [
        "web-lab: done, with no checks",
        "the lab web-lab is up until you remove it:",
        "  wirework ps",
        "  wirework exec web-lab ip link",
        "  wirework shell web-lab",
        "  wirework down web-lab\n",
      ].join("\n"),
    );
    expect(await machine.printed("ps")).toMatch(
      /^NAME +RECIPE +ON +SINCE +STATE\nweb-lab +web-lab +sandbox +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +up\n$/,
    );
    expect(await machine.printed("exec", "web-lab", "ip", "-brief", "addr", "show", "A")).toMatch(
      /^A@B +\S+ +10\.7\.0\.1\/24/,
    );
    expect(await machine.printed("exec", "web-lab", "--", "docker", "ps", "-q")).toMatch(/^(?:[\da-f]{12}\n){2}$/);
    const shown = await machine.printed("show", "web-lab");
    expect(shown).toMatch(/^.*\bweb-lab\b.*\bweb-lab\b.*\bsandbox\b.*: up\n/);
    expect(shown).toMatch(/^ {2}[\da-f]{12} {2}web, server +eth0 172\.17\.0\.2\/16$/m);
    expect(shown).toMatch(/^ {2}A +veth +\S+ +10\.7\.0\.1\/24$/m);
    expect(shown).toMatch(/^ {2}docker0 {2}65,534 usable addresses {2}veth\w+$/m);
    expect(takeSnapshot()).toEqual(before);

    expect(await machine.down("web-lab")).toEqual([{ name: "web-lab", was: "up" }]);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(await machine.labs()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("the terminal's container lives on after the command, and so does Docker", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE);
    expect(await machine.printed("exec", "web-lab:63f36fc01b5f", "echo", "here")).toBe("here\n");
    expect(await machine.printed("exec", "web-lab", "docker", "run", "--rm", "base", "echo", "one more")).toBe(
      "one more\n",
    );
    await machine.printed("down", "web-lab");
  });

  test("what is kept of it is its owner's only, on disk as schema 1", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--near", "10.8.0.1");
    const file = machine.record("web-lab");
    const folders = [dirname(file), dirname(dirname(file)), dirname(dirname(dirname(file)))];
    const modes = [file, ...folders].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o600, 0o700, 0o700, 0o700]);
    const record = JSON.parse(await Bun.file(file).text());
    expect(record).toMatchObject({
      schema: 1,
      name: "web-lab",
      recipe: { name: "web-lab", file: WEB_RECIPE, typed: { near: "10.8.0.1" }, archives: [] },
      host: { kind: "sandbox" },
    });
    const { containers, host } = record;
    expect(containers).toHaveLength(2);
    for (const { process } of containers) expect({ pid: process.pid, ...identify(process.pid) }).toEqual(process);
    expect(identify(host.holder.pid).start).toBe(host.holder.start);
    await machine.printed("down", "web-lab");
    expect(identify(host.holder.pid).start).toBeNull();
  });

  test("a run that fails makes no lab: all is undone", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const { status, stderr } = await machine.wirework("up", FAILING_RECIPE);
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining("`false` failed") });
    expect(await machine.labs()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(machine.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("a name that is up is refused with 2, and --replace replaces it", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE);
    const old = JSON.parse(await Bun.file(machine.record("web-lab")).text());
    const { status, stdout } = await machine.wirework("up", WEB_RECIPE, "--json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout).error).toEqual({
      kind: "usage",
      message: naming('"web-lab"', "web-lab"),
      cause: null,
      try: naming("--replace", "--name web-lab-2"),
    });
    // Whoever would get no new one keeps the old one
    expect((await machine.wirework("up", WEB_RECIPE, "--replace", "--near", "10.8.0.256")).status).toBe(2);
    expect(identify(old.host.holder.pid).start).toBe(old.host.holder.start);

    await machine.printed("up", WEB_RECIPE, "--replace", "--near", "10.8.0.1");
    expect(identify(old.host.holder.pid).start).toBeNull();
    expect(await machine.printed("exec", "web-lab", "ip", "-brief", "addr", "show", "A")).toContain("10.8.0.1/24");
    await machine.printed("down", "web-lab");
  });

  test("two labs with the same recipe, names and subnets stand side by side", async () => {
    await using machine = await LabMachine.open(user);
    await Promise.all(["one", "two"].map((name) => machine.printed("up", WEB_RECIPE, "--name", name)));
    expect((await machine.labs()).map(({ name, state }) => [name, state])).toEqual([
      ["one", "up"],
      ["two", "up"],
    ]);
    await machine.printed("exec", "one", "ip", "link", "del", "A");
    expect((await machine.wirework("exec", "one", "ip", "link", "show", "A")).status).toBe(1);
    expect((await machine.wirework("exec", "two", "ip", "link", "show", "A")).status).toBe(0);
    expect(await machine.down("one")).toEqual([{ name: "one", was: "up" }]);
    expect(await machine.printed("exec", "two:web", "echo", "still here")).toBe("still here\n");
    await machine.printed("down", "two");
  });

  test("a lab of a recipe that comes with wirework is shown below the recipe", async () => {
    await using machine = await LabMachine.open(user);
    expect(JSON.parse(await machine.printed("show", "point-to-point", "--json"))).toMatchObject({ lab: null });
    const up = JSON.parse(await machine.printed("up", "point-to-point", "--json"));
    expect(up).toMatchObject({ schema: 1, recipe: "point-to-point", ok: true, lab: "point-to-point" });
    expect(await machine.printed("show", "point-to-point")).toMatch(
      /^point-to-point: [^]*\n\nThe lab point-to-point, of point-to-point on sandbox, since \S+: up\n/,
    );
    expect(JSON.parse(await machine.printed("show", "point-to-point", "--json"))).toMatchObject({
      schema: 1,
      name: "point-to-point",
      lab: { name: "point-to-point", state: "up", holds: { containers: [{}, {}], netns: [{}, {}] } },
    });
    expect(JSON.parse(await machine.printed("down", "point-to-point", "--json"))).toEqual({
      schema: 1,
      labs: [{ name: "point-to-point", was: "up" }],
    });
  });
});
