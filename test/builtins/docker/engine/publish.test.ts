import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

/** Says to each client by which address it sees it, and what it said */
const TCP = `use IO::Socket; $| = 1; my $s = IO::Socket::INET->new(LocalPort => 80, Listen => 9, ReuseAddr => 1) or die;
while (my $c = $s->accept) { print "up\\n"; local $/; my $said = <$c>; print $c $c->peerhost, " ", $said; close $c }`;
const UDP = `use Socket; my $s; socket($s, AF_INET, SOCK_DGRAM, 0) && bind($s, sockaddr_in(53, INADDR_ANY)) or die;
while (my $peer = recv($s, my $said, 99, 0)) { send($s, inet_ntoa((sockaddr_in($peer))[1]) . " $said", 0, $peer) }`;

/** Says something, closes its direction, and prints what comes until the end */
const ASK_TCP = `use IO::Socket; my $c = IO::Socket::INET->new(PeerAddr => $ARGV[0], Timeout => 2) or die "$@\\n";
print $c "hello"; shutdown($c, 1); local $/; print scalar <$c>`;
/** Until there is an answer: a datagram may come before its server */
const ASK_UDP = `use IO::Socket; my $c = IO::Socket::INET->new(PeerAddr => $ARGV[0], Proto => "udp") or die "$@\\n";
for (1 .. 50) { $c->send("hello"); my $r = ""; vec($r, fileno($c), 1) = 1; next if !select($r, undef, undef, 0.2);
  if (defined $c->recv(my $answer, 99)) { print $answer; last } select(undef, undef, undef, 0.05) }`;
/** Sends a megabyte, and counts what comes back */
const ASK_MUCH = `use IO::Socket; my $c = IO::Socket::INET->new(PeerAddr => $ARGV[0]) or die; my $all = 0;
if (!fork) { print $c "x" x 1_000_000; shutdown($c, 1); exit } $all += length $_ while sysread($c, $_, 65_536); print $all`;

const OUTSIDE = [
  "ip netns add outside",
  "ip link add eth0 type veth peer name eth0 netns outside",
  "ip -n outside link set lo up",
  "ip -n outside addr add 203.0.113.1/24 dev eth0",
  "ip -n outside link set eth0 up",
  "ip addr add 203.0.113.2/24 dev eth0",
  "ip addr add 203.0.113.3/24 dev eth0",
  "ip link set eth0 up",
];
const FROM_OUTSIDE = ["ip", "netns", "exec", "outside"];

describeInSandbox((host) => {
  const asked = async (where: readonly string[], how: string, place: string) => {
    const { stdout, stderr } = await host().run([...where, "perl", "-e", how, place]);
    return stdout || stderr.trim();
  };
  const rules = async () => (await host().$`iptables-save`).stdout.replace(/^#.*\n| \[\d+:\d+\]/gm, "");
  const dnat = async () => (await host().$`iptables -t nat -S DOCKER`).stdout;
  const proxies = async () => (await host().$`sh -c ${"pgrep -f '[p]roxy-program'"}`).stdout.trim();
  const removeAll = () => host().$`sh -c ${"docker rm -f $(docker ps -a -q)"}`;
  const serve = async (...options: readonly string[]) => {
    await host().run(["docker", "run", "-d", "--name", "web", ...options, "base", "perl", "-e", TCP]);
    await until(() => asked(["docker", "exec", "web"], ASK_TCP, "127.0.0.1:80"), "127.0.0.1 hello");
  };

  describe("docker run -p", () => {
    test("8080:80 is reached at every address of the host, from everywhere", async () => {
      for (const line of OUTSIDE) await host().run(line.split(" "));
      await serve("-p", "8080:80");
      await host().$`docker run -d --name other base sleep 600`;
      const from = (where: readonly string[], place: string) => asked(where, ASK_TCP, `${place}:8080`);
      expect({
        outside: await from(FROM_OUTSIDE, "203.0.113.2"),
        "outside, by the other address": await from(FROM_OUTSIDE, "203.0.113.3"),
        "the host": await from([], "203.0.113.2"),
        "the host, by loopback": await from([], "127.0.0.1"),
        "another container": await from(["docker", "exec", "other"], "172.17.42.1"),
        "the container itself": await from(["docker", "exec", "web"], "203.0.113.3"),
      }).toEqual({
        outside: "203.0.113.1 hello",
        "outside, by the other address": "203.0.113.1 hello",
        "the host": "203.0.113.2 hello",
        "the host, by loopback": "172.17.42.1 hello",
        "another container": "172.17.42.1 hello",
        "the container itself": "172.17.42.1 hello",
      });
    });

    test("makes the article's rules, and one that lets its packets pass", async () => {
      expect(await dnat()).toBe(
        "-N DOCKER\n-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80\n",
      );
      expect((await host().$`iptables -S FORWARD`).stdout).toBe(
        "-P FORWARD ACCEPT\n-A FORWARD -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT\n-A FORWARD -i docker0 -o docker0 -j ACCEPT\n",
      );
      expect((await host().$`docker ps`).stdout).toContain("   0.0.0.0:8080->80/tcp   web\n");
      await removeAll();
    });

    test("passes on much, both ways, when its proxy does", async () => {
      await serve("-p", "8080:80");
      expect(await asked([], ASK_MUCH, "127.0.0.1:8080")).toBe(`${"172.17.42.1 ".length + 1_000_000}`);
    });

    test("IP:8080:80 is reached at that address only", async () => {
      await removeAll();
      await serve("-p", "203.0.113.2:8080:80", "-p", "127.0.0.1::80");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:8080")).toBe("203.0.113.1 hello");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.3:8080")).toContain("Connection refused");
      expect(await asked([], ASK_TCP, "127.0.0.1:49153")).toBe("172.17.42.1 hello");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:49153")).toContain("Connection refused");
      expect(await host().$`docker port web 80`).toMatchObject({ stdout: "203.0.113.2:8080\n127.0.0.1:49153\n" });
      await removeAll();
    });

    test("53:53/udp carries datagrams and their answers", async () => {
      await host().$`docker run -d --name dns -p 53:53/udp base perl -e ${UDP}`;
      expect(await asked(FROM_OUTSIDE, ASK_UDP, "203.0.113.2:53")).toBe("203.0.113.1 hello");
      expect(await asked([], ASK_UDP, "127.0.0.1:53")).toBe("172.17.42.1 hello");
      expect(await asked(["docker", "exec", "dns"], ASK_UDP, "172.17.42.1:53")).toBe("172.17.42.1 hello");
      await removeAll();
    });

    test("takes a range, and the first free port of one", async () => {
      await host().$`docker run -d --name web -p 81-83:81-83 base sleep 600`;
      await host().$`docker run -d --name other -p 80-84:80 base sleep 600`;
      await host().$`docker run -d --name third -p 80-84:80 base sleep 600`;
      expect((await host().$`docker port web`).stdout).toBe(
        "81/tcp -> 0.0.0.0:81\n82/tcp -> 0.0.0.0:82\n83/tcp -> 0.0.0.0:83\n",
      );
      expect((await host().$`docker port other 80`).stdout).toBe("0.0.0.0:80\n");
      expect((await host().$`docker port third 80`).stdout).toBe("0.0.0.0:84\n");
      const { status, stderr } = await host().$`docker run --name fourth -p 80-84:80 base true`;
      expect({ status, stderr }).toEqual({
        status: 125,
        stderr: expect.stringMatching(/endpoint fourth \(\w{64}\): all ports are allocated\.\n$/),
      });
      await removeAll();
    });

    test("takes more ports than one message to the kernel, or one argument, has place for", async () => {
      const before = await rules();
      await serve("-p", "3000-4499:80-1579");
      expect((await host().$`docker port web`).stdout.trimEnd().split("\n")).toHaveLength(1500);
      expect((await dnat()).match(/ -j DNAT /g)).toHaveLength(1500);
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:3000")).toBe("203.0.113.1 hello");
      await removeAll();
      expect({ rules: await rules(), proxies: await proxies() }).toEqual({ rules: before, proxies: "" });
    });

    test("--publish-all takes the next from 49153 on for every exposed port, and passes over one that a program has", async () => {
      const program = host()
        .$`timeout 60 perl -e ${"use IO::Socket; my $s = IO::Socket::INET->new(LocalPort => 49154, Listen => 1) or die; sleep 60"}`;
      await until(async () => (await host().$`ss -Hltn sport = :49154`).stdout.slice(0, 6), "LISTEN");
      await host().$`docker run -d --name web -P --expose 79 --expose 53/udp base sleep 600`;
      expect((await host().$`docker port web`).stdout).toBe(
        "53/udp -> 0.0.0.0:49153\n79/tcp -> 0.0.0.0:49153\n80/tcp -> 0.0.0.0:49155\n",
      );
      await host().$`sh -c ${"kill $(ss -Hltnp sport = :49154 | sed 's/.*pid=\\([0-9]*\\).*/\\1/')"}`;
      await program;
      await removeAll();
    });
  });

  describe("a port that is taken", () => {
    test("is refused, and nothing is half-made", async () => {
      const before = await rules();
      await host().$`docker run -d --name web -p 80:80 base sleep 600`;
      const during = await rules();
      const running = await proxies();
      for (const [publish, reason] of [
        ["80:81", "Bind for 0.0.0.0:80 failed: port is already allocated"],
        ["127.0.0.1:80:81", "Error starting userland proxy: listen tcp4 127.0.0.1:80: bind: address already in use"],
        [
          "192.0.2.1:80:81",
          "Error starting userland proxy: listen tcp4 192.0.2.1:80: bind: cannot assign requested address",
        ],
        ["80/sctp", "Error starting userland proxy: protocol not supported"],
      ] as const) {
        const { status, stderr } = await host().$`docker run --rm --name two -p 90:90 -p ${publish} base true`;
        expect({ status, stderr }).toEqual({ status: 125, stderr: expect.stringContaining(`): ${reason}.\n`) });
        expect({ rules: await rules(), proxies: await proxies() }).toEqual({ rules: during, proxies: running });
        expect((await host().$`docker ps -a -q`).stdout.trim().split("\n")).toHaveLength(1);
      }
      await host().$`docker run -d --name two -p 90:90 base sleep 600`;
      await removeAll();
      expect(await rules()).toBe(before);
    });
  });

  describe("a container's ports", () => {
    test.each([
      ["docker kill", "docker kill web"],
      ["docker stop", "docker stop -t 0 web"],
      ["kill -9 of its first process", `kill -9 "$(docker inspect -f '{{.State.Pid}}' web)"; docker wait web`],
      ["docker rm -f", "docker rm -f web"],
      ["service docker stop", "service docker stop; service docker start"],
    ])("are free again after %s", async (_way, line) => {
      const before = await rules();
      await host().$`docker run -d --name web -p 80:80 -p 53:53/udp base sleep 600`;
      await host().$`sh -c ${line}`;
      expect({ rules: await rules(), proxies: await proxies() }).toEqual({ rules: before, proxies: "" });
      await removeAll();
    });

    test("are given back all at once: no iptables is started for each rule", async () => {
      const before = await rules();
      await host().$`docker run -d --name web -p 81-83:81-83 base sleep 600`;
      const hide = "mount -t tmpfs none /usr/local/sbin && ln -s /bin/false /usr/local/sbin/iptables";
      expect((await host().$`sh -c ${hide}`).status).toBe(0);
      await removeAll();
      await host().$`umount /usr/local/sbin`;
      expect(await rules()).toBe(before);
    });

    test("are given back also where somebody has deleted a rule of one", async () => {
      const before = await rules();
      await host().$`docker run -d --name web -p 81-83:81-83 base sleep 600`;
      await host().$`iptables -t nat -D DOCKER 2`;
      await host().$`iptables -D FORWARD 2`;
      await removeAll();
      expect(await rules()).toBe(before);
    });

    test("go with a container whose command can't be run", async () => {
      const before = await rules();
      expect((await host().$`docker run --name web -p 80:80 base nosuchprogram`).status).toBe(127);
      expect({ rules: await rules(), proxies: await proxies() }).toEqual({ rules: before, proxies: "" });
      await removeAll();
    });

    test("come back with it, at another address", async () => {
      await host().$`service docker restart`;
      await removeAll();
      await serve("-p", "8080:80");
      await host().$`docker kill web`;
      await host().$`docker run -d --name other base sleep 600`;
      await host().$`docker start web`;
      expect(await dnat()).toEndWith(" --dport 8080 -j DNAT --to-destination 172.17.0.3:80\n");
      await until(() => asked([], ASK_TCP, "127.0.0.1:8080"), "172.17.42.1 hello");
      await host().$`docker restart -t 0 web`;
      await until(() => asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:8080"), "203.0.113.1 hello");
      await removeAll();
    });

    test("are none with --net=none", async () => {
      const before = await rules();
      await host().$`docker run -d --name web --net=none -p 80:80 base sleep 600`;
      expect(await host().$`docker port web`).toEqual({ status: 0, stdout: "", stderr: "" });
      expect({ rules: await rules(), proxies: await proxies() }).toEqual({ rules: before, proxies: "" });
      await removeAll();
    });
  });

  describe("the daemon's", () => {
    const restartWith = (options: string) =>
      host().$`sh -c ${`echo 'DOCKER_OPTS="${options}"' >>/etc/default/docker; service docker restart`}`;

    test("--ip is the one address where -p says none", async () => {
      await restartWith("--ip=203.0.113.3");
      await serve("-p", "8080:80", "-p", "203.0.113.2:8081:80");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.3:8080")).toBe("203.0.113.1 hello");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:8080")).toContain("Connection refused");
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:8081")).toBe("203.0.113.1 hello");
      expect(await dnat()).toContain("-A DOCKER -d 203.0.113.3/32 ! -i docker0 -p tcp -m tcp --dport 8080 ");
      await removeAll();
    });

    test("--iptables=false leaves every rule as it is, and the proxy serves alone", async () => {
      await host().$`service docker stop`;
      await host().$`iptables -A INPUT -s 192.0.2.7 -j DROP`;
      const before = await rules();
      await restartWith("--iptables=false");
      await serve("-p", "8080:80");
      expect(await rules()).toBe(before);
      expect(await asked(FROM_OUTSIDE, ASK_TCP, "203.0.113.2:8080")).toBe("172.17.42.1 hello");
      await host().$`docker stop -t 0 web`;
      await host().$`service docker stop`;
      expect(await rules()).toBe(before);
    });
  });

  test("a proxy does not outlive its container's supervisor", async () => {
    await host().$`service docker start`;
    await host().$`docker run -d -p 80:80 base sleep 600`;
    expect(await proxies()).not.toBe("");
    await host().$`sh -c ${"kill -9 $(pgrep -f '[s]upervisor.sh')"}`;
    await until(proxies, "");
  });
});

/** Asks until it is so */
async function until(ask: () => Promise<string>, wanted: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  let seen = "";
  while (seen !== wanted && performance.now() < deadline) {
    seen = await ask();
    if (seen !== wanted) await Bun.sleep(5);
  }
  expect(seen).toBe(wanted);
}
