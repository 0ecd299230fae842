import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";
import { CONFIG, HOST_CONFIG } from "../documents/unset.ts";

describeInSandbox((host) => {
  const build = (dockerfile: string, ...options: readonly string[]) =>
    host().$`sh -c ${`printf '%s\n' "$0" | docker build -q ${options.join(" ")} -`} ${dockerfile}`;
  const run = (...words: readonly string[]) => host().$`docker run --rm ${words}`;

  describe("docker build", () => {
    test("keeps what a command has written, wherever that was, and changes neither base nor the host", async () => {
      const places = ["/made", "/usr/made", "/etc/made", "/root/made", "/tmp/made", "/run/made", "/new/folder/made"];
      const made = `RUN mkdir -p /new/folder && for place in ${places.join(" ")}; do echo mine >$place; done`;
      expect(await build(`FROM base\n${made}`, "-t written")).toMatchObject({ status: 0, stderr: "" });
      expect(await run("written", "ls", ...places)).toMatchObject({ status: 0, stderr: "" });
      const look = `ls ${places.join(" ")} 2>/dev/null`;
      expect((await run("base", "sh", "-c", look)).stdout).toBe("");
      expect((await host().$`sh -c ${look}`).stdout).toBe("");
    });

    test("builds upon what was built, and forgets what was removed", async () => {
      await build("FROM written\nRUN rm /made /usr/made && rm -r /new && echo more >/tmp/more", "-t upon");
      const seen = await run("upon", "ls", "/made", "/usr/made", "/new", "/tmp/made", "/tmp/more");
      expect(seen.stdout).toBe("/tmp/made\n/tmp/more\n");
      expect((await run("written", "cat", "/made")).stdout).toBe("mine\n");
    });

    test("gives each container files of its own", async () => {
      await host().$`docker run -d --name one upon sleep 600`;
      await host().$`docker exec one rm /tmp/more`;
      expect((await run("upon", "ls", "/tmp/more")).status).toBe(0);
      await host().$`docker rm -f one`;
    });

    test("sets what containers are started as", async () => {
      await build('FROM base\nENV A=1\nENV B=$A-2\nEXPOSE 90-91 53/udp\nCMD ["env"]', "-t settings");
      const { stdout } = await run("settings");
      expect(stdout.split("\n")).toEqual(expect.arrayContaining(["A=1", "B=1-2"]));
      await host().$`docker run -d --name set --expose 99 settings sleep 600`;
      const ports = await host().$`docker inspect -f ${"{{json .Config.ExposedPorts}}"} set`;
      expect(ports.stdout).toBe('{"53/udp":{},"80/tcp":{},"90/tcp":{},"91/tcp":{},"99/tcp":{}}\n');
      await host().$`docker rm -f set`;
    });

    test("does nothing again that is done already, unless it is told to", async () => {
      const text = "FROM base\nRUN date +%s%N >/when";
      const [first, second, third] = [await build(text), await build(text), await build(text, "--no-cache")];
      expect(second.stdout).toBe(first.stdout);
      expect(third.stdout).not.toBe(first.stdout);
    });

    test("ends as a command that fails, and leaves its container to look at, and no image", async () => {
      const said = await build("FROM base\nRUN echo seen >/seen; exit 7", "-t failed");
      expect(said).toMatchObject({ status: 7, stderr: expect.stringContaining("returned a non-zero code: 7") });
      expect((await host().$`docker ps -a -q`).stdout).toMatch(/^[0-9a-f]{12}\n$/);
      const { stdout } = await host().$`sh -c ${"docker inspect $(docker ps -a -q)"}`;
      const [container] = JSON.parse(stdout);
      const { Image: base } = container;
      expect(container).toMatchObject({
        Path: "/bin/sh",
        Args: ["-c", "echo seen >/seen; exit 7"],
        HostConfig: { ...HOST_CONFIG, NetworkMode: "bridge" },
        Config: {
          ...CONFIG,
          Hostname: container.Id.slice(0, 12),
          AttachStdout: true,
          AttachStderr: true,
          ExposedPorts: { "80/tcp": {} },
          Env: [expect.stringMatching(/^PATH=/)],
          Cmd: ["/bin/sh", "-c", "echo seen >/seen; exit 7"],
          Image: base,
        },
      });
      expect((await host().$`docker image inspect failed`).status).toBe(1);
      await host().$`sh -c ${"docker rm $(docker ps -a -q)"}`;
    });

    test.each(["TERM", "HUP", "KILL"])(
      "takes the command that it runs with it when it is ended by SIG%s",
      async (signal) => {
        await host().$`sh -c ${"printf 'FROM base\nRUN exec sleep 600\n' >/tmp/long"}`;
        const client = await host().$`sh -c ${"docker build - </tmp/long >/dev/null 2>&1 & echo $!"}`;
        while ((await host().$`docker ps -q`).stdout === "") await Bun.sleep(2);
        await host().$`kill -s ${signal} ${client.stdout.trim()}`;
        while ((await host().$`docker ps -a -q`).stdout !== "") await Bun.sleep(2);
      },
    );

    test("takes it along on a terminal's Ctrl-C, which reaches all that the terminal knows", async () => {
      const building = host()
        .program`setsid --wait sh -c ${"echo $$ >/tmp/group; exec docker build - </tmp/long >/dev/null 2>&1"}`;
      while ((await host().$`docker ps -q`).stdout === "") await Bun.sleep(2);
      await host().$`sh -c ${"kill -s INT -- -$(cat /tmp/group)"}`;
      expect((await building).status).not.toBe(0);
      while ((await host().$`docker ps -a -q`).stdout !== "") await Bun.sleep(2);
    });

    test("takes it along when nobody reads what it prints", async () => {
      const text = "FROM base\nRUN yes";
      expect((await host().$`sh -c ${`printf '${text}\n' | docker build - | head -n 5`}`).status).toBe(0);
      while ((await host().$`docker ps -a -q`).stdout !== "") await Bun.sleep(2);
    });

    test("shows what a command prints, and its errors in red, as Docker does", async () => {
      const text = "FROM base\nRUN echo said; echo wrong >&2";
      const { stdout } = await host().$`sh -c ${`printf '%s\n' "$0" | docker build --no-cache -`} ${text}`;
      expect(stdout).toContain("\x1b[91mwrong\n\x1b[0m");
      const [running, removing] = [" ---> Running in", "Removing intermediate container"];
      expect(stdout.replace("\x1b[91mwrong\n\x1b[0m", "")).toMatch(
        new RegExp(`^${running} ([\\da-f]{12})\nsaid\n${removing} \\1$`, "m"),
      );
    });

    test("is as confined as any container", async () => {
      const said = await build("FROM base\nRUN ip link set eth0 down");
      expect(said).toMatchObject({ status: 2, stderr: expect.stringContaining("returned a non-zero code: 2") });
      await host().$`sh -c ${"docker rm $(docker ps -a -q)"}`;
    });
  });

  test("an image is as large as what its layers have beside the machine's own files", async () => {
    const write = (count: number, file: string) => `RUN head -c ${count} /dev/zero >/${file}`;
    await build(["FROM base", write(1000, "one"), "ENV A=1", write(234, "two")].join("\n"), "-t sized");
    const sizes = await host()
      .$`docker image inspect -f ${"{{.Size}} {{.VirtualSize}} {{len .RootFS.Layers}}"} sized base`;
    const [sized, base] = sizes.stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ").map(Number));
    expect(base).toEqual([0, 0, 1]);
    expect(sized).toEqual([1234, 1234, 3]);
    await host().$`docker rmi sized`;
  });

  describe("docker rmi", () => {
    test("leaves an image that a container was made of, or another one was built upon", async () => {
      await host().$`docker run -d --name user upon sleep 600`;
      const used = await host().$`docker rmi upon`;
      expect(used).toMatchObject({
        status: 1,
        stdout: "",
        stderr: expect.stringContaining("is using its referenced image"),
      });
      await host().$`docker rm -f user`;
      expect((await host().$`docker rmi written`).stdout).toBe("Untagged: written:latest\n");
      expect((await run("upon", "cat", "/tmp/made")).stdout).toBe("mine\n");
    });

    test("takes all that only it had with it", async () => {
      const before = (await host().$`docker images -a -q`).stdout.split("\n").length;
      const { stdout } = await host().$`docker rmi upon`;
      // Two images, of which each has files
      expect(stdout.match(/^Deleted: sha256:[0-9a-f]{64}$/gm)).toHaveLength(4);
      expect((await host().$`docker images -a -q`).stdout.split("\n")).toHaveLength(before - 2);
    });

    test("never takes base", async () => {
      const said = await host().$`docker rmi -f base`;
      expect(said).toMatchObject({
        status: 1,
        stdout: "",
        stderr: expect.stringContaining("base is the sandbox's own files"),
      });
    });
  });
});
