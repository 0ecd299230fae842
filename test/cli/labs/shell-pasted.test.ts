/**
 * The article's lines, pasted from its page into a fresh host.
 */
import { describe, expect, test } from "bun:test";

import { ArticleReader, asOnPage, sectionLines } from "../../support/article-reader.ts";
import { SIZE } from "../../support/size.ts";
import { LabMachine } from "../../support/machine/lab-machine.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { type User, everyUser } from "../../support/machine/users.ts";
import { pattern } from "../../support/naming.ts";

const ROOT: User = { name: "root", prefix: [] };

/** What none of its lines may say */
const WRONG = /not found|No such|[Cc]annot|[Ee]rror|syntax/;

/** Reads on a fresh host, which ends without a trace */
async function reading(
  user: User,
  options: readonly string[],
  read: (reader: ArticleReader, machine: LabMachine) => Promise<void>,
): Promise<void> {
  await using machine = await LabMachine.open(user);
  const before = takeSnapshot();
  using reader = await ArticleReader.open(machine, ...options);
  await read(reader, machine);
  expect(await reader.end()).toBe(0);
  expect(machine.mark.processes()).toEqual([]);
  expect(machine.left()).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
}

/** A ping that is answered, from the host or a container */
async function expectPing(machine: LabMachine, from: string, to: string): Promise<void> {
  expect(await machine.printed("exec", from, "ping", "-c", "1", "-W", "2", to)).toContain("1 received");
}

/** A connection to a port of a container, where the host's own program listens, which any image can do without */
async function expectTcp(machine: LabMachine, server: string, client: string, to: string, port: string): Promise<void> {
  const inspected = await machine.printed("exec", "shell", "docker", "inspect", "-f", "{{.State.Pid}}", server);
  const inNetwork = ["nsenter", `--net=/proc/${inspected.trim()}/ns/net`];
  const listening = machine.start(
    "exec",
    "shell",
    ...inNetwork,
    "busybox",
    "nc",
    "-l",
    "-p",
    port,
    "-e",
    "echo",
    "hello",
  );
  const connect = `until exec 3<>/dev/tcp/${to}/${port}; do sleep 0.05; done 2>/dev/null; cat <&3`;
  expect(await machine.printed("exec", client, "bash", "-c", connect)).toBe("hello\n");
  expect(await listening.exited).toBe(0);
}

/** What one of the article's values is here */
const valueOf = (reader: ArticleReader, sample: string) => reader.values.get(sample) ?? sample;

describe.each(everyUser)("as $name", (user) => {
  test("net-none-manual: a container's network, wired by hand", () =>
    reading(user, [], async (reader, machine) => {
      const lines = sectionLines("net-none-manual");
      const left = lines.findIndex((line) => line.startsWith("## here the container's shell is left"));
      const shown = await reader.follow(lines.slice(0, left));
      expect(shown).not.toMatch(WRONG);
      expect(shown).toContain("mended 6 non-breaking blanks, the template {{.State.Pid}}, the prompt $\n");
      const container = `shell:${valueOf(reader, "63f36fc01b5f")}`;
      await expectPing(machine, container, "172.17.42.1");
      await expectPing(machine, "shell", "172.17.42.99");
      await expectTcp(machine, valueOf(reader, "63f36fc01b5f"), "shell", "172.17.42.99", "7");
      const pid = valueOf(reader, "2778");
      expect(await machine.printed("exec", "shell", "ls", "/var/run/netns")).toBe(`${pid}\n`);
      reader.containers[0]?.type("exit\r");
      await reader.containers.splice(0)[0]?.prompt("the host's");
      expect(await reader.follow(lines.slice(left))).not.toMatch(WRONG);
      expect(await machine.printed("exec", "shell", "ls", "/var/run/netns")).toBe("");
    }));
});

async function pointToPoint(reader: ArticleReader, machine: LabMachine): Promise<void> {
  expect(await reader.follow(sectionLines("point-to-point"))).not.toMatch(WRONG);
  const one = valueOf(reader, "1f1f4c1f931a");
  const two = valueOf(reader, "12e343489d2f");
  await expectPing(machine, `shell:${one}`, "10.1.1.2");
  await expectPing(machine, `shell:${two}`, "10.1.1.1");
  await expectTcp(machine, two, `shell:${one}`, "10.1.1.2", "7");
}

describe.each(everyUser)("as $name", (user) => {
  test("point-to-point: two containers on one cable, in two terminal windows", () => reading(user, [], pointToPoint));

  test("custom-bridge: Docker on a bridge of one's own, pasted in one piece, with all that the article prints", () =>
    reading(user, [], async (reader, machine) => {
      const page = sectionLines("custom-bridge").map(asOnPage).join("\r");
      const shown = await reader.host.paste(page, "the host's");
      expect(shown).not.toMatch(WRONG);
      expect(shown).toMatch(/wirework: mended \d+ non-breaking blanks, 9 prompts; 4 lines .*\s+.*comments\n/);
      const id = (await machine.printed("exec", "shell", "docker", "run", "-d", "base", "sleep", "600")).trim();
      await expectPing(machine, `shell:${id}`, "192.168.5.1");
      await expectPing(machine, "shell", "192.168.5.2");
    }));

  test("custom-bridge: the same, read from a file", async () => {
    await using machine = await LabMachine.open(user);
    const lines = [...sectionLines("custom-bridge"), "docker run --rm base ping -c 1 192.168.5.1", ""];
    const { status, stdout, stderr } = await machine.reading(lines.map(asOnPage).join("\n"), "shell");
    expect(status).toBe(0);
    expect(stdout).toContain("1 received");
    expect(stderr.split("\n").filter((line) => !/^wirework: line \d+: (?:mended|a line) /.test(line))).toEqual([""]);
    expect(machine.left()).toEqual([]);
  });

  test("a line with the article's own container says what shows the reader's", () =>
    reading(user, [], async (reader) => {
      const line = asOnPage("$ sudo docker inspect -f '{{.State.Pid}}' 63f36fc01b5f");
      const shown = await reader.host.paste(line, "the host's");
      expect(shown).toMatch(pattern(["wirework: mended 6", "{{.State.Pid}}", "$", "63f36fc01b5f", "\n", "docker ps"]));
      expect(shown).toContain("Error: No such object: 63f36fc01b5f\n");
    }));

  if (SIZE === "quick") return;

  test("customise-docker0: the network, as seen from a container", () =>
    reading(user, [], async (reader, machine) => {
      const lines = sectionLines("customise-docker0").filter((line) => !/apt-get|\$\$ exit/.test(line));
      const shown = await reader.follow(lines);
      expect(shown).not.toMatch(WRONG);
      expect(shown).toContain("bridge name");
      expect(shown).toMatch(/inet 172\.17\.\d+\.\d+\/16/);
      expect(shown).toContain("default via 172.17.42.1 dev eth0");
      await expectPing(machine, `shell:${valueOf(reader, "container 1")}`, "172.17.42.1");
    }));

  test("dns: a container's three files are mounted over the image's own", () =>
    reading(user, [], async (reader) => {
      const run = "$ sudo docker run -i -t --rm base /bin/bash";
      const shown = await reader.follow([run, ...sectionLines("dns")]);
      for (const file of ["hostname", "hosts", "resolv.conf"]) expect(shown).toContain(`on /etc/${file} type`);
    }));

  test("forwarding: the host's switch is read and set", () =>
    reading(user, [], async (reader) => {
      await reader.host.paste("echo 0 > /proc/sys/net/ipv4/ip_forward", "the host's");
      const shown = await reader.follow(sectionLines("forwarding"));
      expect(shown).not.toMatch(WRONG);
      expect([...shown.matchAll(/^([01])$/gm)].map(([, value]) => value)).toEqual(["0", "1"]);
    }));

  test("link-icc-false: the rules of a link come before the DROP", () =>
    reading(user, [], async (reader, machine) => {
      await reader.host.paste("echo 'DOCKER_OPTS=\"--icc=false\"' >> /etc/default/docker", "the host's");
      await reader.host.paste("sudo service docker restart", "the host's");
      const lines = sectionLines("link-icc-false");
      const second = lines.findIndex((line) => line.startsWith("## A container is started"));
      expect(await reader.follow(lines.slice(0, second))).toMatch(/^DROP +(?:all|0) /m);
      await reader.host.paste("sudo docker run -d --name web --expose 80 base sleep 600", "the host's");
      await reader.host.paste("sudo docker run -d --name client --link web:www base sleep 600", "the host's");
      expect(await reader.follow(lines.slice(second))).toMatch(/^ACCEPT .*tcp dpt:80(?:.|\n)*^DROP/m);
      await expectTcp(machine, "web", "shell:client", "www", "80");
    }));

  test("publish-ports: what leaves the host is masqueraded", () =>
    reading(user, [], async (reader) => {
      const shown = await reader.follow(sectionLines("publish-ports"));
      expect(shown).not.toMatch(WRONG);
      expect(shown).toMatch(/^MASQUERADE +(?:all|0) +-- +172\.17\.0\.0\/16 +!172\.17\.0\.0\/16/m);
    }));
});

describeOnDocker("on docker", () => {
  test("point-to-point, with Docker's own client and engine", () => reading(ROOT, ["--on", "docker"], pointToPoint));
});
