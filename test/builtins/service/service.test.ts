import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";

const UNREACHABLE =
  "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n";

describeInSandbox((host) => {
  const rules = async () => [await host().$`iptables -S`, await host().$`iptables -t nat -S`];

  describe("service docker", () => {
    test("status is 0 while it runs, 3 when it does not", async () => {
      expect(await host().program`service docker status`).toMatchObject({
        status: 0,
        stdout: " * Docker is running\n",
      });
      await host().$`service docker stop`;
      expect(await host().program`service docker status`).toMatchObject({
        status: 3,
        stdout: " * Docker is not running\n",
      });
      await host().$`service docker start`;
    });

    test("stop ends every container; docker0 and the rules stay, and docker can't reach the daemon", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      await host().$`docker run -d --name last --rm base sleep 600`;
      const before = await rules();
      expect(await host().program`service docker stop`).toMatchObject({ status: 0, stderr: "" });
      expect((await host().$`ps -e -o args=`).stdout).not.toContain("sleep 600");
      expect((await host().$`ip -o link show type veth`).stdout).toBe("");
      expect((await host().$`ip -br -4 addr show docker0`).stdout).toContain("172.17.42.1/16");
      expect(await rules()).toEqual(before);
      for (const line of ["ps", "rm web", "exec web true", "logs web", "kill web"]) {
        expect(await host().run(["docker", ...line.split(" ")])).toEqual({
          status: 1,
          stdout: "",
          stderr: UNREACHABLE,
        });
      }
      expect(await host().$`docker run base true`).toEqual({
        status: 125,
        stdout: "",
        stderr: `docker: ${UNREACHABLE.trimEnd()}.\nSee 'docker run --help'.\n`,
      });
      expect(await host().$`docker version`).toMatchObject({ status: 1, stderr: UNREACHABLE });
      expect(await host().$`docker info`).toMatchObject({ status: 1, stderr: "errors pretty printing info\n" });
      expect(await host().$`docker inspect web`).toEqual({ status: 1, stdout: "[]\n", stderr: UNREACHABLE });
      const start = `${UNREACHABLE}Error: failed to start containers: web\n`;
      expect(await host().$`docker start web`).toEqual({ status: 1, stdout: "", stderr: start });
    });

    test("start works again, adds no rule twice, and knows the stopped containers", async () => {
      const before = await rules();
      expect(await host().program`service docker start`).toMatchObject({ status: 0, stderr: "" });
      expect(await rules()).toEqual(before);
      expect((await host().$`docker ps -a`).stdout).toMatch(/Exited \(137\) .* web\n$/);
      expect((await host().$`docker start web`).stdout).toBe("web\n");
    });

    test("start leaves what runs alone, and restart does not", async () => {
      await host().$`service docker start`;
      expect((await host().$`docker ps -q`).stdout).not.toBe("");
      await host().$`service docker restart`;
      expect((await host().$`docker ps -q`).stdout).toBe("");
      await host().$`docker rm web`;
    });

    test("stop and start are content to be said twice", async () => {
      for (const action of ["stop", "stop", "start", "start", "restart"]) {
        expect((await host().$`service docker ${action}`).status).toBe(0);
      }
    });

    test("restart leaves rules and interfaces that somebody else made", async () => {
      await host().$`iptables -I FORWARD -s 10.9.9.9 -j DROP`;
      await host().$`ip link add mine type veth peer name yours`;
      const before = await rules();
      await host().$`service docker restart`;
      expect(await rules()).toEqual(before);
      expect((await host().$`ip link show mine`).status).toBe(0);
      await host().$`iptables -D FORWARD -s 10.9.9.9 -j DROP`;
      await host().$`ip link del mine`;
    });

    test.each([
      [[], "Usage: service docker {start|stop|restart|status}\n"],
      [["docker"], "Usage: service docker {start|stop|restart|status}\n"],
      [["docker", "reload"], "Usage: service docker {start|stop|restart|status}\n"],
      [["nginx", "start"], "nginx: unrecognized service\n"],
    ])("service %j ends with 1 and says how", async (args, stderr) => {
      expect(await host().run(["service", ...args])).toEqual({ status: 1, stdout: "", stderr });
    });
  });

  describe("docker0, made anew,", () => {
    const USED = "ip link add used type bridge && ip link set used up";

    test.each([
      { where: "nothing is in its way", taken: ":", given: "", address: "172.17.42.1/16", mtu: 1500 },
      {
        where: "an interface has an address in the first range",
        taken: `${USED} && ip addr add 172.17.3.3/24 dev used`,
        given: "",
        address: "10.0.42.1/16",
        mtu: 1500,
      },
      {
        where: "a route leads into the first two",
        taken: `${USED} && ip addr add 203.0.113.2/24 dev used && ip route add 172.17.0.0/16 via 203.0.113.1 && ip route add 10.0.9.0/24 dev used`,
        given: "",
        address: "10.1.42.1/16",
        mtu: 1500,
      },
      {
        where: "a name server is in the first",
        taken: "echo 'nameserver 172.17.0.53' >>/etc/resolv.conf",
        given: "",
        address: "10.0.42.1/16",
        mtu: 1500,
      },
      {
        where: "the way out has another MTU",
        taken: `${USED} && ip link set used mtu 1400 && ip addr add 203.0.113.2/24 dev used && ip route add default via 203.0.113.1`,
        given: "",
        address: "172.17.42.1/16",
        mtu: 1400,
      },
      {
        where: "options say so",
        taken: `${USED} && ip link set used mtu 1400 && ip addr add 203.0.113.2/24 dev used && ip route add default via 203.0.113.1`,
        given: "--bip=192.168.1.5/24 --mtu=1300",
        address: "192.168.1.5/24",
        mtu: 1300,
      },
    ])("takes $address, and packets of $mtu bytes, where $where", async ({ taken, given, address, mtu }) => {
      const asBefore = "cp /etc/resolv.conf /tmp/resolv.conf; echo nameserver 192.0.2.53 >/etc/resolv.conf";
      await host().$`sh -ec ${`service docker stop; ip link del docker0; ${asBefore}; ${taken}`}`;
      await host().$`sh -ec ${`echo 'DOCKER_OPTS="${given}"' >/etc/default/docker; service docker start`}`;
      const { stdout } = await host().$`ip -json -4 addr show docker0`;
      const { stdout: inside } = await host().$`docker run --rm base cat /sys/class/net/eth0/mtu`;
      await host().$`sh -c ${"cp /tmp/resolv.conf /etc/resolv.conf; ip link del used; : >/etc/default/docker"}`;
      const [local = "", length = ""] = address.split("/");
      expect(JSON.parse(stdout)).toMatchObject([{ mtu, addr_info: [{ local, prefixlen: Number(length) }] }]);
      expect(inside).toBe(`${mtu}\n`);
    });

    test("has room for five containers in a /29, and none for a sixth until one is stopped", async () => {
      await host().$`sh -ec ${"echo 'DOCKER_OPTS=--bip=192.168.1.1/29' >/etc/default/docker; service docker restart"}`;
      const start = (name: string) => host().$`docker run -d --name ${name} base sleep 600`;
      for (const name of ["one", "two", "three", "four", "five"]) expect((await start(name)).status).toBe(0);
      const { status, stderr } = await start("six");
      expect({ status, stderr }).toEqual({
        status: 125,
        stderr: expect.stringMatching(
          /^docker: Error response from daemon: no available IPv4 addresses on this network's address pools: bridge \([0-9a-f]{64}\)\.\n$/,
        ),
      });
      await host().$`docker rm -f three`;
      expect((await host().$`docker start six`).status).toBe(0);
    });
  });
});
