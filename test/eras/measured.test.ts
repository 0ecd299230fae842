/**
 * What the table says of Docker 20.10, held against one.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { eraOf } from "../../lib/eras/era.ts";
import { practiceOf } from "../../lib/eras/topic.ts";
import { TOPICS } from "../../lib/eras/topics.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { TestHost } from "../support/host/test-host.ts";

describeOnDocker("on a host with Docker 20.10", () => {
  let opened: TestHost | null = null;
  beforeAll(async () => void (opened = await TestHost.open({ name: "root", prefix: [] }, "docker")));
  afterAll(() => opened?.[Symbol.asyncDispose]());

  /** What a line of bash prints on it */
  async function shows(line: string): Promise<string> {
    if (opened === null) throw new Error("Cannot use the host before the tests run: it is not open yet");
    const { status, stdout, stderr } = await opened.run(["bash", "-c", line]);
    if (status !== 0) throw new Error(`Cannot go on after \`${line}\`: ${stderr || stdout}`);
    return stdout;
  }

  /** What the table has of a topic */
  function said(name: string): string {
    const topic = TOPICS.find(({ topic }) => topic === name);
    return (topic === undefined ? null : practiceOf(topic, "20.10")) ?? "";
  }

  const restartWith = (options: string) =>
    shows(`echo 'DOCKER_OPTS="${options}"' > /etc/default/docker; service docker restart`);

  test("it is of that era", async () => {
    expect(eraOf((await shows("docker version --format '{{.Server.Version}}'")).trim())).toBe("20.10");
  });

  test("docker0's address is 172.17.0.1/16", async () => {
    expect(said("docker0's address")).toStartWith("172.17.0.1/16");
    expect(await shows("ip -br address show docker0")).toContain(" 172.17.0.1/16");
  });

  test("FORWARD's policy is DROP, where Docker has switched ip_forward on", async () => {
    expect(said("FORWARD's policy")).toStartWith("DROP");
    expect(await shows("iptables -S FORWARD; cat /proc/sys/net/ipv4/ip_forward")).toMatch(
      /^-P FORWARD DROP\n[^]*\n1\n$/,
    );
  });

  test("the masquerade is for all that does not leave by docker0", async () => {
    expect(await shows("iptables -t nat -S POSTROUTING")).toContain(`${said("Rule of the masquerade")} -j MASQUERADE`);
  });

  test("-P begins with the first of ip_local_port_range, on both kinds of addresses, with a proxy for each", async () => {
    await shows("docker run -d --name one -P base sleep 600");
    const first = (await shows("cut -f1 /proc/sys/net/ipv4/ip_local_port_range")).trim();
    expect(said("Host ports of -P")).toContain(first);
    expect((await shows("docker port one")).split("\n")).toEqual([
      `80/tcp -> 0.0.0.0:${first}`,
      `80/tcp -> :::${first}`,
      "",
    ]);
    expect((await shows("pgrep -f docker-proxy.*-host-port")).trim().split("\n")).toHaveLength(2);
  });

  test("a published port has its rules in nat's chain DOCKER and in filter's", async () => {
    expect(await shows("iptables -t nat -S DOCKER")).toContain("-j DNAT --to-destination 172.17.0.2:80");
    expect(await shows("iptables -S DOCKER")).toContain("-d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp");
  });

  test("eth0 has a MAC address made of its IPv4 address, a broadcast address, and no inet6", async () => {
    const eth0 = await shows("docker exec one ip address show eth0");
    expect(eth0).toContain("link/ether 02:42:ac:11:00:02 ");
    expect(eth0).toContain("inet 172.17.0.2/16 brd 172.17.255.255 ");
    expect(eth0).not.toContain("inet6");
    expect(await shows("ls /sys/class/net/docker0/brif")).toMatch(/^veth[\da-f]{7}\n$/);
  });

  test("a running container keeps its resolv.conf, and gets the host's when it starts again", async () => {
    await shows("echo 'nameserver 192.0.2.53' >> /etc/resolv.conf");
    expect(await shows("docker exec one cat /etc/resolv.conf")).not.toContain("192.0.2.53");
    await shows("docker restart --time 0 one");
    expect(await shows("docker exec one cat /etc/resolv.conf")).toContain("192.0.2.53");
  });

  test("nameservers on the loopback are left out, and replaced where none is left", async () => {
    const ofNew = "docker run --rm base cat /etc/resolv.conf";
    await shows("printf 'nameserver 127.0.0.1\\nnameserver 192.0.2.53\\n' > /etc/resolv.conf");
    expect(await shows(ofNew)).toContain("nameserver 192.0.2.53");
    expect(await shows(ofNew)).not.toContain("127.0.0.1");
    await shows("echo 'nameserver 127.0.1.1' > /etc/resolv.conf");
    expect(await shows(ofNew)).toMatch(/nameserver 8\.8\.8\.8\nnameserver 8\.8\.4\.4\n/);
  });

  test("a link has environment variables, and a line with alias, ID and name", async () => {
    const id = (await shows("docker inspect -f '{{.Config.Hostname}}' one")).trim();
    const linked = await shows("docker run --rm --link one:www base sh -c 'env; cat /etc/hosts'");
    expect(linked).toContain("WWW_PORT_80_TCP=tcp://172.17.0.2:80\n");
    expect(linked).toContain(`172.17.0.2\twww ${id} one\n`);
  });

  test("the MTU is 1500, whatever the default route's interface has", async () => {
    await shows(
      "ip link add uplink mtu 1400 type veth peer name cable && ip link set uplink up && ip link set cable up",
    );
    await shows("ip address add 10.0.0.2/24 dev uplink && ip route add default via 10.0.0.1");
    await restartWith("");
    expect(await shows("docker run --rm base ip link show eth0")).toContain(" mtu 1500 ");
    await shows("ip link del uplink");
  });

  test("the first container has the lowest address that is free, .1 included", async () => {
    await restartWith("--bip=192.168.1.5/24");
    expect(said("First container's address")).toContain("192.168.1.1 with --bip=192.168.1.5/24");
    expect(await shows("docker run --rm base ip -br address show eth0")).toContain(" 192.168.1.1/24");
  });

  test("docker0 is made again, down, beside a bridge of one's own", async () => {
    await shows("service docker stop && ip link set docker0 down && brctl delbr docker0");
    await shows(
      "ip link add bridge0 type bridge && ip address add 192.168.5.1/24 dev bridge0 && ip link set bridge0 up",
    );
    await restartWith("-b=bridge0");
    expect(await shows("docker run --rm base ip -br address show eth0")).toContain(" 192.168.5.2/24");
    expect(await shows("ip -br link show docker0")).toMatch(/^docker0 +DOWN /);
    expect(await shows("ls /sys/class/net/docker0/brif")).toBe("");
  });
});
