import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

describeInSandbox((host) => {
  describe("docker run, as a program,", () => {
    test("passes what is piped in, with -i, and ends with the pipe", async () => {
      const said = await host().programReading("hi\n")`docker run -i --rm base cat`;
      expect(said).toEqual({ status: 0, stdout: "hi\n", stderr: "" });
    });

    test("gives a container without -i nothing to read", async () => {
      const said = await host().programReading("hi\n")`docker run --rm base cat`;
      expect(said).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    test("keeps output and errors apart, and ends with the command's status", async () => {
      const said = await host().program`docker run --rm base sh -c ${"echo out; echo err >&2; exit 7"}`;
      expect(said).toEqual({ status: 7, stdout: "out\n", stderr: "err\n" });
    });

    test("passes a megabyte in and out, whole", async () => {
      const text = `${"x".repeat(1023)}\n`.repeat(1024);
      const { stdout } = await host().programReading(text)`docker run -i --rm base cat`;
      expect(stdout === text).toBeTrue();
    });

    test("ends with its container, whatever more there is to read", async () => {
      const endless = Bun.spawn(host().entered(["sh", "-c", "yes | docker run -i --rm base head -1"]), {
        env: { PATH: "/run/wirework-host/bin:/usr/bin:/bin:/usr/sbin:/sbin" },
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(await endless.stdout.text()).toBe("y\n");
    });

    test("prints an id with -d, and leaves a container that a second docker sees", async () => {
      const { stdout } = await host().program`docker run -d --name seen base sleep 600`;
      expect(stdout).toMatch(/^[0-9a-f]{64}\n$/);
      expect((await host().program`docker ps -q --no-trunc`).stdout).toBe(stdout);
      expect((await host().$`docker rm -f seen`).stdout).toBe("seen\n");
      expect((await host().program`docker ps -q -a`).stdout).toBe("");
    });
  });

  describe("docker run", () => {
    test.each([
      [["-e", "A=1 2", "base", "sh", "-c", 'echo "$A"'], "1 2\n"],
      [["-w", "/usr", "base", "pwd"], "/usr\n"],
      [["-w", "/not/there/yet", "base", "pwd"], "/not/there/yet\n"],
      [["-h", "web", "base", "hostname"], "web\n"],
      [["--hostname=web.example.com", "base", "sh", "-c", 'echo "$HOSTNAME"'], "web.example.com\n"],
      [["base", "sh", "-c", "echo $PATH"], "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n"],
      [["base:latest", "echo", "a b", "c"], "a b c\n"],
      [["--net=none", "base", "ls", "/sys/class/net"], "lo\n"],
      [["--net", "bridge", "base", "ls", "/sys/class/net"], "eth0\nlo\n"],
    ])("%j prints %j", async (args, stdout) => {
      expect(await host().run(["docker", "run", "--rm", ...args])).toEqual({ status: 0, stdout, stderr: "" });
    });

    test("has the image's shell for a command, with the article's prompt", async () => {
      const typed = { input: "exit\n", window: { columns: 80, rows: 24 } };
      const { stdout } = await host().typing(typed)`docker run --rm -i -t base`;
      expect(stdout).toMatch(/root@[0-9a-f]{12}:\/# /);
    });

    test.each([
      [["base", "nosuch"], 127, 'exec: "nosuch": executable file not found in $PATH: unknown.'],
      [["base", "/nosuch"], 127, 'exec: "/nosuch": stat /nosuch: no such file or directory: unknown.'],
      [["base", "/etc/passwd"], 126, 'exec: "/etc/passwd": permission denied: unknown.'],
      [["--net=foo", "base"], 125, "docker: Error response from daemon: network foo not found."],
      [["--name", "a b", "base"], 125, "Invalid container name (a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed."],
      [["-w", "tmp", "base"], 125, "the working directory 'tmp' is invalid, it needs to be an absolute path."],
      [["--link", "nosuch:db", "base"], 125, "could not get container for nosuch: No such container: nosuch."],
      [["--bogus", "base"], 125, "unknown flag: --bogus"],
      [["-x", "base"], 125, "unknown shorthand flag: 'x' in -x"],
      [["--icc=false", "base"], 125, "unknown flag: --icc"],
      [["nosuch"], 125, "No such image: nosuch"],
      [["Base"], 125, "docker: invalid reference format: repository name must be lowercase."],
      [[], 1, '"docker run" requires at least 1 argument.'],
      [["-i", "-t", "base"], 1, "the input device is not a TTY"],
    ])("%j ends with %d, as Docker does, and says so", async (args, status, message) => {
      const said = await host().run(["docker", "run", "--rm", ...args]);
      expect(said).toMatchObject({ status, stdout: "" });
      expect(said.stderr).toContain(message);
      expect(await host().$`docker ps -a -q`).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    test("keeps a container's files from others, but for those that everyone in it may read", async () => {
      await host().$`docker run --name files base true`;
      const modes = "cd /run/wirework-host/docker/containers/* && stat -c '%a %n' . * | sort -k 2";
      const { stdout } = await host().$`sh -c ${modes}`;
      await host().$`docker rm files`;
      expect(stdout.split("\n")).toEqual(
        expect.arrayContaining([
          "700 .",
          "600 exit",
          "600 errors",
          "600 output",
          "644 hostname",
          "644 hosts",
          "644 resolv.conf",
        ]),
      );
    });

    test("leaves nothing on the bridge when its command can't be run", async () => {
      await host().$`docker run --rm base nosuch`;
      expect((await host().$`ip -o link show type veth`).stdout).toBe("");
    });
  });

  describe("docker exec", () => {
    test("is a program in the container", async () => {
      await host().$`docker run -d -h web -e A=1 --name web base sleep 600`;
      const script = "hostname; echo $A$B; pwd; cat; ls /proc/self/fd; exit 9";
      const said = await host().programReading("hi\n")`docker exec -i -e B=2 -w /usr web sh -c ${script}`;
      expect(said).toEqual({ status: 9, stdout: "web\n12\n/usr\nhi\n0\n1\n2\n3\n", stderr: "" });
    });

    test("reads nothing without -i", async () => {
      expect((await host().typing({ input: "hi\n" })`docker exec web cat`).stdout).toBe("");
    });

    test("goes on by itself with -d", async () => {
      expect(await host().$`docker exec -d web sleep 777`).toEqual({ status: 0, stdout: "", stderr: "" });
      const running = "until ps ax | grep -q 'sleep 77[7]'; do :; done";
      expect((await host().$`docker exec web timeout 10 sh -c ${running}`).status).toBe(0);
    });

    test.each([
      [["web", "nosuch"], 126, 'exec: "nosuch": executable file not found in $PATH: unknown\r\n'],
      [["web", "/nosuch"], 126, 'exec: "/nosuch": stat /nosuch: no such file or directory: unknown\r\n'],
      [["web", "/etc/passwd"], 126, 'exec: "/etc/passwd": permission denied: unknown\r\n'],
    ])("%j ends with %d", async (args, status, message) => {
      const stdout = `OCI runtime exec failed: exec failed: unable to start container process: ${message}`;
      expect(await host().run(["docker", "exec", ...args])).toEqual({ status, stdout, stderr: "" });
    });

    test.each([
      [["web"], '"docker exec" requires at least 2 arguments.'],
      [["nosuch", "true"], "Error: No such container: nosuch"],
      [["-i", "-t", "web", "true"], "the input device is not a TTY"],
    ])("%j ends with 1", async (args, message) => {
      const said = await host().run(["docker", "exec", ...args]);
      expect(said.status).toBe(1);
      expect(said.stderr).toContain(message);
    });

    test("does nothing in a container that has ended", async () => {
      await host().$`docker kill web`;
      const { status, stderr } = await host().$`docker exec web true`;
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Error response from daemon: Container [0-9a-f]{64} is not running\n$/);
    });
  });

  describe("what the kernel refuses the engine", () => {
    // More than execve(2) takes as one word
    const long = "x".repeat(200_000);

    test("is an answer in one line, of a container that is gone again", async () => {
      const said = await host().run(["docker", "run", "--rm", "--name", "refused", "base", "true", long]);
      expect(said).toMatchObject({ status: 125, stdout: "" });
      expect(said.stderr).toMatch(/^docker: Error response from daemon: E2BIG: .*\.\n$/);
      expect((await host().$`docker inspect refused`).stderr).toBe("Error: No such object: refused\n");
    });

    test("is an answer of any other command", async () => {
      await host().$`docker run -d --name other base sleep 600`;
      const said = await host().run(["docker", "exec", "other", "true", long]);
      expect(said).toMatchObject({ status: 1, stdout: "" });
      expect(said.stderr).toMatch(/^Error response from daemon: E2BIG: .*\n$/);
      await host().$`docker rm -f other`;
    });
  });

  test.each([
    [["bogus"], 1, "docker: 'bogus' is not a docker command."],
    [["ps", "--bogus"], 125, "unknown flag: --bogus\nSee 'docker ps --help'."],
    [["--bogus"], 125, "unknown flag: --bogus\nSee 'docker --help'."],
    [["ps", "extra"], 1, '"docker ps" accepts no arguments.'],
    [["kill", "-s", "BOGUS", "web"], 1, "Error response from daemon: Invalid signal: BOGUS"],
  ])("docker %j ends with %d", async (args, status, message) => {
    const said = await host().run(["docker", ...args]);
    expect(said).toMatchObject({ status, stdout: "" });
    expect(said.stderr).toContain(message);
  });
});
