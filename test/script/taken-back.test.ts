/**
 * However a script ends, all that it did is undone.
 */
import { describe, expect, test } from "bun:test";

import { recipeFile } from "../support/recipe-file.ts";
import { describeInSandbox, type TestHost } from "../support/host/test-host.ts";
import { placeOn, RunningScript, runScript, scriptFor, stateOf } from "./running-script.ts";

const PROGRAMS = ["docker", "ip", "mkdir", "ln", "iptables", "sysctl", "brctl", "echo", "cat", "grep", "rm", "tee"];

const CABLE = `
step("A container", "and a cable into it");
const one = await $.as("one", containerId("4c01db0b339c"))\`sudo docker run -d --net=none base sleep 600\`;
const id = await $.as("id", pid("3115"))\`sudo docker inspect -f '{{.State.Pid}}' \${one}\`;
await $\`sudo mkdir -p /var/run/netns\`;
await $\`sudo ln -s /proc/\${id}/ns/net /var/run/netns/\${id}\`;
await $\`sudo ip link add A type veth peer name B\`;
await $\`sudo ip link set A up\`;
await $\`sudo ip link set B netns \${id}\`;
await $\`sudo ip netns exec \${id} ip addr add 10.1.1.2/24 dev B\`;
await $\`sudo ip netns exec \${id} ip link set B up\`;
`;

/** Changes of many kinds, of which some take others back */
const MANY = `
step("Interfaces");
await $\`sudo ip link add d0 type bridge\`;
await $\`sudo ip addr add 10.9.0.1/24 dev d0\`;
await $\`sudo ip link set d0 up\`;
await $\`sudo ip route add 10.8.0.0/16 via 10.9.0.9\`;
await $\`sudo ip route del 10.8.0.0/16 via 10.9.0.9\`;
await $\`sudo ip neigh add 10.9.0.7 lladdr 02:00:00:00:00:07 dev d0\`;
await $\`sudo ip netns add mine\`;
await $\`sudo ip netns exec mine ip link set lo up\`;
await $\`sudo ip netns exec mine sysctl -w net.ipv4.ip_forward=0\`;
await $\`sudo ip netns exec mine iptables -A INPUT -j DROP\`;
await $\`sudo brctl addbr b0\`;
await $\`sudo brctl stp b0 on\`;
await $\`sudo ip link add v0 type veth peer name v1\`;
await $\`sudo brctl addif b0 v0\`;
await $\`sudo ip link set v1 up\`;
await $\`sudo ip link del v0\`;
await $\`sudo ip link del d0\`;
step("Rules and settings");
await $\`sudo iptables -N MINE\`;
await $\`sudo iptables -A MINE -p tcp --dport 80 -j ACCEPT\`;
await $\`sudo iptables -I FORWARD 1 -j MINE\`;
await $\`sudo iptables -I FORWARD 2 -i d0 -j DROP\`;
await $\`sudo iptables -D FORWARD -i d0 -j DROP\`;
await $\`sudo sysctl -w net.ipv4.ip_forward=0\`;
await $.write("/proc/sys/net/ipv4/ip_default_ttl")\`echo 33\`;
await $.pipe($\`sudo iptables -S MINE\`, $\`grep ACCEPT\`);
await $.pipe($\`echo 34\`, $\`sudo tee /proc/sys/net/ipv4/ip_default_ttl\`);
step("Files");
await $.pipe($\`echo 127.0.0.9 mine\`, $\`sudo tee -a /etc/hosts\`);
await $.append("/etc/default/docker")\`echo it\\'s 'a b' "c"\`;
await $\`sudo mkdir -p /etc/one/two\`;
await $.write("/etc/one/two/three")\`echo new\`;
step("Containers");
await $\`sudo docker run --rm base true\`;
const one = await $.as("one", containerId("4c01db0b339c"))\`sudo docker run -d base sleep 600\`;
await $\`sudo docker stop -t 0 \${one}\`;
`;

function script(...steps: readonly string[]): Promise<string> {
  return scriptFor(recipeFile(steps.join("\n"), PROGRAMS));
}

/** What a failed script says last of itself */
function lastLines(stderr: string, count: number): readonly string[] {
  return stderr.trim().split("\n").slice(-count);
}

describeInSandbox((host) => {
  const place = (): ReturnType<typeof placeOn> => placeOn(host());

  /** Expects that all is as it was before something has happened */
  async function expectUnchanged(happens: () => Promise<void>): Promise<void> {
    const before = await stateOf(place());
    await happens();
    expect(await stateOf(place())).toEqual(before);
  }

  test("a script that comes to its end", () =>
    expectUnchanged(async () => {
      const { status, stderr } = await runScript(place(), await script(CABLE));
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: "my-link: everything is undone\n",
      });
    }));

  test.each([
    [
      "a line that fails",
      "await $`sudo ip link set C up`;",
      /^Cannot find device "C"\nmy-link: line \d+ failed: sudo ip link set C up\n/,
    ],
    [
      "a container that does not start",
      'await $.as("two", containerId("4c01db0b339c"))`sudo docker run -d base /no/such/program`;',
      /my-link: line \d+ failed: two=\$\(container sudo docker run -d base \/no\/such\/program\)\n/,
    ],
    [
      "a check that does not hold",
      'await check(7, "it isn\'t there").noPing(one, "10.1.1.2");',
      /^my-link: check of statement 7 failed \(it isn't there\): saw 64 bytes from 10\.1\.1\.2: .*\n/,
    ],
  ])("%s", (_what, step, says) =>
    expectUnchanged(async () => {
      const { status, stderr } = await runScript(place(), await script(CABLE, step));
      expect({ status, last: lastLines(stderr, 1) }).toEqual({ status: 1, last: ["my-link: everything is undone"] });
      expect(stderr).toMatch(says);
    }),
  );

  test.each([
    ["INT", 130],
    ["TERM", 143],
    ["HUP", 129],
  ] as const)("SIG%s in the middle of a check", (signal, expected) =>
    expectUnchanged(async () => {
      const waiting =
        'await check(1, "here").ping(one, "127.0.0.1"); await check(2, "never").shows($`ip link`, "never");';
      const text = await script(CABLE, waiting, "await $`sudo ip link add C type bridge`;");
      expect(text).toContain("SECONDS + 4");
      // On a busy machine the signal may take longer than the check would ask for
      const running = new RunningScript(place(), text.replace("SECONDS + 4", "SECONDS + 100"));
      await running.until("ok        1  here");
      await running.signal(signal);
      const { status, stderr } = await running.ended();
      expect({ status, last: lastLines(stderr, 1) }).toEqual({
        status: expected,
        last: ["my-link: everything is undone"],
      });
    }),
  );

  test("SIGTERM while all stands", () =>
    expectUnchanged(async () => {
      const running = new RunningScript(place(), await script(CABLE), "--keep");
      await running.stands();
      await running.signal("TERM");
      expect((await running.ended()).status).toBe(143);
    }));

  test("an output that nobody reads any more", () =>
    expectUnchanged(async () => {
      const check = 'await check(1, "one").ping(one, "127.0.0.1"); await check(2, "two").ping(one, "127.0.0.1");';
      const line = '{ bash -c "$1"; echo "status $?" >&2; } | head -1';
      const running = Bun.spawn([...place().entered(["bash", "-c", line, "bash", await script(CABLE, check)])], {
        env: place().environment,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
      expect(stdout).toBe("ok        1  one\n");
      expect(lastLines(stderr, 2)).toEqual(["my-link: everything is undone", "status 141"]);
    }));

  test("what has gone by itself is not missed", () =>
    expectUnchanged(async () => {
      const running = new RunningScript(place(), await script(CABLE), "--keep");
      await running.stands();
      await removeContainers(host());
      await running.enter();
      expect((await running.ended()).status).toBe(0);
    }));

  test("changes of many kinds", () =>
    expectUnchanged(async () => {
      const files = ["/proc/sys/net/ipv4/ip_default_ttl", "/proc/sys/net/ipv4/ip_forward"];
      const settings = Object.fromEntries(
        await Promise.all(files.map(async (file) => [file, (await host().$`cat ${file}`).stdout] as const)),
      );
      const running = new RunningScript(place(), await script(MANY), "--keep");
      await running.stands();
      expect((await host().$`iptables -S FORWARD`).stdout).toContain("-A FORWARD -j MINE");
      for (const [file, was] of Object.entries(settings)) expect((await host().$`cat ${file}`).stdout).not.toBe(was);
      expect((await host().$`cat /etc/default/docker`).stdout).toEndWith("it's a b c\n");
      await running.enter();
      const { status, stderr } = await running.ended();
      expect({ status, stderr }).toMatchObject({ status: 0 });
      for (const [file, was] of Object.entries(settings)) expect((await host().$`cat ${file}`).stdout).toBe(was);
      expect((await host().$`ls /etc/one`).status).not.toBe(0);
    }));

  test("what can't be undone is named, and the rest is undone", async () => {
    const running = new RunningScript(place(), await script(CABLE), "--keep");
    await running.stands();
    expect(await host().$`touch /var/run/netns/others`).toMatchObject({ status: 0 });
    await running.enter();
    const { status, stderr } = await running.ended();
    expect({ status, last: lastLines(stderr, 3) }).toEqual({
      status: 3,
      last: [
        "my-link: not undone, because these failed:",
        "  sudo rmdir /var/run/netns ",
        "    rmdir: failed to remove '/var/run/netns': Directory not empty",
      ],
    });
    expect((await host().$`docker ps --all --quiet`).stdout).toBe("");
    await host().$`rm /var/run/netns/others`;
    await host().$`rmdir /var/run/netns`;
  });

  test("somebody else's of the same name stays", async () => {
    await host().$`ip link add A type bridge`;
    await expectUnchanged(async () => {
      const { status, stderr } = await runScript(place(), await script(CABLE));
      expect({ status, last: lastLines(stderr, 1) }).toEqual({ status: 1, last: ["my-link: everything is undone"] });
    });
    await host().$`ip link del A`;
  });

  test("a folder that was there before stays", async () => {
    await host().$`mkdir /var/run/netns`;
    await expectUnchanged(async () => {
      expect((await runScript(place(), await script(CABLE))).status).toBe(0);
    });
    await host().$`rmdir /var/run/netns`;
  });

  describe("nothing is touched", () => {
    test("on a word that it doesn't know", async () => {
      const { status, stdout, stderr } = await runScript(place(), await script(CABLE), "--kepe");
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toStartWith("usage: bash my-link.sh [--keep]\n");
    });

    test("where Docker has to be stopped, and somebody has containers", async () => {
      await host().$`docker run -d base sleep 600`;
      await expectUnchanged(async () => {
        const { status, stderr } = await runScript(place(), await scriptFor("custom-bridge"));
        expect({ status, stderr }).toEqual({
          status: 2,
          stderr: "custom-bridge: this script stops Docker for a while, and containers are running: docker ps\n",
        });
      });
      await removeContainers(host());
    });

    test("where Docker does not answer", async () => {
      await host().$`service docker stop`;
      const { status, stderr } = await runScript(place(), await script(CABLE));
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: "my-link: Docker does not answer: sudo service docker start\n",
      });
      await host().$`service docker start`;
    });
  });
});

async function removeContainers(host: TestHost): Promise<void> {
  const ids = (await host.$`docker ps --all --quiet`).stdout.trim().split("\n");
  await host.$`docker rm -f ${ids}`;
}
