/**
 * `wirework run --step` where nobody is asked: behind a pipe, or into a file, every line is shown with what it changed.
 */
import { describe, expect, test } from "bun:test";

import { recipeFile } from "../../support/recipe-file.ts";
import { OnTerminal } from "../../support/terminal/on-terminal.ts";
import { someone, withoutNamespaces } from "../../support/host/no-namespaces.ts";
import { readableProject } from "../../support/project.ts";
import { users } from "../../support/machine/users.ts";
import { BARE, wirework } from "../../support/wirework.ts";
import { NOTHING_CHANGED } from "../../support/messages.ts";

const FILES = recipeFile(
  `
step("Files");
await $.append("/etc/default/docker")\`echo 'DOCKER_OPTS="--icc=false"'\`;
await $\`sudo mkdir -p /var/run/netns\`;
await $\`sudo ln -s /proc/1/ns/net /var/run/netns/first\`;
await check(1, "it is a name").shows($\`ls /var/run/netns\`, "first");
`,
  ["echo", "mkdir", "ln", "ls"],
);

const SHELL = recipeFile(
  `
const shell = await $.terminal("63f36fc01b5f")\`sudo docker run -i -t --rm --net=none base /bin/bash\`;
const id = await $.as("id", pid("2778"))\`sudo docker inspect -f '{{.State.Pid}}' \${shell}\`;
await $\`sudo ip link add A type veth peer name B\`;
await $\`sudo ip link set B netns \${id}\`;
await shell.type\`ip route\`;
await shell.exit();
`,
  ["docker", "ip"],
);

const TOGETHER = recipeFile(
  "await Promise.all([$`sudo ip link add X type bridge`, $`sudo ip link add Y type bridge`]);",
);

describe.each(users)("as $name", (user) => {
  test("every line is shown with what it does and what it changed, and no key is asked for", async () => {
    const { status, stdout, stderr } = await wirework(user, ["run", FILES, "--step"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toContain("Enter runs it");
    const page = stdout.replace(/^ {4}(?![-+~] ).*\n/gm, "");
    expect(page.replace(/\d+ ms/, "N ms")).toStartWith(`
# Files

$ echo 'DOCKER_OPTS="--icc=false"' >> /etc/default/docker
    + /etc/default/docker: DOCKER_OPTS="--icc=false"

$ sudo mkdir -p /var/run/netns
    + /var/run/netns/

$ sudo ln -s /proc/1/ns/net /var/run/netns/first
    + /var/run/netns/first -> /proc/1/ns/net
✓ N ms

✓   1  it is a name
`);
  });

  test("what goes by itself is told: a container's end takes its network along, and with that both ends of a cable", async () => {
    const { status, stdout } = await wirework(user, ["run", SHELL, "--step"]);
    expect(status).toBe(0);
    const [, id = ""] = /^ {4}\+ container ([\da-f]{12}), image base, running$/m.exec(stdout) ?? [];
    expect(stdout).toContain(`    ~ B went from [host] to [${id}]\n`);
    expect(stdout).toMatch(
      new RegExp(
        `\\n\\nroot@[\\da-f]{12}:/# ip route\\n {4}the kernel returns its routes.*\\n {4}${NOTHING_CHANGED}\\n`,
      ),
    );
    const end = stdout
      .slice(stdout.indexOf(":/# exit\n"))
      .replace(/@if\d+/, "@ifN")
      .split("\n")
      .filter((line) => line.startsWith("    - "));
    expect(end).toEqual([
      `    - container ${id}, image base, running`,
      "    - [host] A@ifN: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
      `    - [${id}] the network, with lo, B`,
    ]);
  });

  test("of lines that run at the same time each is shown, and each change is told once", async () => {
    const { status, stdout } = await wirework(user, ["run", TOGETHER, "--step"]);
    expect(status).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("$ "))).toEqual([
      "$ sudo ip link add X type bridge",
      "$ sudo ip link add Y type bridge",
    ]);
    expect(lines.filter((line) => line.startsWith("    + ")).toSorted()).toEqual([
      "    + [host] X: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
      "    + [host] Y: <BROADCAST,MULTICAST> mtu 1500 state DOWN",
    ]);
  });

  test("whose reader goes early ends as any run does", async () => {
    const script = `${readableProject()}/scripts/wirework run ${FILES} --step | head -2; echo "\${PIPESTATUS[0]}"`;
    const running = Bun.spawn([...user.prefix, "bash", "-c", script], { cwd: "/", env: BARE, stdout: "pipe" });
    expect(await running.stdout.text()).toBe("\n# Files\n141\n");
  });
});

test("a terminal to read at without a keyboard is refused before anything is opened", async () => {
  const script = `${readableProject()}/scripts/wirework run ${FILES} --step </dev/null`;
  using run = new OnTerminal([...someone.prefix, "sh", "-c", script], { environment: BARE });
  expect(await run.exited).toBe(2);
  expect(run.shown.replaceAll("\r\n", "\n")).toBe(
    "wirework: Cannot go line by line: the keys come from standard input, which is not a terminal\n" +
      "  try: the same on a terminal, or with | cat, which shows every line without stopping\n",
  );
});

test.each([
  ["run", "--json", "Cannot use --step with --json: a document is printed only at the end"],
  ["run", "--quiet", "Cannot use --step with --quiet: it prints what each line does"],
  ["run", "--dry-run", "Cannot use --step with --dry-run: a dry run changes nothing"],
  ["up", "--repair", "Cannot use --step with --repair: a repair skips existing containers"],
])("%s --step with %s is refused", async (command, option, message) => {
  const { status, stdout, stderr } = await wirework(withoutNamespaces, [command, "point-to-point", "--step", option]);
  expect({ status, message: option === "--json" ? JSON.parse(stdout).error.message : stderr }).toEqual({
    status: 2,
    message: option === "--json" ? message : `wirework: ${message}\n`,
  });
});
