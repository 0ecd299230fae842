/**
 * `wirework run --step` on each recipe, forwards and backwards.
 */
import { describe, expect, test } from "bun:test";

import { recipeNames } from "../../../lib/recipe/load.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { shareOf } from "../../support/size.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { SteppedRun } from "../../support/terminal/stepping.ts";
import { type User, users } from "../../support/machine/users.ts";
import { gone } from "../../support/messages.ts";

/** The line that stands there, the last on the page with a prompt before it */
function lineIn(shown: string): string {
  return shown.split("\n").findLast((line) => /^(?:[$+]|root@\S+[#$]) /.test(line)) ?? "";
}

/** Runs each line, undoes it, and runs it again; the lines that were undone, and what is said at the end */
async function zigzag(user: User, args: readonly string[]): Promise<{ back: string[]; status: number; shown: string }> {
  using run = new SteppedRun(user, ["run", ...args, "--step"]);
  const back: string[] = [];
  for (let shown: string | null = await run.asked(); shown !== null;) {
    const line = lineIn(shown);
    // A long line that can't be undone is said so in two
    const [, taken] = /(?<!can't be\n)^ {4}undone: (.*)$/m.exec(await run.press("b")) ?? [];
    if (taken !== undefined) {
      back.push(taken);
      expect(lineIn(await run.press("\r"))).toBe(line);
    }
    shown = await run.pressToEnd("\r");
  }
  return { back, status: await run.terminal.exited, shown: run.terminal.shown };
}

/** Of each, lines that are undone, as far as they are the same in each run */
const TAKEN_BACK: Readonly<Record<string, readonly string[]>> = {
  "custom-bridge": ["sudo service docker stop", "sudo brctl addbr bridge0", "sudo service docker start"],
  "customise-docker0": ["sudo service docker restart", "sudo brctl addif docker0 eth0"],
  dns: ["sudo service docker restart", "sudo service docker start"],
  forwarding: [
    "echo 0 > /proc/sys/net/ipv4/ip_forward",
    "sudo ip link add eth0 type veth peer name eth0 netns outside",
  ],
  "link-icc-false": ["sudo service docker restart", "sudo docker build -t web-server /tmp/web"],
  listen: ["sudo service docker restart"],
  "how-docker-networks": ["sudo ip link add veth65f9 type veth peer name B", "sudo brctl addif docker0 veth65f9"],
  "net-none-manual": ["sudo ip link add A type veth peer name B", "sudo brctl addif docker0 A"],
  "net-host": ["sudo ip link add A type veth peer name B"],
  "own-subnets": ["sudo brctl addbr bridge1", "sudo brctl addif bridge1 G", "sudo sysctl -w net.ipv4.ip_forward=0"],
  "point-to-point": ["sudo mkdir -p /var/run/netns", "sudo ip link add A type veth peer name B"],
  "point-to-point-add": ["sudo ip link add A type veth peer name B"],
  "point-to-point-host": ["sudo service docker restart", "sudo ip link add A type veth peer name B"],
  privileged: ["sudo mkdir -p /var/run/netns"],
  star: ["sudo ip link add star0 type bridge", "sudo ip netns add c1"],
};

/** Elsewhere the one with the most wires stands for all */
const NAMES = shareOf("recipes stepped through", recipeNames(), { quick: 0.1, full: 1 });

describe.each(users)("in $name's sandbox", (user) => {
  test.each(NAMES)("each line of %s can be undone and run again, and its checks hold", async (name) => {
    const { back, status, shown } = await zigzag(user, [name]);
    expect(shown).toMatch(/checks? passed, for the article's statements?/);
    expect(back).toEqual(expect.arrayContaining([...(TAKEN_BACK[name] ?? [])]));
    expect(status).toBe(0);
  });
});

describeOnDocker("on a real engine", () => {
  test("a cable is undone and made again, and the rest runs", async () => {
    const before = takeSnapshot();
    using run = new SteppedRun({ name: "root", prefix: [] }, ["run", "net-none-manual", "--on", "docker", "--step"]);
    let shown = await run.asked();
    while (!lineIn(shown).includes("brctl addif docker0 A")) shown = await run.press("\r");
    const cable = "sudo ip link add A type veth peer name B";
    expect(await run.press("b")).toContain(`    undone: ${cable}\n`);
    expect(await run.press("\r")).toContain("    + [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN\n");
    const { status, shown: rest } = await run.last("r");
    expect(rest).toMatch(/\d+ checks passed, for the article's statements/);
    expect(rest).toEndWith(gone("Docker host"));
    expect(status).toBe(0);
    expect(run.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });
});
