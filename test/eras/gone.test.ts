/**
 * What is gone, as the real client and the real daemon complain of it.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { explainGone, GONE, goneWith } from "../../lib/eras/gone.ts";
import { OPTIONS } from "../../lib/eras/article-options.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { TestHost } from "../support/host/test-host.ts";

/** A line, and what it types that is gone */
const TYPED: Readonly<Record<string, string>> = {
  "docker -d": "docker -d",
  "docker -d -b=bridge0": "docker -d",
  "docker --daemon": "docker -d",
  "dockerd -d": "docker -d",
  "docker daemon": "docker daemon",
  "docker run --lxc-conf=lxc.cgroup.cpuset.cpus=0 base true": "docker run --lxc-conf=…",
  "dockerd -e lxc": "dockerd -e lxc",
  "dockerd -e=native": "dockerd -e lxc",
  "dockerd --exec-driver=lxc": "dockerd -e lxc",
  "docker run -n=false base true": "docker run -n=false",
  "docker run -n base true": "docker run -n=false",
  "docker run --networking=false base true": "docker run -n=false",
  "docker ps --since-id=abc": "docker ps --since-id=… --before-id=…",
  "docker ps --before=abc": "docker ps --since-id=… --before-id=…",
  "dockerd --api-enable-cors": "dockerd --api-enable-cors",
  "dockerd --graph=/tmp/graph": "dockerd --graph=…",
  "dockerd --restart=false": "dockerd --restart=false",
  "dockerd -r": "dockerd --restart=false",
  "docker run -rm base true": "docker run -rm -name=…",
  "docker run -name web base true": "docker run -rm -name=…",
  "docker run -dns 8.8.8.8 base true": "docker run -rm -name=…",
  "dockerd -icc=false": "docker run -rm -name=…",
  "dockerd -iptables=false": "docker run -rm -name=…",
  "dockerd -dns 8.8.8.8": "docker run -rm -name=…",
  "docker rmi -no-prune base": "docker run -rm -name=…",
};

/** Lines that fail of something else */
const OTHERS = [
  "docker run --nonsense base true",
  "docker run -y base true",
  "docker run --icc=false base true",
  "docker ps -d",
  "docker ps --filter=nonsense",
  "docker rmi -n base",
  "docker images -e",
  "docker nonsense",
  "docker run nowhere true",
  "dockerd --nonsense",
  "dockerd nonsense",
];

/** What the client of Docker 28.2.2 says; the daemon says no more of these than the one of 20.10 */
const LATER: Readonly<Record<string, string>> = {
  "unknown shorthand flag: 'd' in -d\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information":
    "docker -d",
  "docker: unknown command: docker daemon\n\nRun 'docker --help' for more information": "docker daemon",
  "unknown flag: --lxc-conf\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker run --help' for more information":
    "docker run --lxc-conf=…",
  "unknown shorthand flag: 'n' in -n\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker run --help' for more information":
    "docker run -n=false",
  "unknown shorthand flag: 'r' in -rm\n\nUsage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker run --help' for more information":
    "docker run -rm -name=…",
};

test.each(Object.entries(LATER))("the client of Docker 28.2.2 complains of what is gone: %j", (words, typed) => {
  expect(goneWith(words)?.typed).toBe(typed);
});

test("what is gone is said in one line, with what replaces it", () => {
  expect(explainGone("unknown flag: --lxc-conf\nSee 'docker run --help'.")).toEqual({
    cause: "`docker run --lxc-conf=…` is from the article's time: gone since 1.10, with the driver lxc",
    try: "docker run's own options: --cpuset-cpus, --cap-add, --device",
  });
  expect(explainGone("unknown flag: --lxc\nSee 'docker run --help'.")).toBeNull();
});

describeOnDocker("on a host with Docker 20.10", () => {
  let opened: TestHost | null = null;
  beforeAll(async () => void (opened = await TestHost.open({ name: "root", prefix: [] }, "docker")));
  afterAll(() => opened?.[Symbol.asyncDispose]());

  function host(): TestHost {
    if (opened === null) throw new Error("Cannot use the host before the tests run: it is not open yet");
    return opened;
  }

  async function complaint(line: string): Promise<string> {
    const { status, stdout, stderr } = await host().run(line.split(" "));
    expect(status).not.toBe(0);
    return stdout + stderr;
  }

  test.each(Object.entries(TYPED))("%s is of the article's time", async (line, typed) => {
    expect(goneWith(await complaint(line))?.typed).toBe(typed);
  });

  test.each(OTHERS)("%s is not", async (line) => {
    expect(goneWith(await complaint(line))).toBeNull();
  });

  test("service docker start says what the daemon says", async () => {
    await host().run(["bash", "-c", "echo 'DOCKER_OPTS=\"-e lxc\"' > /etc/default/docker"]);
    const words = await complaint("service docker restart");
    await host().run(["bash", "-c", "> /etc/default/docker; service docker restart"]);
    expect(goneWith(words)?.typed).toBe("dockerd -e lxc");
  });

  test("nothing is recognised that no line here has typed, but what is gone without a word", () => {
    const silent = GONE.filter(({ complaint }) => complaint === null).map(({ typed }) => typed);
    expect(new Set([...Object.values(TYPED), ...silent])).toEqual(new Set(GONE.map(({ typed }) => typed)));
  });

  test("the daemon reads its options in daemon.json", async () => {
    // docker0 can't be another bridge and have another address; the other two are what others of the table need
    const others = OPTIONS.filter(({ file }) => file !== null && !/"(?:bridge|iptables|hosts)"/.test(file));
    const json = `{${others.map(({ file }) => file).join(", ")}}`;
    const run = async (script: string) => await host().run(["bash", "-c", script]);
    await run(`mkdir -p /etc/docker; echo '${json}' > /etc/docker/daemon.json`);
    expect(await run("service docker restart")).toMatchObject({ status: 0 });
    expect((await run("ip -br address show docker0")).stdout).toContain("192.168.1.5/24");
    expect((await run("iptables -S FORWARD")).stdout).toContain("-i docker0 -o docker0 -j DROP");
    expect((await run("docker run --rm base ip link show eth0")).stdout).toContain("mtu 1400");
    expect((await run("docker run --rm base cat /etc/resolv.conf")).stdout).toMatch(
      /^search example\.com\n.*192\.168\.1\.5/s,
    );
    expect(await run("rm /etc/docker/daemon.json; service docker restart")).toMatchObject({ status: 0 });
  });

  test("a network of one's own takes what the daemon takes for docker0", async () => {
    const values = { BRIDGE: "br-own", NETWORK: "10.20.0.0/24", ADDRESS: "10.20.0.5", BYTES: "1400" };
    const options = OPTIONS.flatMap(({ network }) => network?.split(" ") ?? []).map(
      (word) => word.replace(/[A-Z]+$/, (name) => values[name as keyof typeof values]), // what the table has in capitals
    );
    const run = async (line: string) => (await host().run(line.split(" "))).stdout;
    await run("ip link add br-own type bridge");
    await run(`docker network create ${options.join(" ")} own`);
    await run("docker run -d --name one --net own -p 80 base sleep 600");
    expect(await run("ip -br address show dev br-own")).toContain("10.20.0.5/24");
    expect(await run("docker exec one ip link show eth0")).toContain("mtu 1400");
    expect(await run("iptables -S FORWARD")).toContain("-i br-own -o br-own -j DROP");
    expect(await run("docker port one")).toStartWith("80/tcp -> 10.20.0.5:");
  });
});

describe("of the table,", () => {
  test.each(GONE.map((gone) => [gone.typed, gone] as const))("%s has a fate, and something instead", (_, gone) => {
    expect(gone.fate).toMatch(/\d/);
    expect(gone.instead).not.toBe("");
  });
});
