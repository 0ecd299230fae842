/**
 * Docker's daemon, stopped and started by a script: it answers before the next line, and when the script has ended.
 */
import { beforeEach, describe, expect, test } from "bun:test";

import { recipeFile } from "../support/recipe-file.ts";
import { describeInSandbox } from "../support/host/test-host.ts";
import { placeOn, runScript, scriptFor } from "./running-script.ts";

const PROGRAMS = ["docker", "service", "systemctl", "ip", "echo"];

/** The lines of a script's steps */
async function stepsOf(lines: string): Promise<readonly string[]> {
  const [, steps = ""] = /\nsteps\(\) \{\n([^]*?)\n\}\n/.exec(await scriptFor(recipeFile(lines, PROGRAMS))) ?? [];
  return steps.split("\n").map((line) => line.trim());
}

const runs = (service: string) => `${service} status >/dev/null 2>&1`;
const stopped = (service: string) => [
  `if ${runs(service)}; then`,
  "undo docker_answers",
  `undo ${service} start`,
  "fi",
];

describe("beside a line stands what undoes it", () => {
  test.each([
    ["service docker stop", [...stopped("sudo service docker"), "sudo service docker stop"]],
    [
      "service docker start",
      [
        `${runs("sudo service docker")} || undo sudo service docker stop`,
        "sudo service docker start",
        "docker_answers",
      ],
    ],
    [
      "service docker restart",
      [
        "if sudo service docker status >/dev/null 2>&1; then",
        "undo_last sudo service docker restart",
        "undo_last docker_answers",
        "else",
        "undo sudo service docker stop",
        "fi",
        "sudo service docker restart",
        "docker_answers",
      ],
    ],
    [
      "systemctl stop docker",
      [
        "if sudo systemctl status docker >/dev/null 2>&1; then",
        "undo docker_answers",
        "undo sudo systemctl start docker",
        "fi",
        "sudo systemctl stop docker",
      ],
    ],
    [
      "systemctl start docker.service",
      [
        "sudo systemctl status docker.service >/dev/null 2>&1 || undo sudo systemctl stop docker.service",
        "sudo systemctl start docker.service",
        "docker_answers",
      ],
    ],
  ])("%s", async (line, steps) => {
    expect((await stepsOf(`await $\`sudo ${line}\`;`)).slice(-steps.length)).toEqual(steps);
  });

  test.each([
    [
      "start",
      ["undo_address", "undo_rules b0 10.9.0.0/24", `${runs("sudo service docker")} || undo sudo service docker stop`],
    ],
    ["restart", ["undo_address", "undo_rules b0 10.9.0.0/24", `if ${runs("sudo service docker")}; then`]],
    ["stop", [...stopped("sudo service docker"), "sudo service docker stop"]],
  ])("with a bridge of the script's own, %s", async (verb, steps) => {
    const lines = await stepsOf(
      `await $\`sudo ip link add b0 type bridge\`; await $\`sudo ip addr add 10.9.0.1/24 dev b0\`; await $\`sudo service docker ${verb}\`;`,
    );
    const at = lines.indexOf(steps[0] ?? "");
    expect(lines.slice(at, at + steps.length)).toEqual(steps);
  });
});

/** Docker that answers only when its version has been asked for three times more */
const SLOW = {
  "BASH_FUNC_service%%": `() { command service "$@" || return; [[ $2 != *start ]] || echo 3 >/tmp/left; }`,
  "BASH_FUNC_docker%%": `() {
    local LEFT=0
    [[ ! -e /tmp/left ]] || LEFT=$(</tmp/left)
    [[ $1 != version || $LEFT == 0 ]] || echo $((LEFT - 1)) >/tmp/left
    ((LEFT == 0)) || { echo 'Cannot connect to the Docker daemon' >&2; return 1; }
    command docker "$@"
  }`,
};

describeInSandbox((host) => {
  const slowly = () => {
    const { entered, environment } = placeOn(host());
    return { entered, environment: { ...environment, ...SLOW } };
  };

  beforeEach(() => host().$`rm -f /tmp/left`);

  test.each([
    ["stopped, and started by hand", "await $`sudo service docker stop`; await $`sudo service docker start`;"],
    [
      "restarted with other options",
      'await $.append("/etc/default/docker")`echo DOCKER_OPTS=--icc=false`; await $`sudo service docker restart`;',
    ],
  ])("a Docker that takes its time, %s, answers the next line", async (_what, lines) => {
    const script = await scriptFor(recipeFile(`${lines} await $\`sudo docker run --rm base true\`;`, PROGRAMS));
    expect(await runScript(slowly(), script)).toMatchObject({ status: 0, stderr: "my-link: everything is undone\n" });
    expect((await host().$`cat /tmp/left`).stdout).toBe("0\n");
  });

  test("a Docker that takes its time, and was only stopped, answers when the script has ended", async () => {
    const script = await scriptFor(recipeFile("await $`sudo service docker stop`;", PROGRAMS));
    expect(await runScript(slowly(), script)).toMatchObject({ status: 0, stderr: "my-link: everything is undone\n" });
    expect((await host().$`cat /tmp/left`).stdout).toBe("0\n");
  });

  test("a start of a Docker that runs already does not stop it at the end", async () => {
    const script = await scriptFor(recipeFile("await $`sudo service docker start`;", PROGRAMS));
    expect(await runScript(placeOn(host()), script)).toMatchObject({ status: 0 });
    expect((await host().$`service docker status`).status).toBe(0);
  });
});
