import { beforeAll, describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";

import { describeInSandbox } from "../../../support/host/test-host.ts";

describeInSandbox((host) => {
  const inside = async (script: string) => host().$`docker exec web sh -c ${script}`;

  beforeAll(async () => {
    await host().$`docker run -d --name web -h web base sleep 600`;
    await host().$`docker run -d --name other base sleep 600`;
  });

  test.each(["net", "uts", "mnt", "pid", "ipc"])("a container has a %s namespace of its own", async (kind) => {
    const link = `/proc/self/ns/${kind}`;
    const seen = await Promise.all([
      host().$`readlink ${link}`,
      host().$`docker exec web readlink ${link}`,
      host().$`docker exec other readlink ${link}`,
    ]);
    expect(new Set(seen.map(({ stdout }) => stdout)).size).toBe(3);
  });

  describe("its root", () => {
    test("is the image's, and what is written to it is nobody else's", async () => {
      const write = "for folder in / /usr /etc /var /tmp /root /run /opt; do echo mine >$folder/mine; done";
      expect(await inside(write)).toMatchObject({ status: 0, stderr: "" });
      expect((await inside("cat /usr/mine /etc/mine /tmp/mine")).stdout).toBe("mine\nmine\nmine\n");
      const look = "ls -d /mine /usr/mine /etc/mine /var/mine /tmp/mine /root/mine /run/mine /opt/mine 2>/dev/null";
      expect((await host().$`docker exec other sh -c ${look}`).stdout).toBe("");
      expect((await host().$`sh -c ${look}`).stdout).toBe("");
    });

    test("may be removed as far as the kernel lets it, and harms none but the container itself", async () => {
      const outside = async () =>
        (await host().$`ls -AR --ignore=written /usr/sbin /usr/share/doc/iproute2 /etc /opt /run`).stdout;
      const before = await outside();
      expect(
        (await inside("rm -rf /usr/share/doc /etc /opt /run/lock /usr/mine 2>/dev/null; ls /usr/mine")).status,
      ).toBe(2);
      expect(await outside()).toBe(before);
    });

    test("shows no file of the engine or of the project", async () => {
      expect((await inside("ls -A /run/wirework-host /mnt 2>&1")).stdout).toContain(
        "cannot access '/run/wirework-host'",
      );
      expect((await inside("ls -A /mnt")).stdout).toBe("");
    });
  });

  describe("it may not", () => {
    test.each([
      ["ip link set eth0 down", "RTNETLINK answers: Operation not permitted"],
      ["ip addr add 10.0.0.1/8 dev eth0", "RTNETLINK answers: Operation not permitted"],
      ["mount -t tmpfs tmpfs /tmp", "permission denied"],
      ["echo 1 >/proc/sys/net/ipv4/ip_forward", "Read-only file system"],
      ["echo 1 >/proc/sys/kernel/panic", "Read-only file system"],
      ["echo 1 >/sys/class/net/eth0/mtu", "Read-only file system"],
      ["hostname changed", "must be root"],
    ])("%s", async (command, words) => {
      const { status, stderr } = await host().$`docker exec other sh -c ${command}`;
      expect(status).not.toBe(0);
      expect(stderr).toContain(words);
    });
  });

  describe("of /proc, what is the machine's", () => {
    /** How a container has the mounts of its `/proc`, but for the settings of the network */
    const mounts = async (options: readonly string[]) => {
      const script = `awk '$5 ~ "^/proc/" { print $5, substr($6, 1, 2) }' /proc/self/mountinfo`;
      const { stdout } = await host().run(["docker", "run", "--rm", ...options, "base", "sh", "-c", script]);
      return stdout.trim().split("\n").toSorted();
    };
    const readOnly = (names: readonly string[]) =>
      names.filter((name) => existsSync(`/proc/${name}`)).map((name) => `/proc/${name} ro`);

    test("it may only read, as in Docker's containers", async () => {
      expect(await mounts([])).toEqual(readOnly(["bus", "fs", "irq", "sys", "sysrq-trigger"]));
    });

    test("a privileged one may only read as well where it concerns more than its network", async () => {
      expect(await mounts(["--privileged"])).toEqual([
        ...readOnly(["sys"]),
        "/proc/sys/net rw",
        ...readOnly(["sysrq-trigger"]),
      ]);
    });
  });

  test("it may use raw sockets, low ports and other users", async () => {
    expect((await host().$`docker exec other ping -c 1 -W 5 127.0.0.1`).status).toBe(0);
    const capabilities = "grep -h CapBnd /proc/self/status";
    // Docker's own set, `docker run base grep Cap /proc/self/status`
    expect((await host().$`docker exec other sh -c ${capabilities}`).stdout).toBe("CapBnd:\t00000000a80425fb\n");
    expect((await host().$`docker run --rm base sh -c ${capabilities}`).stdout).toBe("CapBnd:\t00000000a80425fb\n");
  });

  test("it sees its own interfaces, processes and hostname only", async () => {
    expect((await host().$`docker exec other ls /sys/class/net`).stdout).toBe("eth0\nlo\n");
    expect((await host().$`docker run --rm base ps -e -o pid=,args=`).stdout.trim()).toBe("1 ps -e -o pid=,args=");
    expect((await host().$`docker exec web hostname`).stdout).toBe("web\n");
    expect((await host().$`hostname`).stdout).toBe("sandbox\n");
  });

  test("it inherits no descriptor but its three, and no setting of a signal", async () => {
    const script = "ls -1 /proc/self/fd; grep -E 'Sig(Blk|Ign)' /proc/self/status; env";
    const pipes = await host().$`docker run --rm -h web base sh -c ${script}`;
    const expected = "0\n1\n2\n3\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n";
    expect(pipes.stdout).toStartWith(expected);
    expect(pipes.stdout.slice(expected.length).trim().split("\n").toSorted()).toEqual([
      "HOME=/root",
      "HOSTNAME=web",
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "PWD=/",
    ]);
    const terminal = await host().$`docker run --rm -t base sh -c ${script}`;
    expect(terminal.stdout.replaceAll("\r", "")).toStartWith(expected);
    expect((await host().$`docker exec other sh -c ${script}`).stdout).toStartWith(expected);
  });

  test("it has the usual devices, and no others", async () => {
    const { stdout } = await host().$`docker exec other ls /dev`;
    expect(stdout.trim().split("\n")).toEqual([
      "fd",
      "full",
      "null",
      "ptmx",
      "pts",
      "random",
      "shm",
      "stderr",
      "stdin",
      "stdout",
      "tty",
      "urandom",
      "zero",
    ]);
    expect(
      (await host().$`docker exec other sh -c ${"echo gone >/dev/null && head -c 3 /dev/zero | wc -c"}`).stdout,
    ).toBe("3\n");
  });
});
