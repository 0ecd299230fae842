/**
 * `wirework up --step`: a lab that is made line by line.
 */
import { describe, expect, test } from "bun:test";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { webRecipe } from "../../support/machine/lab-recipes.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { SteppedRun } from "../../support/terminal/stepping.ts";
import { users } from "../../support/machine/users.ts";
import { gone } from "../../support/messages.ts";

const WEB = webRecipe();

describe.each(users)("as $name", (user) => {
  test("what was undone and made again is there in the lab, which a repair still knows", async () => {
    await using machine = await LabMachine.open(user);
    using run = new SteppedRun(machine.user, ["up", WEB, "--step"], machine);
    let shown = await run.asked();
    while (!shown.includes("$ sudo ip addr add")) shown = await run.press("\r");
    expect(await run.press("b")).toContain("    undone: sudo ip link add A type veth peer name B\n");
    const { status, shown: rest } = await run.last("r");
    expect(rest).toEndWith("  wirework down web-lab\n");
    expect(status).toBe(0);
    await machine.printed("exec", "web-lab", "--", "docker", "restart", "-t", "0", "web");
    expect(await machine.printed("up", WEB, "--repair")).toEndWith("the lab web-lab is wired again\n");
    expect(await machine.printed("exec", "web-lab", "ip", "-brief", "addr", "show", "A")).toContain("10.7.0.1/24");
    expect(await machine.down("web-lab")).toEqual([{ name: "web-lab", was: "up" }]);
    expect(machine.left()).toEqual([]);
  });

  test("q leaves no lab", async () => {
    const before = takeSnapshot();
    await using machine = await LabMachine.open(user);
    using run = new SteppedRun(machine.user, ["up", WEB, "--step"], machine);
    await run.asked();
    await run.press("\r");
    const { status, shown } = await run.last("q");
    expect(shown).toBe(gone("sandbox"));
    expect(status).toBe(0);
    expect(await machine.labs()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("behind a pipe every line is shown, and the lab is up", async () => {
    await using machine = await LabMachine.open(user);
    const shown = await machine.printed("up", WEB, "--step");
    expect(shown).toContain("    + [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN\n");
    expect(shown).toEndWith("  wirework down web-lab\n");
    await machine.printed("down", "web-lab");
  });
});
