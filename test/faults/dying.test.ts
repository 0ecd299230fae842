/**
 * What a run needs dies in the middle of it: the run ends by itself, has failed, and nothing is left.
 */
import { describe, expect, test } from "bun:test";

import { HOST_KINDS } from "../../lib/hosts/host-kind.ts";
import { Mark } from "../support/mark.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { holderBelow } from "./holder.ts";
import { start } from "./killed-runs.ts";
import { cgroupsOf, leftOf } from "./left.ts";
import type { Place } from "./run-on-terminal.ts";
import { runnerKilled } from "../support/messages.ts";

/** What every recipe here begins with: a container that runs, one on a terminal, and a cable between them */
const BEGIN = `
  const { readFileSync, readdirSync } = await import("node:fs");
  const lineOf = (pid) => { try { return readFileSync(\`/proc/\${pid}/cmdline\`, "latin1"); } catch { return ""; } };
  /** Kills a process, and waits until it has ended: then it has no command line any more */
  const kill = (pid) => {
    process.kill(Number(pid), "SIGKILL");
    while (lineOf(pid) !== "") Bun.sleepSync(1);
  };
  /** Kills processes in here, by their command lines */
  const killAll = (words) => {
    const found = readdirSync("/proc").filter((pid) => Number(pid) > 1 && Number(pid) !== process.pid && words.test(lineOf(pid)));
    if (found.length === 0) throw new TypeError("there is nobody to kill");
    found.forEach(kill);
  };
  step("in " + (/\\bwirework-\\d+-\\d+-\\d+\\b/.exec(readFileSync("/proc/self/mountinfo", "utf8"))?.[0] ?? "no cgroup"));
  const web = await $.as("web", containerId("63f36fc01b5f"))\`sudo docker run -d --name web base sleep 600\`;
  const shell = await $.terminal("1f1f4c1f931a")\`sudo docker run -i -t --rm --net=none base /bin/bash\`;
  const first = await $.as("first", pid("2989"))\`sudo docker inspect -f '{{.State.Pid}}' \${web}\`;
  const second = await $.as("second", pid("3004"))\`sudo docker inspect -f '{{.State.Pid}}' \${shell}\`;
  await $\`sudo mkdir -p /var/run/netns\`;
  await $\`sudo ln -s /proc/\${second}/ns/net /var/run/netns/\${second}\`;
  await $\`sudo ip link add A type veth peer name B\`;`;

/** Who dies, by what is done in the recipe; and what goes on without */
const DEATHS: readonly (readonly [what: string, death: string, then: string])[] = [
  ["a container, whose network is used next", "kill(second.value);", "await $`sudo ip link set A netns ${second}`;"],
  ["a container, whose terminal is used next", "kill(second.value);", "await shell.type`ip route`;"],
  ["a container that a check is about", "kill(first.value);", 'await check(1).ping(web, "127.0.0.1");'],
  ["all containers", "kill(first.value); kill(second.value);", "await $`sudo docker exec web true`;"],
];

const OF_DOCKER: typeof DEATHS = [
  ["dockerd", "killAll(/sbin\\/dockerd/);", "await $`sudo docker run -d base true`;"],
  ["containerd", "killAll(/containerd\\0--config/);", "await $`sudo docker run -d base nosuch`;"],
  ["the shims of containers", "killAll(/containerd-shim/);", "await $`sudo docker run -d base nosuch`;"],
  ["all that is Docker's", "killAll(/docker/);", "await $`sudo docker ps`;"],
];

const OF_SANDBOX: typeof DEATHS = [
  ["a container's supervisor", "killAll(/supervisor\\.sh/);", "await $`sudo docker run -d base nosuch`;"],
];

const PROGRAMS = ["docker", "ip", "ln", "mkdir", "ping"];

function testDeaths(place: Place, deaths: typeof DEATHS): void {
  const { user, on } = place;

  test.each(deaths)("%s", async (_what, death, then) => {
    const before = takeSnapshot();
    const mark = new Mark();
    const file = recipeFile([BEGIN, death, then].join("\n"), PROGRAMS);
    const { status, stdout, stderr } = await wirework(user, ["run", file, `--on=${on}`], {
      environment: mark.environment,
    });
    expect({ status, left: mark.processes() }).toEqual({ status: 1, left: [] });
    expect(stderr).toStartWith("wirework: ");
    const [, cgroup = null] = /^# in (wirework-.*)$/m.exec(stdout) ?? [];
    expect(cgroup !== null).toBe(on === "docker");
    expect(cgroupsOf(cgroup)).toEqual([]);
    expect(stderr).not.toMatch(/TypeError|undefined/);
    expect(takeSnapshot()).toEqual(before);
  });

  test("its host", async () => {
    const before = takeSnapshot();
    const stop = { side: "after", command: 10, how: "waiting" } as const;
    const { running, reached, mark } = await start({ ...place, recipe: "point-to-point" }, stop);
    process.kill(holderBelow(running.pid), "SIGKILL");
    expect(await running.exited).toBe(1);
    const said = `wirework: ${runnerKilled(HOST_KINDS[on])}\n`;
    expect(await running.stderr.text()).toBe(said);
    expect(await leftOf(on, reached, mark)).toEqual([]);
    expect(cgroupsOf(reached.cgroup)).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });
}

describe.each(users)("in a sandbox of $name, dies", (user) =>
  testDeaths({ user, on: "sandbox" }, [...DEATHS, ...OF_SANDBOX]),
);

describeOnDocker("on a Docker host, dies", () =>
  testDeaths({ user: { name: "root", prefix: [] }, on: "docker" }, [...DEATHS, ...OF_DOCKER]),
);
