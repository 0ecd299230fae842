/**
 * Runs on this machine itself that somebody stops, or whose surroundings fail: all is undone.
 */
import { expect, test } from "bun:test";

import type { DisposableMachine } from "../support/machine/disposable-machine.ts";
import { SIZE } from "../support/size.ts";
import { MachineTerminal } from "../support/machine/machine-terminal.ts";
import { describeOnMachine } from "../support/machine/on-machine.ts";

/** A recipe that wires, says so, and waits for its end */
const ENDLESS = `import { recipe } from "wirework";
export default recipe({ summary: "Never end", options: {}, permissions: { run: ["ip", "docker", "echo", "sleep"] },
async run({ $ }) {
await $\`sudo ip link add mine0 type bridge\`;
await $\`sudo docker run -d --name mine base sleep 600\`;
await $.append("/etc/default/docker")\`echo '# mine'\`;
await $\`echo wired\`;
await $\`sleep 600\`;
} });
`;

/** Starts it, and waits until it has wired */
async function wired(machine: DisposableMachine): Promise<MachineTerminal> {
  await machine.shell(`cat >/root/endless.ts <<'END'\n${ENDLESS}END`);
  const run = new MachineTerminal(machine, ["run", "/root/endless.ts", "--on", "host", "--yes"]);
  await run.until("\nwired");
  return run;
}

const CTRL_C = "\u0003";

describeOnMachine("on this machine", (machine) => {
  test("Ctrl-C takes all back, and ends the command that runs", async () => {
    const run = await wired(machine());
    run.type(CTRL_C);
    expect(await run.exited).toBe(130);
    expect(await machine().shell("cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -o 'sleep 60[0]' || true")).toBe("");
  });

  test("Ctrl-C all the time takes all back", async () => {
    const run = await wired(machine());
    while (!run.hasEnded) {
      run.type(CTRL_C);
      await Bun.sleep(1);
    }
    expect(await run.exited).toBe(130);
  });

  test("a terminal that is closed takes all back", async () => {
    const run = await wired(machine());
    run.close();
    // Nobody is told of its end but the machine
    await machine().shell("while ls /run/wirework/labs/* >/dev/null 2>&1; do sleep 0.05; done");
    await run.exited;
  });

  test("a container that dies in the middle is no obstacle", async () => {
    const run = await wired(machine());
    await machine().shell("docker rm -f mine");
    run.type(CTRL_C);
    expect(await run.exited).toBe(130);
  });

  test("what somebody else has made under the same name meanwhile is left alone", async () => {
    const run = await wired(machine());
    await machine().shell("ip link del mine0; ip link add mine0 type bridge; docker rm -f mine");
    await machine().shell("docker run -d --name mine base sleep 600");
    run.type(CTRL_C);
    expect(await run.exited).toBe(130);
    expect(await machine().shell("docker ps --format '{{.Names}}'; ip -br link show mine0 | cut -d' ' -f1")).toBe(
      "mine\nmine0\n",
    );
    await machine().shell("docker rm -f mine; ip link del mine0");
  });

  test("dockerd that dies in the middle leaves its containers to be undone once it runs again", async () => {
    const run = await wired(machine());
    await machine().shell("kill -9 $(cat /var/run/docker.pid); rm /var/run/docker.pid");
    run.type(CTRL_C);
    expect(await run.exited).toBe(3);
    expect(run.shown).toContain("sudo wirework down endless");
    await machine().shell("service docker start; until docker version >/dev/null 2>&1; do sleep 0.02; done");
    const down = await machine().wirework("down", "endless", "--json");
    expect(down).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(down.stdout)).toMatchObject({ labs: [{ name: "endless", was: "up" }] });
  });

  if (SIZE === "quick") return;

  test("two `down` at once take it back once", async () => {
    const up = await machine().wirework("up", "point-to-point", "--on", "host", "--yes", "--quiet");
    expect(up).toEqual({ status: 0, stdout: "", stderr: "" });
    const both = await Promise.all([1, 2].map(() => machine().wirework("down", "point-to-point", "--json")));
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both.map(({ stdout }) => JSON.parse(stdout).labs[0].was).toSorted()).toEqual(["absent", "up"]);
  });

  /** Runs wirework where all that it writes down must fit into so many KiB; what it answers, and how many KiB were taken */
  async function onDisk(kibibytes: number, ...command: readonly string[]) {
    const disk = "/run/wirework";
    await machine().shell(`mkdir -p -m 700 ${disk} && mount -t tmpfs -o size=${kibibytes}k,mode=700 tmpfs ${disk}`);
    const run = await machine().wirework(...command, "point-to-point", "--on", "host", "--yes", "--quiet");
    const taken = Number(await machine().shell(`df --output=used ${disk} | tail -n 1`));
    expect((await machine().wirework("down", "--all")).status).toBe(0);
    await machine().shell(`umount ${disk} && rmdir ${disk}`);
    return { run, taken };
  }

  test("a lab that can't be written down whole, as the disk is full, is undone", async () => {
    const { run: whole, taken } = await onDisk(1024, "up");
    expect(whole).toEqual({ status: 0, stdout: "", stderr: "" });
    const { run, taken: left } = await onDisk(taken - 4, "up");
    expect(run.stderr).toContain("ENOSPC");
    expect(run.status).toBe(1);
    expect(left).toBe(0);
  });

  test("a disk that is full under the journal ends the run before the next command, and all is undone", async () => {
    const { run, taken: left } = await onDisk(8, "run");
    expect(run.stderr).toContain("ENOSPC");
    expect(run.status).toBe(1);
    expect(left).toBe(0);
  });
});
