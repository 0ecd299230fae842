/**
 * `wirework run --step` on a terminal: every key.
 */
import { describe, expect, test } from "bun:test";

import { Transcript } from "../../../lib/recipe/run/transcript.ts";
import { Page } from "../../../lib/step/page.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { SteppedRun } from "../../support/terminal/stepping.ts";
import { users } from "../../support/machine/users.ts";
import { failedCommand, gone, NOTHING_CHANGED } from "../../support/messages.ts";

/** A line that only looks stands between others */
const CABLE = recipeFile(`
step("A cable");
await $\`sudo ip link add A type veth peer name B\`;
await $\`ip -brief link show type bridge\`;
await $\`sudo ip addr add 10.9.0.1/24 dev A\`;
await $\`sudo ip link set A up\`;
await check(1, "it is there").shows($\`ip -brief addr show A\`, "10.9.0.1/24");
`);

/** A container, a value that later lines use, and a change that nobody here can undo */
const CONTAINER = recipeFile(
  `
await $\`sudo docker run -d --net=none --name idle base sleep 600\`;
const one = await $.as("one", containerId("4c01db0b339c"))\`sudo docker run -d --net=none base sleep 600\`;
await $.as("id", pid("2778"))\`sudo docker inspect -f '{{.State.Pid}}' \${one}\`;
await $\`sh -c "ip link set docker0 mtu 1400"\`;
await $\`ip link\`;
`,
  ["docker", "ip", "sh"],
);

const VARIABLE = recipeFile('await $.let("number", pid("2778"))`echo 26`;\nawait $`ip link`;', ["echo", "ip"]);

const DAEMON = recipeFile(
  `
await $.append("/etc/default/docker")\`echo 'DOCKER_OPTS="--icc=false"'\`;
await $\`sudo service docker restart\`;
await $\`sudo iptables -S\`;
`,
  ["echo", "service", "iptables"],
);

/** A line of the host as it waits, with what it does: of that see test/step/page.test.ts */
function waiting(text: string): string {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const page = new Page(new Transcript(write, "plain"), { write, colours: "plain", width: () => 100 });
  page.line({ text, prompt: "$ " });
  return lines.map((line) => `${line}\n`).join("");
}

const ADD = waiting("sudo ip link add A type veth peer name B");
const ADDED = `    + [host] B@A: <BROADCAST,MULTICAST> mtu 1500 state DOWN
    + [host] A@B: <BROADCAST,MULTICAST> mtu 1500 state DOWN
`;
const SHOW = waiting("ip -brief link show type bridge");
const ADDRESS = waiting("sudo ip addr add 10.9.0.1/24 dev A");
const UP = waiting("sudo ip link set A up");
const GONE = gone("sandbox");

describe.each(users)("as $name", (user) => {
  test("Enter runs a line, shows what it changed, and then what the next one does", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    expect(await run.asked()).toBe(`\n# A cable\n${ADD}`);
    expect(await run.press("\r")).toBe(`${ADDED}${SHOW}`);
    expect(await run.press("\r")).toMatch(new RegExp(`^docker0 .*\\n {4}${NOTHING_CHANGED}\\n\\n\\$ sudo ip addr add`));
    expect(await run.press("\r")).toBe(`    + [host] inet 10.9.0.1/24 dev A\n${UP}`);
    const { status, shown } = await run.last("\r");
    expect(shown).toMatch(
      /^ {4}~ \[host\] A: \+NO-CARRIER \+UP, state DOWN -> LOWERLAYERDOWN\n {4}\+ \[host\] route 10.9.0.0\/24 dev A proto kernel scope link src 10.9.0.1\n✓ \d+ ms\n\n✓ {3}1 {2}it is there\n/,
    );
    expect(shown).toEndWith(`my-link: 1 check passed, for the article's statement 1\n${GONE}`);
    expect(status).toBe(0);
  });

  test("b undoes line after line, and Enter runs them again; those that only look are passed over", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    await run.asked();
    for (const _line of ["add", "show", "addr add"]) await run.press("\r");
    const deleted =
      "    undone: sudo ip addr add 10.9.0.1/24 dev A\n    by:     sudo ip address del 10.9.0.1/24 dev A\n";
    expect(await run.press("b")).toBe(`${deleted}    - [host] inet 10.9.0.1/24 dev A\n${ADDRESS}`);
    const away = ADDED.replaceAll("    +", "    -");
    const removed = "    undone: sudo ip link add A type veth peer name B\n    by:     sudo ip link delete dev A\n";
    expect(await run.press("b")).toBe(`${removed}${away}${ADD}`);
    expect(await run.press("b")).toBe(`    nothing to undo yet\n${ADD}`);
    expect(await run.press("\r")).toBe(`${ADDED}${ADDRESS}`);
    expect(await run.press("\r")).toBe(`    + [host] inet 10.9.0.1/24 dev A\n${UP}`);
    const { status, shown } = await run.last("\r");
    expect(shown).toContain("✓   1  it is there");
    expect(status).toBe(0);
  });

  test("b stays where later lines use what a line gave, and where nobody knows the way back", async () => {
    using run = new SteppedRun(user, ["run", CONTAINER, "--step"]);
    await run.asked();
    await run.press("\r");
    expect(await run.press("b")).toStartWith(
      "    `sudo docker run -d --net=none --name idle base sleep 600` can't be undone: a new container\n" +
        "    would not be the same; q ends the run\n\n$ sudo docker run -d --net=none base sleep 600\n",
    );
    await run.press("\r");
    await run.press("\r");
    const barred = await run.press("b");
    expect(barred).toMatch(/^ {4}`sudo docker run -d --net=none base sleep 600` [^]*later lines[^]*\bq\b/);
    expect(barred).toMatch(/\n\$ sh -c "ip link set docker0 mtu 1400"\n {4}.*\bsh\b.*\n/);
    expect(await run.press("\r")).toStartWith("    ~ [host] docker0: mtu 1500 -> 1400\n\n$ ip link\n");
    expect(await run.press("b")).toMatch(/^ {4}`sh -c "ip link set docker0 mtu 1400"` .*\n\n\$ ip link\n/);
    expect(await run.last("\r")).toMatchObject({ status: 0 });
  });

  test("s opens a shell on the host, which leads back to the line, with what was changed in it", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    await run.asked();
    run.terminal.type("s");
    await run.terminal.until("my-link:/# ");
    run.terminal.type("sudo ip link set docker0 mtu 1400\r");
    await run.terminal.until("my-link:/# ");
    expect(await run.press("exit\r")).toBe(`exit\nexit\n    ~ [host] docker0: mtu 1500 -> 1400\n${ADD}`);
    expect(await run.press("\r")).toBe(`${ADDED}${SHOW}`);
    expect(await run.last("r")).toMatchObject({ status: 0 });
  });

  test("in that shell the variables are set that the lines so far have set", async () => {
    using run = new SteppedRun(user, ["run", VARIABLE, "--step"]);
    await run.asked();
    expect(await run.press("\r")).toContain("\n$ number=26\n\n$ ip link\n");
    run.terminal.type("s");
    await run.terminal.until("my-link:/# ");
    run.terminal.type("echo is $number; exit\r");
    await run.terminal.until("is 26\r");
    await run.asked();
    expect(await run.last("q")).toMatchObject({ status: 0 });
  });

  test("what is undone and can't be done again is said, and stays the next line", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    await run.asked();
    await run.press("\r");
    await run.press("b");
    for (const line of ["ip link add A type bridge", "ip link del A"]) {
      run.terminal.type("s");
      await run.terminal.until("my-link:/# ");
      run.terminal.type(`${line}; exit\r`);
      await run.asked();
      const shown = await run.press("\r");
      if (line.includes("add"))
        expect(shown).toBe(
          `    ${failedCommand("sudo ip link add A type veth peer name B", 2)}: RTNETLINK answers: File\n    exists\n` +
            ADD,
        );
      else expect(shown).toBe(`${ADDED}${SHOW}`);
    }
    expect(await run.last("q")).toMatchObject({ status: 0 });
  });

  test("b brings back what a restarted daemon had read, once its file is back", async () => {
    using run = new SteppedRun(user, ["run", DAEMON, "--step"]);
    await run.asked();
    await run.press("\r");
    const rules = (from: string, to: string) =>
      `    - [host] iptables -A FORWARD -i docker0 -o docker0 -j ${from}\n` +
      `    + [host] iptables -A FORWARD -i docker0 -o docker0 -j ${to}\n`;
    expect(await run.press("\r")).toContain(rules("ACCEPT", "DROP"));
    expect(await run.press("b")).toContain(`by:     sudo service docker restart\n    ${NOTHING_CHANGED}\n`);
    const option = '/etc/default/docker: DOCKER_OPTS="--icc=false"\n';
    expect(await run.press("b")).toContain(`${rules("DROP", "ACCEPT")}    - ${option}`);
    expect(await run.press("\r")).toContain(`    + ${option}`);
    expect(await run.press("\r")).toContain(rules("ACCEPT", "DROP"));
    expect(await run.last("r")).toMatchObject({ status: 0 });
  });

  test("r runs the rest as any run, also what was undone", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    await run.asked();
    for (const _line of ["add", "show", "addr add"]) await run.press("\r");
    await run.press("b");
    await run.press("b");
    const { status, shown } = await run.last("r");
    expect(shown).toMatch(
      /^\$ sudo ip addr add 10.9.0.1\/24 dev A\n\$ sudo ip link set A up\n✓ \d+ ms\n\n✓ {3}1 {2}it is there\n/,
    );
    expect(status).toBe(0);
  });

  test("? shows the keys, any other says that it is none, and the question stays", async () => {
    using run = new SteppedRun(user, ["run", CABLE, "--step"]);
    await run.asked();
    expect(await run.press("?")).toBe(
      [
        "    Enter  run this line, and show its changes",
        "    s      open a shell on the host; exit returns here",
        "    b      undo the last line that changed something",
        "    r      run the rest without stopping",
        "    q      end the run and undo it",
        "    ?      show these keys\n",
      ].join("\n"),
    );
    const none = "    unknown key: the keys are Enter, s, b, r, q, ?\n";
    // An arrow, Ctrl-Z, Ctrl-L, a letter that takes two bytes, and a line that was pasted
    for (const key of ["\u001b[A", "\u001a", "\f", "ä", "x\r\r\r"]) expect(await run.press(key)).toBe(none);
    expect(await run.press("\n")).toBe(`${ADDED}${SHOW}`);
    expect(await run.last("q")).toMatchObject({ status: 0 });
  });
});
