import { beforeEach, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

describeInSandbox((host) => {
  const network = async (container: string) =>
    (await host().$`docker exec ${container} readlink /proc/self/ns/net`).stdout;
  const addresses = async (container: string) => (await host().$`docker exec ${container} ip -4 -br addr`).stdout;

  beforeEach(async () => {
    const { stdout } = await host().$`docker ps --all --quiet`;
    const ids = stdout.split("\n").filter((id) => id !== "");
    if (ids.length > 0) await host().$`docker rm -f ${ids}`;
  });

  test("of another container's network inspect names that one's files, and the container's own output", async () => {
    await host().$`docker run -d --name web base sleep 600`;
    await host().$`docker run -d --name guest --net=container:web base sleep 600`;
    const format = "{{.Id}} {{.ResolvConfPath}} {{.HostnamePath}} {{.HostsPath}} {{.LogPath}}";
    const { stdout } = await host().$`docker inspect -f ${format} web guest`;
    const [web, guest] = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    const folder = "/run/wirework-host/docker/containers";
    const files = ["resolv.conf", "hostname", "hosts"].map((file) => `${folder}/${web?.[0]}/${file}`);
    expect(web?.slice(1)).toEqual([...files, `${folder}/${web?.[0]}/output`]);
    expect(guest?.slice(1)).toEqual([...files, `${folder}/${guest?.[0]}/output`]);
  });

  describe("--net=host", () => {
    test("is the host's network, with its settings as they were", async () => {
      const forwarding = await host().$`cat /proc/sys/net/ipv4/ip_forward`;
      await host().$`docker run -d --name web --net=host base sleep 600`;
      expect(await network("web")).toBe((await host().$`readlink /proc/self/ns/net`).stdout);
      const addresses = await host().$`ip -oneline -4 addr`;
      expect((await host().$`docker exec web ip -oneline -4 addr`).stdout).toBe(addresses.stdout);
      expect(await host().$`cat /proc/sys/net/ipv4/ip_forward`).toEqual(forwarding);
    });

    test("has the host's name and its /etc/hosts, in a UTS namespace of its own", async () => {
      await host().$`docker run -d --name web --net=host base sleep 600`;
      expect((await host().$`docker exec web cat /etc/hosts`).stdout).toBe((await host().$`cat /etc/hosts`).stdout);
      expect((await host().$`docker exec web cat /etc/hostname /proc/sys/kernel/hostname`).stdout).toBe(
        "sandbox\nsandbox\n",
      );
      const uts = "/proc/self/ns/uts";
      expect((await host().$`docker exec web readlink ${uts}`).stdout).not.toBe(
        (await host().$`readlink ${uts}`).stdout,
      );
      expect((await host().$`docker run --rm --net=host -h other base hostname`).stdout).toBe("other\n");
    });

    test("has the host's name servers, those on loopback as well, which a container on the bridge can't reach", async () => {
      const line = "echo nameserver 127.0.0.53 >/etc/resolv.conf";
      await host().$`sh -c ${line}`;
      const seenBy = async (option: string) =>
        (await host().$`docker run --rm ${option} base cat /etc/resolv.conf`).stdout;
      expect(await seenBy("--net=host")).toBe("nameserver 127.0.0.53\n");
      expect(await seenBy("--net=bridge")).not.toContain("127.0.0.53");
    });

    test("opens the host's low ports, with the rights of any container", async () => {
      await host().$`docker run -d --net=host base busybox nc -l -p 80`;
      const listens = "until grep -q ':0050 .* 0A ' /proc/net/tcp /proc/net/tcp6; do sleep 0.01; done";
      expect((await host().$`timeout 10 sh -c ${listens}`).status).toBe(0);
    });

    test.each(["stop -t 0", "kill", "rm -f"])(
      "docker %s leaves the host's interfaces and rules alone",
      async (line) => {
        const state = async () => (await host().$`sh -c ${"ip -4 -o addr; iptables-save | grep -v ^#"}`).stdout;
        const before = await state();
        await host().$`docker run -d --name web --net=host base sleep 600`;
        expect((await host().$`docker ${line.split(" ")} web`).status).toBe(0);
        expect(await state()).toBe(before);
      },
    );
  });

  describe("--net=container:…", () => {
    test.each([
      ["the name", (_id: string) => "web"],
      ["the id", (id: string) => id],
      ["the beginning of the id", (id: string) => id.slice(0, 5)],
    ])("takes %s", async (_what, reference) => {
      const id = (await host().$`docker run -d --name web base sleep 600`).stdout.trim();
      expect((await host().$`docker run -d --name other --net=container:${reference(id)} base sleep 600`).status).toBe(
        0,
      );
      expect(await network("other")).toBe(await network("web"));
      const mode = "{{.HostConfig.NetworkMode}}";
      expect((await host().$`docker inspect -f ${mode} other`).stdout).toBe(`container:${id}\n`);
    });

    test("has the same files of names, as they change", async () => {
      await host().$`docker run -d --name web -h web.example.com base sleep 600`;
      await host().$`docker run -d --name other --net=container:web base sleep 600`;
      await host().$`docker exec web sh -c ${"echo 192.0.2.1 far >>/etc/hosts"}`;
      for (const file of ["/etc/hosts", "/etc/hostname", "/etc/resolv.conf"]) {
        expect((await host().$`docker exec other cat ${file}`).stdout).toBe(
          (await host().$`docker exec web cat ${file}`).stdout,
        );
      }
      expect((await host().$`docker exec other hostname`).stdout).toBe("web.example.com\n");
    });

    test.each([
      ["has no network of its own", "--net=none", "lo               UNKNOWN        127.0.0.1/8 \n"],
      ["is in the host's", "--net=host", null],
    ])("joins one that %s", async (_what, option, expected) => {
      await host().$`docker run -d --name web ${option} base sleep 600`;
      await host().$`docker run -d --name other --net=container:web base sleep 600`;
      expect(await addresses("other")).toBe(expected ?? (await host().$`ip -4 -br addr`).stdout);
    });

    test("goes on in a network without its cable when the first one ends, and finds it again after both start", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      await host().$`docker run -d --name other --net=container:web base sleep 600`;
      const wired = await addresses("web");
      await host().$`docker kill web`;
      expect(await addresses("other")).toBe("lo               UNKNOWN        127.0.0.1/8 \n");
      expect((await host().$`ls /sys/class/net/docker0/brif`).stdout).toBe("");
      await host().$`docker start web`;
      expect(await network("other")).not.toBe(await network("web"));
      expect((await host().$`docker restart -t 0 other`).status).toBe(0);
      expect(await network("other")).toBe(await network("web"));
      expect((await addresses("other")).replace(/@if\d+ */, "")).toBe(wired.replace(/@if\d+ */, ""));
    });

    test("its end leaves the first one's cable, rules and files alone", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      const state = async () =>
        (await host().$`docker exec web sh -c ${"ip -4 addr; ip route; cat /etc/hosts"}`).stdout;
      const before = await state();
      await host().$`docker run --rm --net=container:web base true`;
      expect(await state()).toBe(before);
      expect((await host().$`docker exec web ping -c 1 -W 5 172.17.42.1`).status).toBe(0);
    });

    test("outlives the first one, and can be joined in its turn", async () => {
      await host().$`docker run -d --rm --name web base sleep 600`;
      await host().$`docker run -d --name other --net=container:web base sleep 600`;
      await host().$`docker rm -f web`;
      expect(await host().$`docker run --rm --net=container:other base ls /sys/class/net`).toEqual({
        status: 0,
        stdout: "lo\n",
        stderr: "",
      });
      expect((await host().$`docker restart -t 0 other`).stderr).toContain("No such container");
    });

    test("one that has ended has no network to join", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      await host().$`docker kill web`;
      const { status, stderr } = await host().$`docker run --rm --net=container:web base true`;
      expect(status).toBe(125);
      expect(stderr).toContain("cannot join network of a non running container");
      expect((await host().$`docker ps -a -q`).stdout.trimEnd().split("\n")).toHaveLength(1);
    });
  });

  describe("--privileged", () => {
    const inside = (command: string) => host().$`docker run --rm --privileged base sh -c ${command}`;

    test.each([
      "ip link set eth0 down",
      "ip link add A type veth peer name B",
      "mount -t tmpfs tmpfs /mnt",
      "echo 1 >/proc/sys/net/ipv4/ip_forward",
      "echo 1400 >/sys/class/net/eth0/mtu",
      "hostname changed",
    ])("lets it do %s", async (command) => {
      expect(await inside(command)).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    test("reaches the host's network with --net=host only", async () => {
      await inside("ip link del docker0; ip link add name docker1 type bridge");
      expect((await host().$`ls /sys/class/net`).stdout).toBe("docker0\nlo\n");
      const line = "ip link add A type veth peer name B && ip link del A && echo done";
      expect((await host().$`docker run --rm --privileged --net=host base sh -c ${line}`).stdout).toBe("done\n");
    });

    test.each(["/proc/sys/kernel/core_pattern", "/proc/sys/kernel/panic", "/proc/sysrq-trigger"])(
      "the machine's %s is out of reach all the same",
      async (file) => {
        expect((await inside(`: >>${file}`)).status).not.toBe(0);
      },
    );

    test("goes for docker exec as well, and not for a container beside it", async () => {
      await host().$`docker run -d --name web --privileged=true base sleep 600`;
      await host().$`docker run -d --name other --net=container:web base sleep 600`;
      expect((await host().$`docker exec other ip link set eth0 down`).stderr).toContain("Operation not permitted");
      expect((await host().$`docker exec web ip link set eth0 down`).status).toBe(0);
    });
  });
});
