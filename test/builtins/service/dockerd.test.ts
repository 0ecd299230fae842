/**
 * A real dockerd that does not come up, and one that dies.
 */
import { afterAll, afterEach, beforeAll, expect, test } from "bun:test";

import { findCause } from "../../../lib/shell/failure/causes.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { TestHost } from "../../support/host/test-host.ts";

const START = " * Starting Docker: docker\n   ...done.\n";

/** What is in DOCKER_OPTS, what dockerd says of it, without what only decorates that, and the cause that is found in it */
const REFUSED: readonly (readonly [options: string, words: string, cause: string])[] = [
  ["--nonsense", "unknown flag: --nonsense", "dockerd has no such option"],
  ["-q", "unknown shorthand flag: 'q' in -q", "dockerd has no such option"],
  ["--bip=999", "invalid CIDR address: 999", "--bip is the bridge's own address"],
  ["--bip=10.9.0.0/24", "failed to allocate gateway (10.9.0.0): Address already in use", "--bip is the bridge's own"],
  ["-b=nosuch0", "bridge device with non default name nosuch0 must be created manually", "Docker creates only docker0"],
  [
    "-b=docker0 --bip=10.0.0.1/24",
    "You specified -b & --bip, mutually exclusive options. Please specify only one",
    "a bridge named by -b has its own address",
  ],
  [
    "--icc=false --iptables=false",
    "You specified --iptables=false with --icc=false. ICC=false uses iptables to function. Please set --icc or --iptables to true",
    "--icc=false works by a rule of iptables",
  ],
  [
    "--mtu=abc",
    'invalid argument "abc" for "--mtu" flag: strconv.ParseInt: parsing "abc": invalid syntax',
    "the option takes a value of another kind",
  ],
  ["--log-level=xyz", "unable to parse logging level: xyz", "dockerd did not come up"],
];

describeOnDocker("dockerd", () => {
  let host: TestHost;
  beforeAll(async () => void (host = await TestHost.open({ name: "root", prefix: [] }, "docker")));
  afterAll(() => host[Symbol.asyncDispose]());

  const optionsAre = (options: string) =>
    host.run(["sh", "-c", "echo \"DOCKER_OPTS='$1'\" >/etc/default/docker", "sh", options]);

  const fileIs = (text: string) =>
    host.run(["sh", "-c", 'mkdir -p /etc/docker; printf %s "$1" >/etc/docker/daemon.json', "sh", text]);

  afterEach(async () => {
    await host.$`rm -f /etc/docker/daemon.json`;
    await optionsAre("");
    expect(await host.$`service docker restart`).toMatchObject({ status: 0, stderr: "" });
  });

  test.each(REFUSED)("with %s ends, and its words and the cause are told", async (options, words, cause) => {
    await optionsAre(options);
    const stderr = `Job for docker failed: dockerd ended with exit status 1:\n${words}\n`;
    expect(await host.$`service docker restart`).toEqual({ status: 1, stdout: "", stderr });
    expect(findCause(stderr)?.cause).toStartWith(cause);
    expect(await host.$`service docker status`).toMatchObject({ status: 3, stdout: " * Docker is not running\n" });
  });

  test("with a setting that is also in its file is not even started", async () => {
    await fileIs('{"mtu": 1400}');
    await optionsAre("--mtu=1300");
    expect((await host.$`service docker restart`).stderr).toBe(
      'Job for docker failed: "mtu" is set twice: in /etc/docker/daemon.json to 1400, and by --mtu=1300 in DOCKER_OPTS (/etc/default/docker)\n',
    );
  });

  test("with a file that is no JSON is not even started", async () => {
    await fileIs("{'mtu': 1400}");
    const { stderr } = await host.$`service docker restart`;
    expect(stderr).toStartWith("Job for docker failed: /etc/docker/daemon.json is not JSON: ");
    expect(findCause(stderr)?.cause).toStartWith("dockerd reads its file as JSON");
  });

  test("with a line in its defaults that does more than assign is not even started", async () => {
    await host.$`sh -c ${"echo 'DOCKER_OPTS=$(id)' >/etc/default/docker"}`;
    const { stderr } = await host.$`service docker restart`;
    expect(stderr).toStartWith("Job for docker failed: Cannot read line 1 of /etc/default/docker: ");
    expect(findCause(stderr)?.cause).toStartWith("the file is shell code");
  });

  test("reads its file", async () => {
    await fileIs('{"mtu": 1400}');
    expect((await host.$`service docker restart`).status).toBe(0);
    expect((await host.$`docker run --rm base cat /sys/class/net/eth0/mtu`).stdout).toBe("1400\n");
  });

  test("that was killed can be started again at once, and knows its containers", async () => {
    const { stdout: id } = await host.$`docker run -d base sleep 600`;
    await host.run(["sh", "-c", 'kill -9 "$(cat /var/run/docker.pid)"']);
    expect(await host.$`service docker start`).toEqual({ status: 0, stdout: START, stderr: "" });
    expect(await host.$`docker ps --quiet --all --no-trunc`).toMatchObject({ status: 0, stdout: id });
    expect(await host.$`docker run --rm base echo again`).toMatchObject({ status: 0, stdout: "again\n" });
    await host.$`docker rm --force ${id.trim()}`;
  });

  test("that runs is not started again", async () => {
    const { stdout: pid } = await host.$`cat /var/run/docker.pid`;
    expect(await host.$`service docker start`).toEqual({ status: 0, stdout: START, stderr: "" });
    expect((await host.$`cat /var/run/docker.pid`).stdout).toBe(pid);
  });
});
