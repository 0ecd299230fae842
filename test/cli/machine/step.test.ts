/**
 * `--on host --step`: this machine's own network, line by line.
 */
import { expect, test } from "bun:test";

import { MachineTerminal } from "../../support/machine/machine-terminal.ts";
import { describeOnMachine } from "../../support/machine/on-machine.ts";
import { MACHINE_AS_BEFORE } from "../../support/messages.ts";

const QUESTION = "Enter runs it, ? shows the keys";
const CABLE = "sudo ip link add A type veth peer name B";

/** Waits until the next question stands at the end; the page before was that long */
async function asked(run: MachineTerminal, length: number): Promise<void> {
  while (run.shown.length <= length || !run.shown.endsWith(QUESTION)) {
    if (run.hasEnded) throw new Error(`It ended without a question: ${run.shown}`);
    await Bun.sleep(5);
  }
}

describeOnMachine("on this machine", (machine) => {
  /** Up to the line after the cable, which is there by then */
  async function begun(): Promise<MachineTerminal> {
    const run = new MachineTerminal(machine(), ["run", "net-none-manual", "--on", "host", "--step"]);
    await run.until("[y/N]");
    run.type("y\n");
    for (let length = 0; ;) {
      await asked(run, length);
      length = run.shown.length;
      if (run.shown.includes("$ sudo brctl addif docker0 A")) return run;
      run.type("\r");
    }
  }

  test("after the yes each line waits, a cable is undone and made again, a shell is on this machine, and at the end all is as it was", async () => {
    const run = await begun();
    expect(run.shown).toContain("    + [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN");
    run.type("b");
    await run.until(`    undone: ${CABLE}`);
    await run.until(QUESTION);
    run.type("s");
    await run.until("net-none-manual:/# ");
    run.type("ip -brief link show others0; exit\r");
    await run.until("\nothers0 ");
    await asked(run, 0);
    run.type("r");
    expect(await run.exited).toBe(0);
    expect(run.shown).toMatch(/\d+ checks passed, for the article's statements/);
    expect(run.shown.trimEnd()).toEndWith(MACHINE_AS_BEFORE);
  });

  test.each([
    ["q", 0],
    ["\u0003", 130],
  ])("%j ends it, and all is undone", async (key, status) => {
    const run = await begun();
    run.type(key);
    expect(await run.exited).toBe(status);
    expect(await machine().shell("ip -brief link")).not.toContain("A@B");
  });
});
