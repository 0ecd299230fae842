import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

const NAT = `-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.17.0.0/16 ! -d 172.17.0.0/16 -j MASQUERADE
`;

const FILTER = `-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
`;

const HOSTS = `127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::0\tip6-localnet
ff00::0\tip6-mcastprefix
ff02::1\tip6-allnodes
ff02::2\tip6-allrouters
`;

describeInSandbox((host) => {
  const addressOf = async (name: string) =>
    (await host().$`docker inspect -f ${"{{.NetworkSettings.IPAddress}}"} ${name}`).stdout.trim();
  const ports = async () => (await host().$`ls /sys/class/net/docker0/brif`).stdout;

  describe("the host, before any container,", () => {
    test("has docker0 at 172.17.42.1/16, up", async () => {
      const { stdout } = await host().$`ip -4 -json addr show docker0`;
      expect(JSON.parse(stdout)).toMatchObject([
        { flags: expect.arrayContaining(["UP"]), mtu: 1500, addr_info: [{ local: "172.17.42.1", prefixlen: 16 }] },
      ]);
    });

    test("has the rules of the article's time, and forwards", async () => {
      expect((await host().$`iptables -S`).stdout).toBe(`${FILTER}-A FORWARD -i docker0 -o docker0 -j ACCEPT\n`);
      expect((await host().$`iptables -t nat -S`).stdout).toBe(NAT);
      expect((await host().$`cat /proc/sys/net/ipv4/ip_forward`).stdout).toBe("1\n");
    });
  });

  describe("containers", () => {
    test("get the lowest free address from the second on, and one that has become free again", async () => {
      for (const name of ["one", "two", "three"]) await host().$`docker run -d --name ${name} base sleep 600`;
      expect(await Promise.all(["one", "two", "three"].map(addressOf))).toEqual([
        "172.17.0.2",
        "172.17.0.3",
        "172.17.0.4",
      ]);
      await host().$`docker kill two`;
      await host().$`docker run -d --name four base sleep 600`;
      expect([await addressOf("two"), await addressOf("four")]).toEqual(["", "172.17.0.3"]);
    });

    test("have the bridge as their gateway, and an address, mask and hardware address that go together", async () => {
      expect((await host().$`docker exec one ip route`).stdout).toBe(
        "default via 172.17.42.1 dev eth0 \n172.17.0.0/16 dev eth0 proto kernel scope link src 172.17.0.2 \n",
      );
      const { stdout } = await host().$`docker exec one ip -json addr show eth0`;
      expect(JSON.parse(stdout)).toMatchObject([
        { address: "02:42:ac:11:00:02", mtu: 1500, addr_info: [{ local: "172.17.0.2", prefixlen: 16 }, {}] },
      ]);
    });

    test("are each on the bridge by a link of a name such as vethAQI2QT, which is the peer of their eth0", async () => {
      expect(await ports()).toMatch(/^(?:veth[A-Z0-9]{6}\n){3}$/);
      const { stdout: index } = await host().$`docker exec one cat /sys/class/net/eth0/iflink`;
      const { stdout: link } = await host().$`ip -json link show type veth`;
      const names = (JSON.parse(link) as { ifindex: number; ifname: string }[]).filter(
        ({ ifindex }) => ifindex === Number(index),
      );
      expect(await ports()).toContain(names[0]?.ifname ?? "none");
    });

    test("reach one another and the host, and the host reaches them", async () => {
      expect((await host().$`docker exec one ping -c 1 -W 5 172.17.0.3`).status).toBe(0);
      expect((await host().$`docker exec one ping -c 1 -W 5 172.17.42.1`).status).toBe(0);
      expect((await host().$`ping -c 1 -W 5 172.17.0.2`).status).toBe(0);
    });

    test("leave the bridge with its hardware address, as they come and go", async () => {
      const before = await host().$`cat /sys/class/net/docker0/address`;
      await host().$`docker rm -f one two three four`;
      expect(await ports()).toBe("");
      expect(await host().$`cat /sys/class/net/docker0/address`).toEqual(before);
    });

    test("with --net=none have a loopback that answers, no route and no place on the bridge", async () => {
      const script =
        "ip -o link | grep -c .; ip route; ping -q -c 1 127.0.0.1 >/dev/null && echo answers; cat /etc/hosts";
      const said = await host().$`docker run --rm --net=none base sh -c ${script}`;
      expect(said.stdout).toBe(`1\nanswers\n${HOSTS}`);
    });
  });

  describe("a container's /etc", () => {
    test("has hostname, hosts and resolv.conf mounted over it, with its name and address", async () => {
      const script = "grep -o ' /etc/[a-z.]* ' /proc/self/mountinfo; cat /etc/hostname /etc/hosts";
      const said = await host().$`docker run --rm -h web.example.com base sh -c ${script}`;
      expect(said.stdout).toBe(
        ` /etc/resolv.conf \n /etc/hostname \n /etc/hosts \nweb.example.com\n${HOSTS}172.17.0.2\tweb.example.com web\n`,
      );
    });

    test("has the short id for a hostname, without -h", async () => {
      const { stdout: id } = await host().$`docker run -d --name web base sleep 600`;
      expect((await host().$`docker exec web cat /etc/hostname`).stdout).toBe(`${id.slice(0, 12)}\n`);
      expect((await host().$`docker exec web hostname`).stdout).toBe(`${id.slice(0, 12)}\n`);
      await host().$`docker rm -f web`;
    });

    test("has the host's name servers, and leaves the host's own files alone", async () => {
      await host().$`sh -c ${"echo 'search lan\nnameserver 127.0.0.1\nnameserver 10.0.0.9' >/etc/resolv.conf"}`;
      const script = "cat /etc/resolv.conf; echo mine >>/etc/resolv.conf; echo mine >>/etc/hosts";
      const said = await host().$`docker run --rm base sh -c ${script}`;
      expect(said).toEqual({ status: 0, stdout: "search lan\nnameserver 10.0.0.9\n", stderr: "" });
      expect((await host().$`grep -c mine /etc/resolv.conf /etc/hosts`).stdout).toBe(
        "/etc/resolv.conf:0\n/etc/hosts:0\n",
      );
    });
  });
});
