import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

/** The longest path that a socket can have */
const LONG = `/tmp/${"s".repeat(102)}`;

describeInSandbox((host) => {
  const options = (words: string) =>
    host().$`sh -c ${'printf "DOCKER_OPTS=\\"%s\\"\n" "$0" >/etc/default/docker'} ${words}`;
  const ps = async (socket: string) => (await host().$`docker -H ${socket} ps -q`).status;

  describe("the sockets of the engine", () => {
    test("are those that DOCKER_OPTS names, while it runs", async () => {
      await options("-H unix:///tmp/one.sock --host=unix:///run/two.sock");
      expect(await host().$`service docker restart`).toMatchObject({ status: 0, stderr: "" });
      expect([await ps("unix:///tmp/one.sock"), await ps("unix:///run/two.sock")]).toEqual([0, 0]);
      expect([await ps("unix:///var/run/docker.sock"), await ps("unix:///tmp/three.sock")]).toEqual([1, 1]);
      expect((await host().$`ls -l /tmp/one.sock`).stdout).toStartWith("srw-rw---- ");
      await host().$`service docker stop`;
      expect(await ps("unix:///tmp/one.sock")).toBe(1);
      expect((await host().$`ls /tmp/one.sock /run/two.sock`).stdout).toBe("");
    });

    test("are known by any path that leads there", async () => {
      await options("-H unix:///tmp/one.sock");
      await host().$`service docker start`;
      await host().$`ln -s /tmp/one.sock /tmp/link.sock`;
      expect([await ps("unix:///tmp/link.sock"), await ps("unix:///tmp/../tmp/one.sock")]).toEqual([0, 0]);
    });

    test("are told by DOCKER_HOST, which -H overrides", async () => {
      const there = "DOCKER_HOST=unix:///tmp/one.sock";
      expect((await host().$`env ${there} docker ps`).status).toBe(0);
      expect((await host().$`env ${there} docker -H unix:///tmp/no.sock ps`).status).toBe(1);
      expect((await host().$`env DOCKER_HOST=unix:///tmp/no.sock docker ps`).stderr).toContain(
        "at unix:///tmp/no.sock.",
      );
    });

    test("answer no client but the engine's own", async () => {
      const { stderr } = await host().$`curl --silent --show-error --unix-socket /tmp/one.sock http://localhost/_ping`;
      expect(stderr).toContain("Failed to connect");
      expect((await host().$`env DOCKER_HOST=unix:///tmp/one.sock docker info`).stdout).toContain(
        " Sockets: unix:///tmp/one.sock (files, for this client only)\n",
      );
    });

    test.each([
      ["-H nope://x", 'invalid argument "nope://x" for "-H, --host" flag: Invalid bind address format: nope://x'],
      ["-H fd://", "no sockets found via socket activation: make sure the service was started by systemd"],
      ["-H tcp://0.0.0.0:2375", "the embedded engine has no process to listen at tcp://0.0.0.0:2375"],
      ["-H unix:///no/such/folder.sock", "can't create unix socket /no/such/folder.sock: listen unix"],
      ["-H unix:///tmp", "can't create unix socket /tmp: is a directory"],
      [
        `-H unix://${LONG} -H unix://${LONG}r`,
        `can't create unix socket ${LONG}r: listen unix ${LONG}r: bind: invalid argument`,
      ],
      [`-H unix:///run/${"y".repeat(256)}`, `can't create unix socket /run/${"y".repeat(256)}: file name too long`],
      ["-H unix:///etc/passwd/s", "can't create unix socket /etc/passwd/s: not a directory"],
      [
        "-H unix:///tmp/first.sock -H unix:///proc/second.sock",
        "can't create unix socket /proc/second.sock: listen unix /proc/second.sock: bind: no such file or directory",
      ],
      ["-H", "flag needs an argument: 'H' in -H"],
    ])("are refused with %p, and nothing is half made", async (words, reason) => {
      await host().$`service docker stop`;
      await host().$`ip link del docker0`;
      await options(words);
      const said = await host().$`service docker start`;
      expect(said).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining(reason) });
      expect((await host().$`ip link show docker0`).status).toBe(1);
      expect((await host().$`find /tmp /run -maxdepth 1 -type s`).stdout).toBe("");
    });

    test("go again where the bridge can't be made", async () => {
      await options("-H unix:///tmp/first.sock -b nosuch0");
      expect((await host().$`service docker start`).stderr).toContain("nosuch0 must be created manually");
      expect((await host().$`ls /tmp/first.sock`).stdout).toBe("");
    });

    test("may be as long as the kernel's longest", async () => {
      await options(`-H unix://${LONG}`);
      expect(await host().$`service docker start`).toMatchObject({ status: 0, stderr: "" });
      expect(await ps(`unix://${LONG}`)).toBe(0);
    });
  });
});
