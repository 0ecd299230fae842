/**
 * The bridge that the engine makes, or takes over: its address, its largest packet, its hardware address.
 */
import { beforeAll, beforeEach, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

// Docker 1.2, daemon/networkdriver/bridge/driver.go
const TRIED = [
  "172.17.42.1/16",
  "10.0.42.1/16",
  "10.1.42.1/16",
  "10.42.42.1/16",
  "172.16.42.1/24",
  "172.16.43.1/24",
  "172.16.44.1/24",
  "10.0.42.1/24",
  "10.0.43.1/24",
  "10.0.44.1/24",
  "192.168.42.1/24",
  "192.168.43.1/24",
  "192.168.44.1/24",
];

/** Routes that are in the way of one address, and of none behind it */
const IN_THE_WAY = [
  "172.17.0.0/16",
  "10.0.1.0/24",
  "10.1.0.0/16",
  "10.42.0.0/16",
  "172.16.42.0/24",
  "172.16.43.0/24",
  "172.16.44.128/25",
  "10.0.42.0/24",
  "10.0.43.0/24",
  "10.0.44.0/24",
  "192.168.42.0/24",
  "192.168.43.0/24",
  "192.168.44.0/24",
];

describeInSandbox((host) => {
  const start = async (options = "") => {
    await host().$`sh -c ${`echo 'DOCKER_OPTS="${options}"' >/etc/default/docker`}`;
    return host().$`service docker start`;
  };
  const link = async (name: string) => {
    const { stdout } = await host().$`ip -4 -json addr show ${name}`;
    const [{ mtu, flags, addr_info: addresses }] = JSON.parse(stdout);
    const [{ local, prefixlen }] = addresses.length > 0 ? addresses : [{ local: "", prefixlen: "" }];
    return { mtu, isUp: flags.includes("UP"), address: `${local}/${prefixlen}`, count: addresses.length };
  };
  const addressOf = async (name: string) => (await link(name)).address;
  const macOf = async (name: string) => (await host().$`cat /sys/class/net/${name}/address`).stdout.trim();

  beforeAll(async () => {
    await host().$`ip link add out type veth peer name far`;
    for (const name of ["out", "far"]) await host().$`ip link set ${name} up`;
  });
  beforeEach(async () => {
    await host().$`service docker stop`;
    await host().$`ip link del docker0`;
  });

  describe("docker0", () => {
    test("has an address of its own kind, and not the same twice", async () => {
      await start();
      const first = await macOf("docker0");
      expect(first).toMatch(/^02:42(?::[\da-f]{2}){4}$/);
      await host().$`service docker stop`;
      await host().$`ip link del docker0`;
      await start();
      const second = await macOf("docker0");
      expect(second).toStartWith("02:42:");
      expect(second).not.toBe(first);
    });

    test("has the first address that overlaps no route, and there are thirteen", async () => {
      for (const [at, network] of IN_THE_WAY.entries()) {
        await start();
        expect(await addressOf("docker0")).toBe(TRIED[at] ?? "");
        await host().$`service docker stop`;
        await host().$`ip link del docker0`;
        expect((await host().$`ip route add ${network} dev out`).stderr).toBe("");
      }
      const { status, stderr } = await start();
      expect(status).toBe(1);
      expect(stderr).toContain("Could not find a free IP address range for interface 'docker0'.");
      expect((await start("--bip=10.0.1.1/24")).status).toBe(0);
      expect(await addressOf("docker0")).toBe("10.0.1.1/24");
      for (const network of IN_THE_WAY) await host().$`ip route del ${network} dev out`;
    });

    test("has none that a name server is in", async () => {
      await host().$`cp /etc/resolv.conf /tmp/resolv.conf`;
      const lines = "nameserver ::1\nnameserver 10.0.200.200\nnameserver 172.17.3.4";
      await host().$`sh -c ${`printf '${lines}\n' >/etc/resolv.conf`}`;
      await start();
      expect(await addressOf("docker0")).toBe("10.1.42.1/16");
      await host().$`service docker stop`;
      await host().$`ip link del docker0`;
      await host().$`rm /etc/resolv.conf`;
      await start();
      expect(await addressOf("docker0")).toBe("172.17.42.1/16");
      await host().$`cp /tmp/resolv.conf /etc/resolv.conf`;
    });

    test("carries packets as large as the way out does, but for --mtu, and 1500 bytes without one", async () => {
      await host().$`ip link set out mtu 1400`;
      await start();
      expect(await link("docker0")).toEqual({ mtu: 1500, isUp: true, address: "172.17.42.1/16", count: 1 });
      await host().$`ip addr add 192.0.2.1/24 dev out`;
      await host().$`ip route add default via 192.0.2.2`;
      await host().$`service docker restart`;
      expect((await link("docker0")).mtu).toBe(1400);
      await host().$`docker run -d --name web base sleep 600`;
      const { stdout } = await host().$`docker exec web cat /sys/class/net/eth0/mtu`;
      expect(stdout).toBe("1400\n");
      await host().$`docker rm -f web`;
      await host().$`service docker stop`;
      await start("--mtu=1300");
      expect((await link("docker0")).mtu).toBe(1300);
      await host().$`ip addr del 192.0.2.1/24 dev out`;
    });
  });

  describe("a bridge that is there", () => {
    const made = (name: string, ...lines: readonly string[]) =>
      host().$`sh -c ${[`ip link add ${name} type bridge`, ...lines].join(" && ")}`;

    test("is taken with its address, or given that of --bip", async () => {
      await made("docker0", "ip addr add 10.9.0.1/24 dev docker0");
      await start();
      expect(await link("docker0")).toEqual({ mtu: 1500, isUp: true, address: "10.9.0.1/24", count: 1 });
      await host().$`service docker stop`;
      await start("--bip=10.9.1.1/24 --mtu=1280");
      expect(await link("docker0")).toEqual({ mtu: 1280, isUp: true, address: "10.9.1.1/24", count: 1 });
      await host().$`service docker stop`;
      await start("--bip=10.9.1.1/24");
      expect(await link("docker0")).toMatchObject({ address: "10.9.1.1/24", count: 1 });
    });

    test("is given a free one where it has none, and keeps its size where it is somebody else's", async () => {
      await made("own0", "ip link set own0 mtu 1450");
      expect(await start("-b own0 --mtu=1280")).toMatchObject({ status: 0 });
      expect(await link("own0")).toEqual({ mtu: 1450, isUp: true, address: "172.17.42.1/16", count: 1 });
      expect((await host().$`ip link show docker0`).status).toBe(1);
      await host().$`service docker stop`;
      await host().$`ip link del own0`;
    });

    test("is none where it is anything else, or nowhere", async () => {
      expect(await start("-b out")).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("existing interface out is not a bridge"),
      });
      expect(await start("-b nowhere0")).toMatchObject({ status: 1 });
    });

    test("goes with --bridge=none, if it is docker0", async () => {
      await made("docker0");
      expect(await start("--bridge=none")).toMatchObject({ status: 0 });
      expect((await host().$`ip link show docker0`).status).toBe(1);
      expect(await host().$`service docker restart`).toMatchObject({ status: 0 });
    });
  });
});
