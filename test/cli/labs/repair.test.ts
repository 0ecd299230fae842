/**
 * A lab whose containers were started again is wired again, on its own host and beside its own containers.
 */
import { describe, expect, test } from "bun:test";

import type { RunReport } from "../../../lib/recipe/run/report.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { fileWith, recipeFile } from "../../support/recipe-file.ts";
import { allUsers, type User, everyUser } from "../../support/machine/users.ts";
import { naming } from "../../support/naming.ts";

/** Two containers, one of them on a cable of the host's, which is pinged */
const WIRED = fileWith(
  `import { containerId, host, ipv4, pid, recipe } from "wirework";
export default recipe({
  summary: "A cable to a container",
  options: { far: ipv4({ default: "10.7.0.2", help: "the container's address" }) },
  permissions: { run: ["docker", "ip", "mkdir", "ln", "ping", "sh"] },
  async run({ $, step, check }, { far }) {
    const id = containerId("4c01db0b339c");
    const web = await $.as("server", id)\`sudo docker run -d --name web --net=none base sleep 600\`;
    const db = await $.as("store", id)\`sudo docker run -d --name db base sleep 600\`;
    const webPid = await $.as("webPid", pid("2778"))\`sudo docker inspect -f '{{.State.Pid}}' \${web}\`;
    await $\`sudo mkdir -p /var/run/netns\`;
    await $\`sudo ln -s /proc/\${webPid}/ns/net /var/run/netns/\${webPid}\`;
    await $\`sudo ip link add A type veth peer name B\`;
    await $\`sudo ip addr add 10.7.0.1/24 dev A\`;
    await $\`sudo ip link set A up\`;
    step("Wait where somebody wants that");
    await $.irreversible("it only waits")\`sh -c "test ! -e /tmp/wait || sleep 600"\`;
    step("The far end");
    await $\`sudo ip link set B netns \${webPid}\`;
    await $\`sudo ip netns exec \${webPid} ip addr add \${far}/24 dev B\`;
    await $\`sudo ip netns exec \${webPid} ip link set B up\`;
    await check(125, "the host reaches it").ping(host, far);
  },
});
`,
  "wired.ts",
);

/** What `docker inspect` says of a container, and its cable's far end */
async function seen(machine: LabMachine, container: string): Promise<readonly string[]> {
  const format = "{{.Id}} {{.State.Pid}}";
  const text = await machine.printed("exec", "wired", "docker", "inspect", "--format", format, container);
  return text.trim().split(" ");
}

const pingFar = (machine: LabMachine) => machine.wirework("exec", "wired", "ping", "-c1", "-W1", "10.7.0.2");
const entries = (machine: LabMachine) => machine.printed("exec", "wired", "ls", "/var/run/netns");

/** Starts a container of the lab again, which unplugs it */
async function unplug(machine: LabMachine): Promise<void> {
  await machine.printed("exec", "wired", "docker", "restart", "--time", "0", "web");
  expect(await machine.labs()).toMatchObject([{ state: "needs repair", why: naming("web") }]);
  // The kernel takes the network that it had apart a moment later, and that answers until then
  while ((await pingFar(machine)).status === 0) await Bun.sleep(20);
}

/** All that a repair promises */
async function expectRepair(user: User, on: string): Promise<void> {
  await using machine = await LabMachine.open(user);
  await machine.printed("up", WIRED, "--on", on, "--quiet");
  await machine.printed("exec", "wired", "ip", "link", "add", "mine", "type", "bridge");
  const [web, db] = [await seen(machine, "web"), await seen(machine, "db")];
  await unplug(machine);

  const told = await machine.printed("up", WIRED, "--repair");
  expect(told).toContain("✓ 125  the host reaches it");
  expect(told).toMatch(/\bwired\b.*\n$/);
  expect(await machine.labs()).toMatchObject([{ name: "wired", state: "up" }]);
  expect((await pingFar(machine)).status).toBe(0);
  // The same containers, and of what was made before nothing twice
  const [id, pid] = await seen(machine, "web");
  expect(id).toBe(web[0]);
  expect(await seen(machine, "db")).toEqual(db);
  expect(await entries(machine)).toBe(`${pid}\n`);
  expect(await machine.printed("exec", "wired:server", "hostname")).toBe(`${id?.slice(0, 12)}\n`);
  // What somebody else made there is theirs
  expect((await machine.wirework("exec", "wired", "ip", "link", "show", "mine")).status).toBe(0);

  await unplug(machine);
  await machine.printed("up", WIRED, "--repair", "--quiet");
  expect((await pingFar(machine)).status).toBe(0);
  expect(await machine.printed("up", WIRED, "--repair")).toBe("the lab wired needs no repair\n");
  await machine.printed("down", "wired");
  expect(machine.left()).toEqual([]);
}

describe.each(everyUser)("as $name", (user) => {
  test("a lab is repaired, again and again", () => expectRepair(user, "sandbox"));

  test("a container that is gone is made anew", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WIRED, "--quiet");
    const [id] = await seen(machine, "web");
    await machine.printed("exec", "wired", "docker", "rm", "-f", "web");
    await machine.printed("up", WIRED, "--repair", "--quiet");
    expect((await seen(machine, "web"))[0]).not.toBe(id);
    expect((await pingFar(machine)).status).toBe(0);
  });

  test("a container that was stopped is started again", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WIRED, "--quiet");
    const [id] = await seen(machine, "web");
    await machine.printed("exec", "wired", "docker", "stop", "--time", "0", "web");
    await machine.printed("up", WIRED, "--repair", "--quiet");
    expect((await seen(machine, "web"))[0]).toBe(id);
    expect((await pingFar(machine)).status).toBe(0);
  });

  test("a repair that fails leaves the lab, and the next one goes on from there", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WIRED, "--quiet");
    const [web, db] = [await seen(machine, "web"), await seen(machine, "db")];
    await unplug(machine);
    await machine.printed("exec", "wired", "ip", "link", "add", "A", "type", "bridge");
    const { status, stderr } = await machine.wirework("up", WIRED, "--repair", "--quiet");
    expect(status).toBe(1);
    expect(stderr).toContain("`sudo ip link add A type veth peer name B` failed");
    expect(stderr).toEndWith(
      "wirework: the lab wired stays as it is now; to rebuild it, use --replace instead of --repair\n",
    );
    expect((await machine.labs())[0]?.state).toBe("needs repair");

    await machine.printed("exec", "wired", "ip", "link", "del", "A");
    await machine.printed("up", WIRED, "--repair", "--quiet");
    expect([(await seen(machine, "web"))[0], await seen(machine, "db")]).toEqual([web[0], db]);
    expect((await machine.printed("exec", "wired", "docker", "ps", "-aq")).trim().split("\n")).toHaveLength(2);
    expect((await pingFar(machine)).status).toBe(0);
  });

  test.each(["SIGTERM", "SIGKILL"] as const)(
    "%s in a repair leaves the lab, and the next one goes on",
    async (signal) => {
      await using machine = await LabMachine.open(user);
      await machine.printed("up", WIRED, "--quiet");
      const [web] = await seen(machine, "web");
      await unplug(machine);
      await machine.printed("exec", "wired", "touch", "/tmp/wait");
      const repair = machine.start("up", WIRED, "--repair");
      const reader = repair.stdout.getReader();
      for (let text = ""; !text.includes("test ! -e /tmp/wait");)
        text += Buffer.from((await reader.read()).value ?? new Uint8Array()).toString();
      const outer = machine.mark.processes().find(({ command }) => command.includes("main.ts up"));
      process.kill(outer?.pid ?? 0, signal);
      expect(await repair.exited).toBe(signal === "SIGTERM" ? 143 : 137);
      expect((await machine.labs())[0]?.state).toBe("needs repair");

      // The runner ends with it
      while (machine.mark.processes().some(({ command }) => command.includes("inside.ts"))) await Bun.sleep(5);
      await machine.printed("exec", "wired", "rm", "/tmp/wait");
      await machine.printed("up", WIRED, "--repair", "--quiet");
      expect((await seen(machine, "web"))[0]).toBe(web);
      expect((await pingFar(machine)).status).toBe(0);
    },
  );
});

describe.each(allUsers.slice(-1))("what can't be repaired is refused with 2:", (user) => {
  const refusalOf = async (machine: LabMachine, ...args: readonly string[]) => {
    const { status, stdout, stderr } = await machine.wirework("up", ...args, "--json");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    return (JSON.parse(stdout) as RunReport).error;
  };

  test("a lab that there is not", async () => {
    await using machine = await LabMachine.open(user);
    expect(await refusalOf(machine, WIRED, "--repair")).toEqual({
      kind: "lab",
      message: naming('"wired"'),
      cause: null,
      try: "wirework ps",
    });
    expect(machine.left()).toEqual([]);
  });

  test("a lab of another recipe, or with other values", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WIRED, "--quiet");
    expect(await refusalOf(machine, "point-to-point", "--name", "wired", "--repair")).toMatchObject({
      kind: "usage",
      message: naming('"wired"', "recipe", WIRED),
    });
    expect(await refusalOf(machine, WIRED, "--far", "10.7.0.9", "--repair")).toMatchObject({
      kind: "usage",
      message: naming('"wired"', "--far", "default"),
    });
  });

  test("a lab whose recipe does what nobody can undo", async () => {
    await using machine = await LabMachine.open(user);
    const strange = recipeFile("await $`docker run -d --name web base sleep 600`; await $`sh -c true`;", [
      "docker",
      "sh",
    ]);
    await machine.printed("up", strange, "--name", "lab", "--quiet");
    await machine.printed("exec", "lab", "docker", "restart", "--time", "0", "web");
    expect(await refusalOf(machine, strange, "--name", "lab", "--repair")).toEqual({
      kind: "lab",
      message: naming('"lab"'),
      cause: naming("`sh -c true`"),
      try: naming("--replace", "--repair"),
    });
    await machine.printed("up", strange, "--name", "lab", "--replace", "--quiet");
    expect(await machine.labs()).toMatchObject([{ state: "up" }]);
  });
});

describeOnDocker("on docker", () => {
  test("a lab is repaired, again and again", () => expectRepair({ name: "root", prefix: [] }, "docker"));
});
