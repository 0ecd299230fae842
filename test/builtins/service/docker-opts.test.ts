import { afterEach, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";

const UNREACHABLE =
  "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n";

describeInSandbox((host) => {
  const rules = async () => [await host().$`iptables -S`, await host().$`iptables -t nat -S`];

  describe("DOCKER_OPTS in /etc/default/docker", () => {
    const restartWith = async (text: string) => {
      await host().$`sh -c ${'printf %s "$1" >/etc/default/docker'} sh ${text}`;
      return host().$`service docker restart`;
    };
    const inContainer = async (script: string) => (await host().$`docker run --rm base sh -c ${script}`).stdout;

    afterEach(async () => {
      await host()
        .$`sh -c ${"for bridge in docker0 bridge0; do ip link del $bridge; done 2>&-; iptables -F; iptables -t nat -F"}`;
      await restartWith("");
    });

    test("has no effect before a restart, and then it has", async () => {
      await host().$`sh -c ${`echo 'DOCKER_OPTS="--mtu 1400"' >>/etc/default/docker`}`;
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe("1500\n");
      await host().$`service docker start`;
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe("1500\n");
      await host().$`service docker restart`;
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe("1400\n");
      expect((await host().$`cat /sys/class/net/docker0/mtu`).stdout).toBe("1400\n");
    });

    test("without --mtu, containers have that of the default route", async () => {
      await host().$`ip link add out mtu 1420 type veth peer name far`;
      await host().$`ip addr add 10.9.9.1/24 dev out`;
      await host().$`ip link set out up`;
      await host().$`ip route add default via 10.9.9.2`;
      await restartWith("");
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe("1420\n");
      await host().$`ip link del out`;
    });

    test.each([
      ["alone, and they have 1500", "true", "1500"],
      ["before another, and they have that one's", "ip route add default dev out metric 9", "1420"],
    ])("there may be a default route that refuses, %s", async (_what, line, mtu) => {
      await host()
        .$`sh -c ${"ip route add unreachable default; ip link add out mtu 1420 type veth peer name far; ip link set out up"}`;
      await host().run(line.split(" "));
      expect(await restartWith("")).toMatchObject({ status: 0, stderr: "" });
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe(`${mtu}\n`);
      await host().$`ip link del out`;
      await host().$`ip route del unreachable default`;
    });

    test.each([
      ["", "docker0"],
      ["DOCKER_OPTS=--bridge=bridge0\n", "bridge0"],
    ])("a host with routes everywhere has no network for a bridge without an address: %j", async (text, bridge) => {
      await host().$`service docker stop`;
      await host()
        .$`sh -c ${"ip link del docker0; ip link add bridge0 type bridge; ip link add out type veth peer name far; ip link set out up"}`;
      for (const network of ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"])
        await host().$`ip route add ${network} dev out`;
      const said = await restartWith(text);
      await host().$`ip link del out`;
      expect(said.stderr).toContain(
        `Could not find a free IP address range for interface '${bridge}'. Please configure its address manually and run 'docker -b ${bridge}'`,
      );
    });

    test("is read as sh does: the last assignment counts", async () => {
      await restartWith("# DOCKER_OPTS=--mtu=1300\nDOCKER_OPTS=--mtu=1300\nDOCKER_OPTS='--mtu=1400' # really\n");
      expect(await inContainer("cat /sys/class/net/eth0/mtu")).toBe("1400\n");
    });

    test("--bip gives docker0 its address, and containers theirs and their gateway", async () => {
      await restartWith("DOCKER_OPTS=--bip=192.168.1.5/24\n");
      expect((await host().$`ip -br -4 addr show docker0`).stdout).toMatch(/ 192\.168\.1\.5\/24 *\n$/);
      expect(await inContainer("ip route")).toBe(
        "default via 192.168.1.5 dev eth0 \n192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.2 \n",
      );
      expect((await host().$`iptables -t nat -S POSTROUTING`).stdout).toContain(
        "-A POSTROUTING -s 192.168.1.0/24 ! -d 192.168.1.0/24 -j MASQUERADE\n",
      );
    });

    test("a full network has no address left, and one again when a container ends", async () => {
      await restartWith("DOCKER_OPTS=--bip=192.168.1.1/29\n");
      const runs = [1, 2, 3, 4, 5].map(() => host().$`docker run -d --rm base sleep 600`);
      expect((await Promise.all(runs)).map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
      expect(await host().$`docker run --rm base true`).toMatchObject({
        status: 125,
        stderr: expect.stringContaining("no available IPv4 addresses on this network"),
      });
      await host().$`sh -c ${"docker kill $(docker ps -q | head -1)"}`;
      expect(await inContainer("echo room")).toBe("room\n");
    });

    test.each(["-b bridge0", "--bridge=bridge0"])("%s takes a bridge over, and makes no docker0", async (option) => {
      await host().$`service docker stop`;
      await host().$`ip link del docker0`;
      await host().$`ip link add bridge0 type bridge`;
      await host().$`ip addr add 192.168.5.1/24 dev bridge0`;
      expect(await restartWith(`DOCKER_OPTS="${option}"\n`)).toMatchObject({ status: 0, stderr: "" });
      expect((await host().$`ip -o link show docker0`).status).toBe(1);
      expect(await inContainer("ip route")).toBe(
        "default via 192.168.5.1 dev eth0 \n192.168.5.0/24 dev eth0 proto kernel scope link src 192.168.5.2 \n",
      );
    });

    test.each(["-b none", "--bridge=none", "-b br7 -b none"])(
      "%s takes docker0 away, and leaves containers lo only",
      async (option) => {
        expect(await restartWith(`DOCKER_OPTS='${option}'\n`)).toMatchObject({ status: 0, stderr: "" });
        expect((await host().$`ls /sys/class/net`).stdout).toBe("lo\n");
        for (const network of ["--net=bridge", "--net=none"])
          expect((await host().$`docker run --rm ${network} base ls /sys/class/net`).stdout).toBe("lo\n");
        expect(await inContainer("ls /sys/class/net; ip route; cat /etc/hosts | grep $(hostname)")).toBe("lo\n");
        await restartWith("");
        expect(await inContainer("ls /sys/class/net")).toBe("eth0\nlo\n");
      },
    );

    test("-b none takes links that lead nowhere, but none to who doesn't run", async () => {
      await restartWith("DOCKER_OPTS='-b none'\n");
      await host().$`docker run -d --name web base sleep 600`;
      const link = () => host().$`docker run --rm --link web:www base grep -c www /etc/hosts`;
      expect(await link()).toMatchObject({ status: 1, stdout: "0\n", stderr: "" });
      await host().$`docker kill web`;
      expect(await link()).toMatchObject({
        status: 125,
        stderr: expect.stringContaining("Cannot link to a non running container: /web AS /"),
      });
    });

    test("-b docker0 is the default, also where there is none", async () => {
      await host().$`ip link del docker0`;
      expect((await restartWith("DOCKER_OPTS=--bridge=docker0\n")).status).toBe(0);
      expect((await host().$`ip -br -4 addr show docker0`).stdout).toMatch(/ 172\.17\.42\.1\/16 *\n$/);
    });

    test("-b of a bridge without an address gives it one that is free, and switches it on", async () => {
      await host().$`ip link add bridge0 type bridge`;
      expect(await restartWith("DOCKER_OPTS='-b bridge0'\n")).toMatchObject({ status: 0, stderr: "" });
      // docker0 has the first network of the list
      expect((await host().$`ip -br -4 addr show bridge0`).stdout).toMatch(/ 10\.0\.42\.1\/16 *\n$/);
      expect(await inContainer("ip route")).toStartWith("default via 10.0.42.1 dev eth0 \n");
    });

    test("--iptables=false adds no rule", async () => {
      await host().$`iptables -t nat -X DOCKER`;
      await host().$`iptables -t nat -F`;
      await host().$`iptables -F`;
      const before = await rules();
      await restartWith("DOCKER_OPTS=--iptables=false\n");
      await inContainer("true");
      expect(await rules()).toEqual(before);
    });

    test("--icc=false replaces the ACCEPT rule by DROP, and the default brings it back", async () => {
      await restartWith("DOCKER_OPTS=--icc=false\n");
      expect((await host().$`iptables -S FORWARD`).stdout).toBe(
        "-P FORWARD ACCEPT\n-A FORWARD -i docker0 -o docker0 -j DROP\n",
      );
      await restartWith("");
      expect((await host().$`iptables -S FORWARD`).stdout).toBe(
        "-P FORWARD ACCEPT\n-A FORWARD -i docker0 -o docker0 -j ACCEPT\n",
      );
    });

    test("--ip-forward=false leaves ip_forward as it is", async () => {
      await host().$`sh -c ${"echo 0 >/proc/sys/net/ipv4/ip_forward"}`;
      await restartWith("DOCKER_OPTS=--ip-forward=false\n");
      expect((await host().$`cat /proc/sys/net/ipv4/ip_forward`).stdout).toBe("0\n");
      await restartWith("");
      expect((await host().$`cat /proc/sys/net/ipv4/ip_forward`).stdout).toBe("1\n");
    });

    test("--dns and --dns-search go into every container's resolv.conf", async () => {
      await restartWith('DOCKER_OPTS="--dns 10.0.0.7 --dns 10.0.0.8 --dns-search example.com"\n');
      expect(await inContainer("cat /etc/resolv.conf")).toBe(
        "search example.com\nnameserver 10.0.0.7\nnameserver 10.0.0.8\n",
      );
    });

    test("--ip is taken", async () => {
      expect((await restartWith("DOCKER_OPTS=--ip=127.0.0.1\n")).status).toBe(0);
    });

    test.each([
      ["DOCKER_OPTS=--bogus\n", "unknown flag: --bogus"],
      ["DOCKER_OPTS=--link=a:b\n", "unknown flag: --link: it belongs to one container, so only docker run takes it"],
      ["DOCKER_OPTS=--bip=192.168.1.0/24\n", "failed to allocate gateway (192.168.1.0): Address already in use"],
      ["DOCKER_OPTS='-b bridge9'\n", "bridge device with non default name bridge9 must be created manually"],
      ["DOCKER_OPTS='-b lo'\n", "existing interface lo is not a bridge"],
      ["DOCKER_OPTS='-b docker0 --bip 10.9.0.1/24'\n", "You specified -b & --bip, mutually exclusive options."],
      ["DOCKER_OPTS='--icc=false --iptables=false'\n", "You specified --iptables=false with --icc=false."],
      ["DOCKER_OPTS=$(id)\n", "Cannot read line 1 of /etc/default/docker"],
    ])("%j fails the start, says why, and leaves docker stopped", async (text, reason) => {
      const said = await restartWith(text);
      expect(said).toMatchObject({ status: 1, stdout: "" });
      expect(said.stderr).toStartWith("Job for docker failed: ");
      expect(said.stderr).toContain(reason);
      expect((await host().$`docker ps`).stderr).toBe(UNREACHABLE);
    });
  });
});
