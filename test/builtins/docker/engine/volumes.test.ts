import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

describeInSandbox((host) => {
  const run = (...words: readonly string[]) => host().$`docker run --rm ${words}`;
  const STATE = "/run/wirework-host/docker";

  describe("--volume", () => {
    test("shows a folder of the host, made if need be, that both may write to", async () => {
      expect(await run("-v", "/shared/folder:/x", "base", "touch", "/x/inside")).toMatchObject({
        status: 0,
        stderr: "",
      });
      await host().$`touch /shared/folder/outside`;
      expect((await run("-v", "/shared:/x", "base", "ls", "/x/folder")).stdout).toBe("inside\noutside\n");
    });

    test("with :ro may only be read, also by who would mount it again", async () => {
      const write = "echo no >/x/inside; mount -o remount,rw /x; echo no >/x/inside";
      const { stderr } = await run("-v", "/shared/folder:/x:ro", "base", "sh", "-c", write);
      expect(stderr.match(/Read-only file system/g)?.length).toBeGreaterThanOrEqual(2);
      expect((await host().$`cat /shared/folder/inside`).stdout).toBe("");
    });

    test("shows a file of the host, also where the image has none", async () => {
      await host().$`sh -c ${"echo mine >/shared/file"}`;
      const seen = await run("-v", "/shared/file:/etc/hostname", "-v", "/shared/file:/new/x", "base", "cat", "/new/x");
      expect(seen).toMatchObject({ status: 0, stdout: "mine\n" });
      await host().$`rm /shared/file`;
    });

    test("finds its place as the container does, whatever links lead to", async () => {
      const dockerfile = "FROM base\nRUN ln -s / /up && ln -s /etc /away";
      await host().$`sh -c ${'printf "%s" "$0" | docker build -t links -'} ${dockerfile}`;
      await run("-v", "/shared/folder:/up/up/y", "-v", "/shared/folder:/away/z", "links", "touch", "/y/y", "/etc/z/z");
      expect((await host().$`ls /shared/folder`).stdout).toBe("inside\noutside\ny\nz\n");
      expect((await host().$`ls -d /y /etc/z`).stdout).toBe("");
    });

    test("by a name is kept, and begins with what the image has there", async () => {
      expect((await run("-v", "kept:/usr/share/doc/bash", "base", "ls", "/usr/share/doc/bash")).stdout).not.toBe("");
      await run("-v", "kept:/x", "base", "touch", "/x/mine");
      expect((await run("-v", "kept:/x", "base", "ls", "/x")).stdout.split("\n")).toContain("mine");
    });

    test("begins with all that there is: links, named pipes, modes and times", async () => {
      const there = "mkdir -p /there/folder && ln -s file /there/link && mkfifo -m 604 /there/pipe /there/folder/pipe";
      const dockerfile = `FROM base\nRUN ${there} && touch -d 2001-02-03 /there/file`;
      await host().run(["docker", "build", "-q", "-t", "there", "-"], { input: dockerfile });
      const list = ["find", "/there", "-mindepth", "1", "-printf", "%P %y %m %l %TY-%Tm-%Td\n"];
      const image = await run("there", ...list);
      expect(image.stdout).toContain("folder/pipe p 604");
      const sorted = (text: string) => text.split("\n").toSorted();
      for (const volume of ["/there", "there:/there"]) {
        const { stderr, stdout } = await run("-v", volume, "there", ...list);
        expect({ stderr, lines: sorted(stdout) }).toEqual({ stderr: "", lines: sorted(image.stdout) });
      }
    });

    test("without a name goes with a container that is removed on exit, or with rm -v", async () => {
      const volumes = async () => (await host().$`ls ${STATE}/volumes`).stdout;
      const before = await volumes();
      await run("-v", "/x", "base", "touch", "/x/y");
      expect(await volumes()).toBe(before);
      await host().$`docker run -d --name web -v /x base sleep 600`;
      expect(await volumes()).not.toBe(before);
      await host().$`docker rm -f -v web`;
      expect(await volumes()).toBe(before);
    });

    test("stays with a container that is started again, as all its files do", async () => {
      await host().$`docker run -d --name web -v /shared/folder:/x -v /y base sleep 600`;
      const files = ["/y/a", "/root/b", "/tmp/c", "/usr/d", "/e"];
      await host().$`docker exec web touch ${files}`;
      await host().$`docker exec web rm /etc/passwd`;
      await host().$`docker restart -t 0 web`;
      expect((await host().$`docker exec web ls ${files} /x/inside`).status).toBe(0);
      await host().$`docker stop -t 0 web`;
      await host().$`docker start web`;
      expect((await host().$`docker exec web ls ${files} /x/inside`).status).toBe(0);
      expect((await host().$`docker exec web ls /etc/passwd`).status).toBe(2);
      await host().$`docker rm -f -v web`;
    });

    test("reaches nothing beyond the sandbox: its root is the sandbox's own", async () => {
      await run("-v", "/:/x", "base", "touch", "/x/from-a-container");
      expect((await host().$`ls /from-a-container`).status).toBe(0);
    });

    test("of a container that can't be started leaves nothing mounted, and no container", async () => {
      const said = await run("-v", "/shared:/etc/hosts", "base", "true");
      expect(said.stderr).toContain("Are you trying to mount a directory onto a file (or vice-versa)?");
      expect((await host().$`docker ps -a -q`).stdout).toBe("");
      expect((await host().$`ls ${STATE}/containers`).stdout).toBe("");
    });
  });
});
