/**
 * Every spelling of an option, short or long, with `=` or a blank, gives the same (the article's statement 23).
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { words } from "../../lib/shell/template/words.ts";
import { shareOf } from "../support/size.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { TestHost } from "../support/host/test-host.ts";
import { type User, users } from "../support/machine/users.ts";

/** Options of `docker run`; those of a line mean the same, and those of the next one something else */
const OF_RUN: readonly (readonly string[])[] = [
  ["", "-P=false", "--publish-all=false", "--privileged=false", "--net=bridge", "--network bridge"],
  ["-h web", "-hweb", "-h=web", "--hostname web", "--hostname=web"],
  ["--link db:www", "--link=db:www", "--link=/db:www"],
  ["--net none", "--net=none", "--network=none"],
  ["--net host", "--net=host", "--network=host"],
  ["--net container:db", "--net=container:db"],
  ["-p 127.0.0.1:8080:80", "-p=127.0.0.1:8080:80", "--publish=127.0.0.1:8080:80/tcp", "--publish 127.0.0.1:8080:80"],
  ["-P", "-P=true", "--publish-all", "--publish-all=true", "--publish-all=1"],
  ["--dns 192.0.2.1", "--dns=192.0.2.1"],
  ["--dns-search example.com", "--dns-search=example.com"],
  ["--privileged", "--privileged=true", "--privileged=T"],
];

/** Options of the daemon, in the same way */
const OF_THE_DAEMON: readonly (readonly string[])[] = [
  ["", "--icc", "--icc=true", "--iptables=true", "--ip-forward=true", "--mtu=0"],
  ["-b none", "-b=none", "--bridge none", "--bridge=none"],
  ["--bip 192.168.1.5/24", "--bip=192.168.1.5/24"],
  ["--mtu 1400", "--mtu=1400"],
  ["--icc=false", "--icc=0", "--icc=F"],
  ["--dns 192.0.2.1 --dns-search example.com", "--dns=192.0.2.1 --dns-search=example.com"],
];

/** What a container was made with, without what is its own in any case: its id, its ports of the host, its times */
const MADE_WITH =
  "{{.Config.Hostname}} {{.HostConfig.NetworkMode}} {{json .HostConfig.Links}} {{json .HostConfig.PortBindings}} {{.HostConfig.PublishAllPorts}} {{.HostConfig.Privileged}} {{json .HostConfig.Dns}} {{json .HostConfig.DnsSearch}}";

/** What it sees */
const SEES =
  "ip -o link | cut -d: -f2 | cut -d@ -f1 | grep -v veth; ip -o -4 addr show eth0 | cut -d: -f2-; ip route; cat /etc/resolv.conf; grep -c -w db /etc/hosts; grep CapEff /proc/self/status; cat /sys/class/net/eth0/mtu";

/** What differs from one container to the next, and "default", which is Docker's other word for the network bridge */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:49|3[2-9]|[45]\d)\d{3}\b/g, "PORT"],
  [/(?<=:\/)[a-z]+_[a-z]+\d?(?=\/)/g, "NAME"],
  [/^ID default /gm, "ID bridge "],
];

function testOn(user: User, kind: ThrowAwayKind): void {
  let host: TestHost;
  beforeAll(async () => void (host = await TestHost.open(user, kind)));
  afterAll(() => host[Symbol.asyncDispose]());
  const type = (line: string) => host.run(words(Object.assign([line], { raw: [line] }), []).argv);
  const shares = kind === "docker" ? { quick: 0.08, full: 0.35 } : { quick: 0.35, full: 1 };
  const groups = <Group>(all: readonly Group[]) => shareOf(`spellings on ${kind}`, all, shares);

  /** All there is to see of a container with these options; its own id stands for its name where it has no other */
  async function seen(options: string): Promise<string> {
    const run = await type(`docker run -d ${options} base sleep 600`);
    if (run.status !== 0) return run.stderr.replace(/[\da-f]{64}/g, "ID");
    const id = run.stdout.trim();
    const parts = [
      await host.run(["docker", "inspect", "-f", MADE_WITH, id]),
      await host.run(["docker", "exec", id, "sh", "-c", SEES]),
      await host.run(["docker", "port", id]),
      await host.run(["sh", "-c", "iptables-save | sed -n '/^-/p'"]),
    ];
    await host.run(["docker", "rm", "-f", id]);
    const text = parts.map(({ stdout }) => stdout).join("\n");
    return OWN.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text.replaceAll(id.slice(0, 12), "ID"));
  }

  describe("options of docker run:", () => {
    beforeAll(async () => void (await type("docker run -d --name db --expose 80 base sleep 600")));
    afterAll(async () => void (await type("docker rm -f db")));

    test.each(groups(OF_RUN).map((group) => [group.filter((one) => one !== "").join(", "), group] as const))(
      "%s",
      async (_, [first = "", ...others]) => {
        const expected = await seen(first);
        for (const other of others) expect({ other, seen: await seen(other) }).toEqual({ other, seen: expected });
        expect(await seen("--name=another -h another")).not.toBe(expected);
      },
    );
  });

  // How a real dockerd reads its options is its own affair, and it starts slowly
  if (kind === "sandbox")
    describe("options of the daemon:", () => {
      const started = async (options: string) => {
        await type("service docker stop");
        for (const line of ["ip link del docker0", "iptables -F", "iptables -t nat -F"]) await type(line);
        await host.run(["sh", "-c", 'printf %s "$1" >/etc/default/docker', "sh", `DOCKER_OPTS="${options}"\n`]);
        expect(await type("service docker start")).toMatchObject({ status: 0, stderr: "" });
        return seen("");
      };

      test.each(groups(OF_THE_DAEMON).map((group) => [group.filter((one) => one !== "").join(", "), group] as const))(
        "%s",
        async (_, [first = "", ...others]) => {
          // With the first one goes what the group before has left
          await started(first);
          const expected = await started(first);
          for (const other of others) expect({ other, seen: await started(other) }).toEqual({ other, seen: expected });
        },
      );
    });
}

describe.each(users)("on the sandbox, as $name", (user) => testOn(user, "sandbox"));

describeOnDocker("on Docker 20.10.24", () => testOn({ name: "root", prefix: [] }, "docker"));
