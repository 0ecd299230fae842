/**
 * `--on host` asks first, and says what it would do.
 */
import { expect, test } from "bun:test";

import { MachineTerminal } from "../../support/machine/machine-terminal.ts";
import { describeOnMachine } from "../../support/machine/on-machine.ts";
import { MACHINE_AS_BEFORE } from "../../support/messages.ts";

describeOnMachine("on this machine, before anything is done", (machine) => {
  test.each([
    ["n\n", 2],
    ["\n", 2],
    ["no way\n", 2],
    ["\u0003", 130],
    ["\u0004", 2],
  ])("each change is told, and %j leaves the machine as it is", async (keys, status) => {
    const run = new MachineTerminal(machine(), ["run", "point-to-point", "--on", "host"]);
    await run.until("[y/N]");
    run.type(keys);
    expect(await run.exited).toBe(status);
    const told = run.shown;
    expect(told).toStartWith("point-to-point changes this machine:\n");
    expect(told).toContain(
      "\n  sudo ip link add A type veth peer name B\n      makes the veth pair A and B\n" +
        "  sudo ip link set A netns $pid1\n      moves A to the network namespace of $pid1\n",
    );
    expect(told).toContain(
      "\nEverything is undone at the end, whatever happens.\nRun point-to-point on this machine? [y/N]",
    );
    expect(told).not.toContain("$ sudo");
  });

  test("with a yes, it runs", async () => {
    const run = new MachineTerminal(machine(), ["run", "point-to-point", "--on", "host"]);
    await run.until("[y/N]");
    run.type("y\n");
    expect(await run.exited).toBe(0);
    expect(run.shown).toContain(MACHINE_AS_BEFORE);
  });

  test("whose containers would stop is told too, where that is allowed", async () => {
    await machine().shell("docker run -d --name theirs base sleep 1000");
    const run = new MachineTerminal(machine(), ["run", "custom-bridge", "--on", "host", "--interrupt"]);
    await run.until("[y/N]");
    run.type("n\n");
    expect(await run.exited).toBe(2);
    expect(run.shown).toContain("\nDocker stops, and with it these containers: theirs.\n");
    expect(await machine().shell("docker ps --format '{{.Names}}'")).toBe("theirs\n");
    await machine().shell("docker rm -f theirs");
  });
});
