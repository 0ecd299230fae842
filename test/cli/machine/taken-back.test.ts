/**
 * `--on host`, when something goes wrong: what was done is undone, or named.
 */
import { expect, test } from "bun:test";

import type { DisposableMachine } from "../../support/machine/disposable-machine.ts";
import { describeOnMachine } from "../../support/machine/on-machine.ts";
import { failedCheck, failedCommand } from "../../support/messages.ts";
import { naming, pattern } from "../../support/naming.ts";

/** A recipe of these steps, on the machine; its path there */
async function recipeOn(machine: DisposableMachine, steps: string): Promise<string> {
  const text = `import { recipe } from "wirework";
export default recipe({ summary: "A test's", options: {},
permissions: { run: ["ip", "docker", "echo", "false", "touch", "sh", "sleep", "iptables"] },
async run({ $, step, check }) { ${steps} } });
`;
  await machine.shell(`cat >/root/mine.ts <<'END'\n${text}END`);
  return "/root/mine.ts";
}

const WIRE = `
await $\`sudo ip link add mine0 type bridge\`;
await $\`sudo ip addr add 10.99.0.1/24 dev mine0\`;
await $\`sudo docker run -d --name mine base sleep 600\`;
await $.append("/etc/default/docker")\`echo '# mine'\`;
`;

const YES = ["--on", "host", "--yes"] as const;

describeOnMachine("on this machine", (machine) => {
  test("a command that fails ends the run with 1, and all before it is undone", async () => {
    const file = await recipeOn(machine(), `${WIRE} await $\`false\`;`);
    const { status, stderr } = await machine().wirework("run", file, ...YES);
    expect(stderr).toStartWith(`wirework: ${failedCommand("false", 1)}\n`);
    expect(status).toBe(1);
  });

  test("a check that fails ends the run with 1, and all is undone", async () => {
    const file = await recipeOn(machine(), `${WIRE} await check(1).shows($\`echo a\`, "b");`);
    const { status, stderr } = await machine().wirework("run", file, ...YES);
    expect(stderr).toStartWith(`wirework: ${failedCheck(1, "echo a", "b", "a")}\n`);
    expect(status).toBe(1);
  });

  test.each([
    ["await $`sh -c ${'true'}`;", "sh"],
    ["await $`sudo iptables -t nat -Z`;", "lost"],
    ["await $`sudo docker pull base`;", "image"],
  ])("%s is refused before anything runs", async (line, cause) => {
    const file = await recipeOn(machine(), `${WIRE} ${line}`);
    const { status, stdout, stderr } = await machine().wirework("run", file, ...YES, "--json");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "cannot-undo", cause: naming(cause) } });
  });

  test("a command that its recipe calls irreversible runs, and stays", async () => {
    const file = await recipeOn(
      machine(),
      "await $.irreversible(\"it is only a note\")`sh -c ${'echo noted >/root/note'}`;",
    );
    const { status, stderr } = await machine().wirework("run", file, ...YES);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await machine().shell("cat /root/note")).toBe("noted\n");
    await machine().shell("rm /root/note");
  });

  test("what somebody has written meanwhile is left, named, and undone by `down` once that is gone", async () => {
    const theirs = "echo '# theirs' >>/etc/default/docker";
    const file = await recipeOn(machine(), `${WIRE} await $.irreversible("a test's")\`sh -c \${"${theirs}"}\`;`);
    const { status, stderr } = await machine().wirework("run", file, ...YES);
    expect(stderr).toMatch(
      /^wirework: Cannot undo all of mine: one thing is left\n {2}cause: echo '# mine' >> \/etc\/default\/docker\n {6}\/etc\/default\/docker has been changed since\n {6}echo \S+ \| base64 --decode \| sudo tee \/etc\/default\/docker >\/dev\/null\n {2}try: sudo wirework down mine, once you have removed the cause\n$/,
    );
    expect(status).toBe(3);
    expect((await machine().wirework("ps")).stdout).toMatch(/^mine +mine +host .* unfinished: /m);
    expect((await machine().wirework("down", "mine")).status).toBe(3);
    await machine().shell("sed -i '/# theirs/d' /etc/default/docker");
    const down = await machine().wirework("down", "mine");
    expect(down).toEqual({ status: 0, stdout: naming("mine"), stderr: "" });
  });

  test("--json has what is left", async () => {
    const theirs = "echo '# theirs' >>/etc/default/docker";
    const file = await recipeOn(machine(), `${WIRE} await $.irreversible("a test's")\`sh -c \${"${theirs}"}\`;`);
    const { status, stdout, stderr } = await machine().wirework("run", file, ...YES, "--json");
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
    const report = JSON.parse(stdout) as { left: readonly string[]; exit: number; on: string };
    expect(report).toMatchObject({ exit: 3, on: "host", left: [naming("/etc/default/docker", "try: echo")] });
    await machine().shell("sed -i '/# theirs/d' /etc/default/docker");
    expect((await machine().wirework("gc")).stdout).toContain("removed mine: ");
  });

  test("--keep leaves what a failed run did, and `down` undoes it", async () => {
    const file = await recipeOn(machine(), `${WIRE} await $\`false\`;`);
    const { status, stderr } = await machine().wirework("run", file, ...YES, "--keep");
    expect(status).toBe(1);
    expect(stderr).toEndWith("its changes are still there. Undo them:\n  sudo wirework down mine\n");
    await machine().shell("ip link show mine0");
    expect((await machine().wirework("down", "mine")).status).toBe(0);
  });

  test("a lab on this machine stays until it is taken down", async () => {
    const up = await machine().wirework("up", "point-to-point", ...YES);
    expect({ status: up.status, stderr: up.stderr }).toEqual({ status: 0, stderr: "" });
    expect(up.stdout).toContain("\nthe lab point-to-point is up on this machine until you remove it:\n");
    expect((await machine().wirework("ps")).stdout).toMatch(/^point-to-point +point-to-point +host .* up$/m);
    const again = await machine().wirework("up", "point-to-point", ...YES);
    expect(again.stderr).toMatch(pattern(['"point-to-point"', "--replace"]));
    expect(again.status).toBe(2);
    expect((await machine().wirework("up", "point-to-point", ...YES, "--replace")).status).toBe(0);
    const down = await machine().wirework("down", "point-to-point");
    expect(down).toEqual({ status: 0, stdout: naming("point-to-point"), stderr: "" });
  });
});
