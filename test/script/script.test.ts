import { describe, expect, test } from "bun:test";
import { NOT_TAKEN_BACK } from "../support/messages.ts";

import { articleSteps } from "../../lib/recipe/article-steps.ts";
import { loadRecipe, recipeNames } from "../../lib/recipe/load.ts";
import { defaultsOf } from "../../lib/recipe/options/option.ts";
import { scriptOf } from "../../lib/script/script.ts";
import type { Strangers } from "../../lib/shell/plans.ts";
import { fileWith, recipeFile } from "../support/recipe-file.ts";
import { scriptFor } from "./running-script.ts";
import { CannotUndo } from "../../lib/shell/invert/cannot-undo.ts";
import { RecipeError } from "../../lib/recipe/recipe-error.ts";

const PROGRAMS = ["docker", "ip", "iptables", "echo", "grep", "service", "ln", "sysctl", "htop", "brctl"];

/** What shellcheck complains of */
async function complaints(script: string): Promise<string> {
  const running = Bun.spawn(["shellcheck", "--shell=bash", "--norc", "-"], {
    stdio: [Buffer.from(script), "pipe", "inherit"],
  });
  return running.stdout.text();
}

/** The script of a recipe that a test writes */
async function scriptWith(steps: string, strangers: Strangers = "refused"): Promise<string> {
  const loaded = await loadRecipe(recipeFile(steps, PROGRAMS));
  return scriptOf({ loaded, values: {}, typed: {}, strangers });
}

/** The lines between the braces of its steps */
function stepLines(script: string): readonly string[] {
  const [, steps = ""] = /\nsteps\(\) \{\n([^]*?)\n\}\n/.exec(script) ?? [];
  return steps.split("\n").map((line) => line.trim());
}

describe.each(recipeNames())("%s", (name) => {
  test("passes shellcheck, without a word to it", async () => {
    const script = await scriptFor(name);
    expect(await complaints(script)).toBe("");
    expect(script).not.toContain("shellcheck");
  });

  test("stands alone: it runs nothing of ours", async () => {
    const lines = (await scriptFor(name)).split("\n").filter((line) => /wirework|\bbun\b/i.test(line));
    expect(lines).toEqual([`# Written by: wirework script ${name}`]);
  });

  test("has each step's comment", async () => {
    const { recipe } = await loadRecipe(name);
    const comments = (await articleSteps(recipe, defaultsOf(recipe.options))).flatMap(({ comment }) =>
      comment.map((line) => `# ${line}`),
    );
    const lines = stepLines(await scriptFor(name)).filter((line) => comments.includes(line));
    expect(lines).toEqual(comments);
  });
});

test("asks for Docker where the recipe may type docker, and nowhere else", async () => {
  expect(await scriptFor("point-to-point")).toContain("It needs Docker, and root or sudo.");
  expect(await scriptFor("star")).toContain("It needs root or sudo.");
});

test.each(["-t zz", "--tag zz", "--tag=zz", "-tzz", "-qt zz"])("an image is known by its name: %s", async (tag) => {
  const steps = `step("An image");\nawait $\`sudo docker -H unix:///var/run/docker.sock build ${tag} /tmp\`;`;
  expect(stepLines(await scriptWith(steps))).toContain("undo_image zz");
});

test("a line that changes something has its opposite behind it, and a value is a variable", async () => {
  const lines = stepLines(await scriptFor("point-to-point"));
  expect(lines.slice(lines.indexOf('# Create the "peer" interfaces and hand them out'))).toEqual(
    expect.arrayContaining([
      "sudo ip link add A type veth peer name B",
      "undo sudo ip link del A",
      'sudo ip link set A netns "$pid1"',
      'undo sudo ip netns exec "$pid1" ip link set A netns 1',
      `check 122 'the two containers ping each other' eventually pings "$shell1" 10.1.1.2`,
    ]),
  );
});

test("quotes, blanks, other alphabets and control characters in values pass shellcheck, and mean themselves", async () => {
  const script = await scriptWith(
    'step("Größe\\u001b[31m \\n; rm -rf /", "$(id) `id`"); const odd = "a\'b \\"c\\" $HOME `id` * ünï \\u001b\\u0085\\n!";' +
      'await $.write("/tmp/it\'s here")`echo ${odd}`; await check(1, "isn\'t `it`").shows($`ip link show ${odd}`, odd);' +
      'await check(2).shows($.pipe($`ip link`, $`grep ${odd}`), "it\'s", "a  b");',
  );
  expect(await complaints(script)).toBe("");
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  expect(script).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  const echo = stepLines(script).find((line) => line.startsWith("echo ")) ?? "";
  const said = Bun.spawnSync(["bash", "-c", echo.replace(/ \| sudo.*/, "")]).stdout.toString();
  expect(said).toBe('a\'b "c" $HOME `id` * ünï \u001b\u0085\n!\n');
  expect(stepLines(script)).toContain("# Größe\\x1b[31m");
  expect(stepLines(script)).toContain("# ; rm -rf /");
});

test("where brctl is missing, the article's line for that is said, with nothing touched", async () => {
  const script = await scriptFor("custom-bridge");
  const hidden = 'type() { [[ $2 != brctl ]] && echo "$2"; }';
  const { exitCode, stdout, stderr } = Bun.spawnSync(["bash", "-c", `${hidden}\n${script}`]);
  expect({ exitCode, stdout: stdout.toString(), stderr: stderr.toString() }).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: "custom-bridge: brctl is not installed: sudo apt-get install bridge-utils\n",
  });
});

test("so does a file's name", async () => {
  const recipe =
    'export default recipe({ summary: "a\\n; b", options: {}, permissions: { run: [] }, async run() {} });';
  const script = await scriptFor(fileWith(`import { recipe } from "wirework"; ${recipe}`, "it's $(id) `id`.ts"));
  expect(await complaints(script)).toBe("");
  const { stdout } = Bun.spawnSync(["bash", "-c", script, "bash", "--help"]);
  expect(stdout.toString()).toStartWith("usage: bash it's $(id) `id`.sh [--keep]\n");
});

describe("what can't be undone by a line", () => {
  test.each([
    ["await $`sudo docker run base true`;", "sudo docker run base true"],
    ["await $`sudo docker stop others`;", "sudo docker stop others"],
    ["await $`sudo service others stop`;", "sudo service others stop"],
    ["await $`sudo ln -sf /one /two`;", "sudo ln -sf /one /two"],
  ])("%s is refused", async (step, line) => {
    expect(scriptWith(step)).rejects.toThrow(`Cannot write a script with \`${line}\`: the script could not undo it`);
  });

  test.each([
    ["await $`sudo iptables -F`;", CannotUndo],
    ["await $`htop`;", CannotUndo],
    ["await $`sudo docker rm -f somebodys`;", RecipeError],
  ])("%s is refused as on this machine", async (step, type) => {
    await expect(scriptWith(step)).rejects.toThrow(type);
  });

  test("is told where it goes with its host", async () => {
    const lines = stepLines(await scriptWith("await $`sudo ln -sf /one /two`;", "allowed"));
    expect(lines).toContain(NOT_TAKEN_BACK);
  });

  test("is told with the recipe's own reason", async () => {
    const step = 'await $.irreversible("it was so\\nbefore")`sudo ln -sf /one /two`;';
    expect(stepLines(await scriptWith(step))).toContain("# not undone: it was so before");
  });
});

test("what is somebody else's is kept just before the line that changes it", async () => {
  const lines = stepLines(
    await scriptWith("await $`sudo ip link add b0 type bridge`; await $`sudo ip link set eth0 master b0`;"),
  );
  expect(lines.slice(-4)).toEqual([
    "sudo ip link add b0 type bridge",
    "undo sudo ip link del b0",
    "undo_link_setting eth0 master",
    "sudo ip link set eth0 master b0",
  ]);
});

test("what keeps things of somebody else's passes shellcheck, in whatever network they are", async () => {
  const lines = [
    "sudo ip link del eth0",
    "sudo ip addr replace 10.0.0.1 peer 10.0.0.2 dev eth0",
    "sudo ip -n others rule del from 10.0.0.1",
    "sudo ip netns exec others ip -6 route replace default via fd00::1",
    "sudo ip neigh del 10.0.0.1 dev eth0",
  ];
  const script = await scriptWith(lines.map((line) => `await $\`${line}\`;`).join("\n"));
  expect(await complaints(script)).toBe("");
});

test("what is in a network of the script's own goes with that", async () => {
  const lines = stepLines(
    await scriptWith("await $`sudo ip netns add mine`; await $`sudo ip netns exec mine ip link set lo mtu 1400`;"),
  );
  expect(lines.slice(-4)).toEqual([
    "undo_netns",
    "sudo ip netns add mine",
    "undo sudo ip netns delete mine",
    "sudo ip netns exec mine ip link set lo mtu 1400",
  ]);
});

describe("what is made and what is the script's own is told by its lines", () => {
  const MADE = "sudo ip link add mine0 type bridge";
  test.each<readonly [lines: readonly string[], undo: readonly string[]]>([
    [[MADE], ["undo sudo ip link del mine0"]],
    [["sudo ip link add dev mine0 type bridge", "sudo ip link set mine0 mtu 1400"], ["undo sudo ip link del mine0"]],
    [["sudo ip netns add mine"], ["undo_netns", "undo sudo ip netns delete mine"]],
    [
      ["sudo ip netns add mine", "sudo ip netns delete mine"],
      ["undo_netns", "undo sudo ip netns delete mine"],
    ],
    [
      [MADE, "sudo ip addr add 10.0.0.1/8 dev mine0", "sudo ip addr del 10.0.0.1/8 dev mine0"],
      [
        "undo sudo ip link del mine0",
        "undo sudo ip addr del 10.0.0.1/8 dev mine0",
        "undo sudo ip addr add 10.0.0.1/8 dev mine0",
      ],
    ],
    [[MADE, "sudo ip addr flush dev mine0"], ["undo sudo ip link del mine0"]],
    [
      [MADE, "sudo ip link set mine0 name mine1", "sudo ip link set mine1 mtu 1400"],
      ["undo sudo ip link del mine0", "undo sudo ip link set dev mine1 name mine0"],
    ],
    [["sudo ip link add name v0 type veth peer name v1", "sudo ip link set v1 mtu 1400"], ["undo sudo ip link del v0"]],
    [
      ["sudo brctl addbr mine0", "sudo brctl stp mine0 on"],
      ["undo sudo ip link del mine0", "undo sudo ip link set dev mine0 type bridge stp_state 0"],
    ],
    [
      ["sudo ip route add 10.8.0.0/16 dev others0", "sudo ip route del 10.8.0.0/16 dev others0"],
      ["undo sudo ip route del 10.8.0.0/16 dev others0", "undo sudo ip route add 10.8.0.0/16 dev others0"],
    ],
    [
      ["sudo iptables -I FORWARD 2 -i a -j DROP", "sudo iptables -D FORWARD -i a -j DROP"],
      ["undo_rule iptables filter FORWARD"],
    ],
  ])("%j", async (lines, undo) => {
    const steps = lines.map((line) => `await $\`${line}\`;`).join("\n");
    expect(stepLines(await scriptWith(steps)).filter((line) => line.startsWith("undo"))).toEqual([...undo]);
  });

  test.each([
    [MADE, "sudo ip addr del 10.0.0.1/8 dev others0", "undo_addresses others0"],
    [MADE, "sudo ip link set others0 mtu 1400", "undo_link_setting others0 mtu"],
    [
      "sudo ip route add 10.8.0.0/16 dev others0",
      "sudo ip route del 10.7.0.0/16 dev others0",
      "undo_routes_to -4 10.7.0.0/16",
    ],
    ["sudo ip netns add mine", "sudo ip netns delete others", "undo_deleted_netns others"],
    [
      "sudo iptables -A FORWARD -i a -j DROP",
      "sudo iptables -D FORWARD -i b -j DROP",
      "keep_rules iptables filter FORWARD",
    ],
  ])("with %s before, %s is about somebody else's all the same", async (before, line, kept) => {
    expect(stepLines(await scriptWith(`await $\`${before}\`; await $\`${line}\`;`))).toContain(kept);
  });
});

test("what the script itself has made may go, as that is undone by its absence", async () => {
  const steps = `await $\`sudo ip link add b0 type bridge\`; await $\`sudo ip link set b0 mtu 1400\`; await $\`sudo ip link del b0\`;
const one = await $.as("one", containerId("4c01db0b339c"))\`sudo docker run -d base sleep 600\`; await $\`sudo docker rm -f \${one}\`;`;
  expect(stepLines(await scriptWith(steps)).filter((line) => line.startsWith("undo"))).toEqual([
    "undo sudo ip link del b0",
    'undo sudo docker rm -f "$one"',
  ]);
});

test("a container's shell runs in the background, whatever its options are; another container is as typed", async () => {
  const lines = stepLines(
    await scriptWith(`await $.terminal("63f36fc01b5f")\`sudo docker run -it --rm --privileged base /bin/bash -d\`;
const one = await $.as("one", containerId("4c01db0b339c"))\`sudo docker run -p 8080:80 -d base sleep 600\`;
await $\`sudo docker run --rm base true\`;`),
  );
  expect(lines.filter((line) => line.includes("docker run"))).toEqual([
    "shell1=$(container sudo docker run -d -it --rm --privileged base /bin/bash -d)",
    "one=$(container sudo docker run -p 8080:80 -d base sleep 600)",
    "sudo docker run --rm base true",
  ]);
});

test("a recipe that decides by what commands print is refused", async () => {
  const step = 'if ((await $`ip link`).lines().length === 0) throw new Error("no links");';
  expect(scriptWith(step)).rejects.toMatchObject({
    message: "Cannot write a script of a recipe that fails when nothing runs",
    cause: "no links",
  });
});

test("two values of one name are refused, as a script has one variable for both", async () => {
  const value = '$.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`';
  expect(scriptWith(`await ${value}; await ${value};`)).rejects.toThrow('Cannot set the value "one" twice');
  const terminal = '$.terminal("63f36fc01b5f")`sudo docker run -it --rm base /bin/bash`';
  const namesake = value.replace('"one"', '"shell1"');
  expect(scriptWith(`await ${terminal}; await ${namesake};`)).rejects.toThrow('two values named "shell1"');
});

describe("what only the machine can tell", () => {
  function recipe(step: string): string {
    return fileWith(`import { addressBeside, addressOf, gatewayOn, pid, recipe } from "wirework";
export default recipe({ summary: "A test's", permissions: { run: ["ip", "echo"] }, options: {
  gateway: gatewayOn("docker0", { default: "172.17.42.1", help: "" }),
  "other-gateway": gatewayOn("others0", { default: "10.0.0.1", help: "" }),
  address: addressBeside("docker0", { default: "172.17.42.99/16", help: "" }) },
async run({ $ }, { gateway, address, "other-gateway": other }) { ${step} } });`);
  }

  test("is asked for before anything is touched", async () => {
    const script = await scriptFor(recipe("await $`echo ${gateway} 'at ${addressOf(address)}' ${address} ${other}`;"));
    expect(script).toMatch(/\ngateway=\$\(address_on docker0\) \|\| refuse 'docker0 .*'\n/);
    expect(script).toMatch(/\naddress=\$\(address_beside docker0 172\.17\.42\.99\/16\) \|\| refuse 'docker0 .*'\n/);
    expect(stepLines(script)).toContain('echo "$gateway" "at ${address%/*}" "$address" "$other_gateway"');
    expect(await complaints(script)).toBe("");
  });

  test("is the first option's variable where two have the same value", async () => {
    const file = fileWith(`import { gatewayOn, recipe } from "wirework";
const docker0 = () => gatewayOn("docker0", { default: "172.17.42.1", help: "" });
export default recipe({ summary: "A test's", permissions: { run: ["echo"] }, options: { one: docker0(), two: docker0() },
async run({ $ }, { one, two }) { await $\`echo ${"${one} ${two}"}\`; } });`);
    const script = await scriptFor(file);
    expect(script).toContain("\none=$(address_on docker0) ||");
    expect(script).toContain("\ntwo=$(address_on docker0) ||");
    expect(stepLines(script)).toContain('echo "$one" "$one"');
  });

  test("is not asked for where it is typed", async () => {
    const loaded = await loadRecipe(recipe("await $`echo ${gateway} ${other}`;"));
    const values = { ...defaultsOf(loaded.recipe.options), gateway: "10.7.0.1" };
    const script = await scriptOf({ loaded, values, typed: { gateway: "10.7.0.1" }, strangers: "refused" });
    expect(script).not.toContain("\ngateway=");
    expect(stepLines(script)).toContain('echo 10.7.0.1 "$other_gateway"');
  });

  test("has a name that no value of the recipe has", async () => {
    const file = recipe('await $.as("gateway", pid("1"))`ip link`;');
    expect(scriptFor(file)).rejects.toThrow('two values named "gateway"');
  });

  test("can't be computed with", async () => {
    const file = recipe('await $`echo ${gateway.replace(/[0-9]+$/, "0")}`;');
    expect(scriptFor(file)).rejects.toThrow("it computes with a value that only the machine knows");
  });
});
