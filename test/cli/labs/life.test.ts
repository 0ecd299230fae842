/**
 * What a lab outlives, and what it does not.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";

import { textOfRecord } from "../../../lib/labs/lab-record.ts";
import { identify } from "../../../lib/netlink/process/process-identity.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { endlessRecipe, webRecipe } from "../../support/machine/lab-recipes.ts";
import { OnTerminal } from "../../support/terminal/on-terminal.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import { waitsFor } from "../../support/messages.ts";

const ENDLESS_RECIPE = endlessRecipe();
const WEB_RECIPE = webRecipe();

/** The Bun outside, which the launcher became */
function outerOf({ mark }: LabMachine): number {
  const outer = mark.processes().find(({ command }) => command.includes("main.ts up"));
  if (outer === undefined) throw new Error("Cannot find the outer process: it has not begun, or has ended");
  return outer.pid;
}

/** Waits until a run that never ends has come to its last step */
async function awaitLastStep({ stdout }: { readonly stdout: ReadableStream<Uint8Array> }): Promise<void> {
  const reader = stdout.getReader();
  for (let text = ""; !text.includes("# Wait");) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`It ended:\n${text}`);
    text += Buffer.from(value).toString();
  }
  reader.releaseLock();
}

function holderOf(machine: LabMachine, lab: string): number {
  return JSON.parse(readFileSync(machine.record(lab), "utf8")).host.holder.pid;
}

/** As the machine ends it that runs out of memory, and waits for that */
async function killHolder(machine: LabMachine, lab: string): Promise<void> {
  const pid = holderOf(machine, lab);
  process.kill(pid, "SIGKILL");
  while (identify(pid).start !== null) await Bun.sleep(5);
}

describe.each(everyUser)("as $name", (user) => {
  test("a lab outlives the terminal that it was made on", async () => {
    await using machine = await LabMachine.open(user);
    const argv = ["bash", "-c", '"$@"; exec sleep 600', "bash", ...machine.line("up", WEB_RECIPE, "--name", "lab")];
    using terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
    await terminal.until("wirework down lab");
    while (machine.mark.processes().some(({ command }) => command.includes("main.ts up"))) await Bun.sleep(5);
    // The session's leader and all in its group get SIGHUP
    terminal.close();
    await terminal.exited;
    expect(await machine.labs()).toMatchObject([{ name: "lab", state: "up" }]);
    expect(await machine.printed("exec", "lab:63f36fc01b5f", "echo", "here")).toBe("here\n");
    await machine.printed("down", "lab");
  });

  test("a lab outlives kill -9 of the whole group that made it, once it is up", async () => {
    await using machine = await LabMachine.open(user);
    const script = '"$@"; echo up; exec sleep 600';
    const group = Bun.spawn(["setsid", "bash", "-c", script, "bash", ...machine.line("up", WEB_RECIPE, "--quiet")], {
      env: { ...BARE, ...machine.environment },
      cwd: "/",
      stdio: ["ignore", "pipe", "inherit"],
    });
    await group.stdout.getReader().read();
    process.kill(-group.pid, "SIGKILL");
    await group.exited;
    expect(await machine.labs()).toMatchObject([{ name: "web-lab", state: "up" }]);
    expect(await machine.printed("exec", "web-lab:web", "echo", "here")).toBe("here\n");
    await machine.printed("down", "web-lab");
  });

  test("what a lab is told by its killed programs does not end it", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    // The holder's own sleep among them, of whose end it would say something
    await machine.wirework("exec", "lab", "pkill", "-9", "-x", "sleep");
    while ((await machine.wirework("exec", "lab", "pgrep", "-x", "sleep")).status !== 0) await Bun.sleep(5);
    expect((await machine.labs())[0]?.state).toBe("needs repair");
    await machine.printed("down", "lab");
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s while it comes up undoes all", async (signal, status) => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const up = machine.start("up", ENDLESS_RECIPE);
    await awaitLastStep(up);
    process.kill(outerOf(machine), signal);
    expect(await up.exited).toBe(status);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("kill -9 while it comes up leaves an empty folder, which the next gc removes", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const up = machine.start("up", ENDLESS_RECIPE, "--name", "lab");
    await awaitLastStep(up);
    process.kill(outerOf(machine), "SIGKILL");
    expect(await machine.mark.goneWithin(1000)).toBe(true);
    expect(await machine.labs()).toEqual([]);
    expect(machine.left()).toEqual(["wirework", "labs", "labs/lab"]);
    // The kernel has given the lock back
    expect(await machine.collectGarbage()).toEqual([{ name: "lab", why: "it never came up" }]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("two that take it down at once wait for each other, and nothing is left", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    const ended = await Promise.all([machine.wirework("down", "lab"), machine.wirework("down", "lab")]);
    const told = ended.map(({ status, stdout }) => `${status} ${stdout}`).toSorted();
    expect(told[0]).toBe("0 the lab lab is down\n");
    // The other may come when there is no lab any more
    expect(["0 the lab lab was removed meanwhile\n", "2 "]).toContain(told[1] ?? "");
    expect(machine.left()).toEqual([]);
  });

  test("two that make it at once: one does, and the other is told that it is up", async () => {
    await using machine = await LabMachine.open(user);
    const ended = await Promise.all([machine.wirework("up", WEB_RECIPE), machine.wirework("up", WEB_RECIPE)]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual([0, 2]);
    const refused = ended.find(({ status }) => status === 2);
    expect(refused?.stderr).toStartWith(`${waitsFor("web-lab")}\n`);
    expect(refused?.stderr).toContain("--replace");
    expect(await machine.labs()).toHaveLength(1);
    await machine.printed("down", "web-lab");
  });

  test("who takes it down while it comes up waits for that", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    const up = machine.start("up", ENDLESS_RECIPE, "--name", "lab");
    await awaitLastStep(up);
    const down = machine.start("down", "lab", "--json");
    const reader = down.stderr.getReader();
    const { value } = await reader.read();
    expect(Buffer.from(value ?? new Uint8Array()).toString()).toMatch(/^wirework: .*\blab\n$/);
    process.kill(outerOf(machine), "SIGTERM");
    expect(await up.exited).toBe(143);
    expect(await down.exited).toBe(0);
    expect(JSON.parse(await down.stdout.text())).toMatchObject({ labs: [{ name: "lab", was: "absent" }] });
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("one that comes up just now is in no list, and gc leaves it alone", async () => {
    await using machine = await LabMachine.open(user);
    const up = machine.start("up", ENDLESS_RECIPE, "--name", "lab");
    await awaitLastStep(up);
    expect(await machine.labs()).toEqual([]);
    expect(await machine.collectGarbage()).toEqual([]);
    expect(await machine.printed("down", "--all")).toBe("");
    expect(machine.mark.processes().some(({ command }) => command.includes("inside.ts"))).toBe(true);
    process.kill(outerOf(machine), "SIGTERM");
    expect(await up.exited).toBe(143);
  });

  test("taking it down ends what is run in it", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    const running = ["lab", "lab:web"].map((where) => machine.start("exec", where, "sh", "-c", "echo; sleep 600"));
    for (const { stdout } of running) await stdout.getReader().read();
    await machine.printed("down", "lab");
    for (const { exited } of running) expect(await exited).toBe(137);
    expect(machine.mark.processes()).toEqual([]);
  });

  test("a lab whose holder was killed is gone: it says so, down forgets it, and up makes it anew", async () => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    await killHolder(machine, "lab");
    expect(await machine.labs()).toMatchObject([{ name: "lab", state: "gone", why: expect.any(String) }]);
    expect((await machine.wirework("exec", "lab", "true")).stderr).toStartWith(
      'wirework: Cannot use the lab "lab": it is gone\n  cause: ',
    );
    expect(await machine.printed("show", "lab")).toMatch(/: gone: \S.*\n$/);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    expect(await machine.labs()).toMatchObject([{ name: "lab", state: "up" }]);
    await killHolder(machine, "lab");
    expect(await machine.printed("down", "lab")).toBe("the lab lab was gone already; its record is removed\n");
    expect(machine.left()).toEqual([]);
    expect(machine.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("after a reboot it is gone, and the process that has its holder's id by now is left alone", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    const file = machine.record("lab");
    const record = JSON.parse(readFileSync(file, "utf8"));
    await killHolder(machine, "lab");
    const stranger = Bun.spawn([...user.prefix, "sleep", "600"]);
    const boot = "11111111-2222-3333-4444-555555555555";
    record.host.holder = { ...record.host.holder, pid: stranger.pid, start: identify(stranger.pid).start, boot };
    writeFileSync(file, textOfRecord(record));
    expect(await machine.labs()).toMatchObject([{ name: "lab", state: "gone", why: expect.any(String) }]);
    expect(await machine.collectGarbage()).toEqual([{ name: "lab", why: expect.any(String) }]);
    expect(machine.left()).toEqual([]);
    expect(identify(stranger.pid).start).not.toBeNull();
    stranger.kill();
  });

  test("a process that has the holder's id by now, started at another time, is not it", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    const file = machine.record("lab");
    const record = JSON.parse(readFileSync(file, "utf8"));
    await killHolder(machine, "lab");
    const stranger = Bun.spawn([...user.prefix, "sleep", "600"]);
    record.host.holder.pid = stranger.pid;
    writeFileSync(file, textOfRecord(record));
    expect(await machine.labs()).toMatchObject([{ state: "gone" }]);
    await machine.printed("down", "lab");
    expect(identify(stranger.pid).start).not.toBeNull();
    stranger.kill();
  });

  test("a container that was started again needs repair, and its name is told", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    await machine.printed("exec", "lab", "docker", "restart", "--time", "0", "web");
    expect(await machine.labs()).toMatchObject([
      { name: "lab", state: "needs repair", why: "web has ended or was restarted" },
    ]);
    expect(await machine.printed("exec", "lab:server", "echo", "here")).toBe("here\n");
    expect(await machine.down("lab")).toEqual([{ name: "lab", was: "up" }]);
  });
});
