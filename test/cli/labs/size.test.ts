/**
 * Labs of any size: of as many network namespaces as one bridge has ports for.
 */
import { describe, expect, test } from "bun:test";

import { bySize } from "../../support/size.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { users } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

const SIZES = bySize({ quick: [10], full: [10], all: [10, 100, 500, 1000] });

describe.each(users)("as $name", (user) => {
  test.each(SIZES)("a lab of %d comes up, holds them all, and nothing is left behind", async (count) => {
    await using machine = await LabMachine.open(user);
    const before = takeSnapshot();
    await machine.printed("up", "star", `--count=${count}`, "--quiet");
    const entries = (await machine.printed("exec", "star", "ls", "/var/run/netns")).trim().split("\n");
    expect(entries).toHaveLength(count);
    const ports = await machine.printed("exec", "star", "ls", "/sys/class/net/star0/brif");
    expect(ports.trim().split("\n")).toHaveLength(count);
    expect(takeSnapshot()).toEqual(before);

    expect(await machine.down("star")).toEqual([{ name: "star", was: "up" }]);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("one more can be attached to a lab that is up", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", "star", "--quiet");
    const attach = [
      "ip netns add more",
      "ip link add more type veth peer name eth0 netns more",
      "ip link set dev more master star0 up",
      "ip -n more addr add 10.0.3.1/21 dev eth0",
      "ip -n more link set dev eth0 up",
      "ip netns exec c1 ping -c 1 -w 5 10.0.3.1",
    ].join(" && ");
    expect(await machine.printed("exec", "star", "sh", "-c", attach)).toContain("1 received");
    await machine.printed("down", "star");
  });

  test.each(bySize({ quick: [], full: [1023], all: [1023] }))(
    "a bridge of %d ports is full: it takes no further one, and the kernel's limit is named",
    async (ports) => {
      await using machine = await LabMachine.open(user);
      await machine.printed("up", "star", `--count=${ports - 1}`, "--quiet");
      const add = (name: string) => `ip link add ${name} type veth && ip link set ${name} master star0`;
      await machine.printed("exec", "star", "sh", "-c", add("last"));
      const { status, stderr } = await machine.wirework("exec", "star", "sh", "-c", add("over"));
      expect({ status, stderr }).toEqual({ status: 2, stderr: "RTNETLINK answers: Exchange full\n" });
      await machine.printed("down", "star");
    },
  );

  test("a line that is refused in the middle is named, and all before it is undone", async () => {
    const file = recipeFile(`
      await $\`sudo ip link add star0 type bridge\`;
      for (let n = 1; n <= 40; n += 1) {
        await $\`sudo ip netns add c\${n}\`;
        await $\`sudo ip link add end\${n % 30} type veth peer name eth0 netns c\${n}\`;
      }`);
    const before = takeSnapshot();
    const { status, stderr } = await wirework(user, ["run", file]);
    expect(status).toBe(1);
    expect(stderr).toContain("sudo ip link add end1 type veth peer name eth0 netns c31");
    expect(stderr).toContain("RTNETLINK answers: File exists");
    expect(takeSnapshot()).toEqual(before);
  });
});
