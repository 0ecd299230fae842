import { describe, expect, test } from "bun:test";

import { describeInSandbox, type TestHost } from "../../../support/host/test-host.ts";

/** A first process has no default actions: it must ask for SIGTERM to be ended by it */
const GENTLE = "trap 'echo bye; exit 3' TERM; echo up; while :; do sleep 1000 & wait; done";

describeInSandbox((host) => {
  const state = async (name: string) =>
    (await host().$`docker inspect -f ${"{{.State.Status}} {{.State.ExitCode}}"} ${name}`).stdout.trim();

  describe("docker stop", () => {
    test("asks with SIGTERM, and leaves time for an answer", async () => {
      await host().$`docker run -d --name web base sh -c ${GENTLE}`;
      await until(host(), "web", "up\n");
      expect(await host().$`docker stop web`).toEqual({ status: 0, stdout: "web\n", stderr: "" });
      expect(await state("web")).toBe("exited 3");
      expect((await host().$`docker logs web`).stdout).toBe("up\nbye\n");
    });

    test("kills after its patience of -t seconds", async () => {
      await host().$`docker run -d --name deaf base sleep 600`;
      expect((await host().$`docker stop -t 0 deaf`).stdout).toBe("deaf\n");
      expect(await state("deaf")).toBe("exited 137");
    });

    test("is content with a container that has ended", async () => {
      expect(await host().$`docker stop deaf`).toEqual({ status: 0, stdout: "deaf\n", stderr: "" });
    });
  });

  describe("a container that is removed on exit is removed when", () => {
    test.each([
      ["docker stop", "docker stop -t 0 brief"],
      ["docker kill", "docker kill brief"],
      ["docker wait", "docker exec brief sh -c 'kill -TERM 1'; docker wait brief"],
    ])("%s has ended", async (_what, line) => {
      for (let round = 0; round < 3; round++) {
        await host().$`docker run -d --rm --name brief -v /volume base sh -c ${GENTLE}`;
        await until(host(), "brief", "up\n");
        const script = `{ ${line}; } >/dev/null 2>&1; docker inspect brief; docker run --rm --name brief base echo free`;
        expect((await host().program`sh -c ${script}`).stdout).toBe("[]\nfree\n");
      }
    });

    test("docker run has ended, and its status is that of its program", async () => {
      const script = "docker run --rm --name brief base sh -c 'exit 7'; echo $?; docker inspect brief";
      expect((await host().program`sh -c ${script}`).stdout).toBe("7\n[]\n");
    });
  });

  describe("docker run --rm, of a container that somebody restarts,", () => {
    test("waits until it is removed, and keeps nobody else in its process waiting", async () => {
      const running = host().$`docker run --rm --name brief base sleep 600`;
      while ((await state("brief")) !== "running 0") await Bun.sleep(2);
      await host().program`docker restart -t 0 brief`;
      expect(await withinSeconds(20, host().$`echo answered`)).toMatchObject({ stdout: "answered\n" });
      expect(await withinSeconds(0, running)).toBe(null);
      await host().program`docker kill brief`;
      expect((await running).status).toBe(137);
    });
  });

  describe("docker start and restart", () => {
    test("give a container another life, with its address, name and files, and a process of its own", async () => {
      const pid = "{{.State.Pid}} {{.NetworkSettings.IPAddress}}";
      await host().$`docker start deaf`;
      const first = await host().$`docker inspect -f ${pid} deaf`;
      expect(await state("deaf")).toBe("running 0");
      expect((await host().$`docker restart -t 0 deaf`).stdout).toBe("deaf\n");
      const second = await host().$`docker inspect -f ${pid} deaf`;
      expect(second.stdout).toMatch(/^[1-9]\d* 172\.17\.0\.2\n$/);
      expect(second.stdout).not.toBe(first.stdout);
    });

    test("leave a container that runs as it is", async () => {
      const before = await host().$`docker inspect deaf`;
      expect((await host().$`docker start deaf`).stdout).toBe("deaf\n");
      expect(await host().$`docker inspect deaf`).toEqual(before);
    });

    test("start one container once, when asked twice at the same time", async () => {
      await host().$`docker kill deaf`;
      const said = await Promise.all([host().$`docker start deaf`, host().program`docker start deaf`]);
      expect(said.map(({ status }) => status)).toEqual([0, 0]);
      expect((await host().$`ip -o link show type veth`).stdout.trim().split("\n")).toHaveLength(1);
    });
  });

  describe("a start that fails for nothing that its command is to blame for", () => {
    const taken = "docker run -d --name first -p 80:80 base sleep 600";

    test("has the exit status 128", async () => {
      await host().$`sh -c ${taken}`;
      await host().$`docker run -d --name second -p 80:80 base true`;
      expect(await state("second")).toEndWith(" 128");
      await host().$`docker rm second`;
    });

    test("leaves that of the life before, unless all was well", async () => {
      await host().$`docker rm -f first`;
      for (const status of ["0", "3"])
        await host().$`docker run --name ended${status} -p 80:80 base sh -c exit\ ${status}`;
      await host().$`sh -c ${taken}`;
      for (const name of ["ended0", "ended3"]) expect((await host().$`docker start ${name}`).status).toBe(1);
      expect([await state("ended0"), await state("ended3")]).toEqual(["exited 128", "exited 3"]);
      await host().$`docker rm -f first ended0 ended3`;
    });
  });

  test("docker restart is content when another start has removed its mark", async () => {
    await host().$`docker run -d --name slow base sleep 600`;
    const restarting = host().program`docker restart -t 600 slow`;
    const find = "find /run/wirework-host/docker/containers -name restarting";
    while ((await host().$`sh -c ${find}`).stdout === "") await Bun.sleep(2);
    await host().$`sh -c ${`${find} -delete`}`;
    await host().$`docker kill slow`;
    expect(await restarting).toEqual({ status: 0, stdout: "slow\n", stderr: "" });
    await host().$`docker rm -f slow`;
  });

  describe("docker restart, killed over it", () => {
    test("keeps a container that is to be removed for one more end only", async () => {
      await host().$`docker run -d --rm --name brief base sleep 600`;
      const restart = "docker restart -t 600 brief & echo $! >/tmp/restart; wait; echo over";
      const killed = host().program`sh -c ${restart}`;
      while ((await host().$`find /run/wirework-host/docker/containers -name restarting`).stdout === "")
        await Bun.sleep(2);
      await host().$`sh -c ${"kill -KILL $(cat /tmp/restart)"}`;
      expect((await killed).stdout).toBe("over\n");
      await host().$`docker kill brief`;
      expect(await state("brief")).toBe("exited 137");
      await host().$`docker start brief`;
      await host().$`docker kill brief`;
      while ((await host().$`docker inspect brief`).status === 0) await Bun.sleep(2);
    });
  });

  describe("docker kill", () => {
    test("sends the signal of -s", async () => {
      await host().$`docker start web`;
      await until(host(), "web", "up\nbye\nup\n");
      expect((await host().$`docker kill -s TERM web`).stdout).toBe("web\n");
      expect((await host().$`docker wait web`).stdout).toBe("3\n");
    });

    test("sends SIGKILL, and has ended it when it ends", async () => {
      expect((await host().$`docker kill deaf`).stdout).toBe("deaf\n");
      expect(await state("deaf")).toBe("exited 137");
      expect((await host().$`docker wait deaf`).stdout).toBe("137\n");
      expect((await host().$`docker logs deaf`).stderr).toBe("");
    });

    test("says of one that does not run that it does not, and goes on to the next", async () => {
      await host().$`docker start web`;
      const { status, stdout, stderr } = await host().$`docker kill deaf web`;
      expect({ status, stdout }).toEqual({ status: 1, stdout: "web\n" });
      expect(stderr).toMatch(
        /^Error response from daemon: Cannot kill container: deaf: Container \w{64} is not running\n$/,
      );
    });
  });

  describe("docker rm", () => {
    test("refuses a container that runs, but for -f", async () => {
      await host().$`docker start deaf`;
      const { status, stderr } = await host().$`docker rm deaf`;
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Error response from daemon: You cannot remove a running container \w{64}\. Stop the/);
      expect((await host().$`docker rm -f deaf`).stdout).toBe("deaf\n");
    });

    test("forgets a container: its name is free, and nothing has it", async () => {
      expect((await host().$`docker rm web`).stdout).toBe("web\n");
      expect((await host().$`docker ps -a -q`).stdout).toBe("");
      expect(await host().$`docker rm web`).toMatchObject({ status: 1, stderr: "Error: No such container: web\n" });
    });
  });

  test.each([
    ["start", "Error response from daemon: No such container: nosuch\nError: failed to start containers: nosuch\n"],
    ["stop", "Error response from daemon: No such container: nosuch\n"],
    ["restart", "Error response from daemon: No such container: nosuch\n"],
    ["kill", "Error response from daemon: Cannot kill container: nosuch: No such container: nosuch\n"],
    ["rm", "Error: No such container: nosuch\n"],
    ["wait", "Error response from daemon: No such container: nosuch\n"],
    ["logs", "Error: No such container: nosuch\n"],
  ])("docker %s prints nothing but an error for a container that is not there", async (command, stderr) => {
    expect(await host().run(["docker", command, "nosuch"])).toEqual({ status: 1, stdout: "", stderr });
    expect((await host().run(["docker", command])).stderr).toContain(`"docker ${command}" requires`);
  });

  describe("docker wait", () => {
    test("waits for the end, and prints the status, also of a container that is removed at it", async () => {
      await host().$`docker run -d --rm --name web base sh -c ${GENTLE}`;
      await until(host(), "web", "up\n");
      const waiting = host().program`docker wait web`;
      await host().$`docker kill -s TERM web`;
      expect(["3\n", ""]).toContain((await waiting).stdout);
      const gone = 'while [ -n "$(docker ps -aq)" ]; do :; done';
      expect((await host().$`timeout 10 sh -c ${gone}`).status).toBe(0);
    });
  });

  test("who waits for an end hears of it, though the container has been started again since", async () => {
    await host().$`docker run -d --name again base sleep 600`;
    const wait = "docker wait again & echo $! >/tmp/wait; wait";
    const waiting = host().program`sh -c ${wait}`;
    const isOpen = "readlink /proc/$(cat /tmp/wait)/fd/* | grep -q /exit$";
    while ((await host().$`sh -c ${isOpen}`).status !== 0) await Bun.sleep(2);
    await host().$`sh -c ${"kill -STOP $(cat /tmp/wait)"}`;
    await host().$`docker restart -t 0 again`;
    await host().$`sh -c ${"kill -CONT $(cat /tmp/wait)"}`;
    expect((await waiting).stdout).toBe("137\n");
    await host().$`docker rm -f again`;
  });

  describe("a container lives on", () => {
    test("when the client that shows it is killed, and its end is seen to all the same", async () => {
      const shown = "docker run --rm --name web base sleep 600 & until docker exec web true; do :; done; kill -9 $!";
      await host().$`timeout 10 sh -c ${`{ ${shown}; } >/dev/null 2>&1`}`;
      expect((await host().$`docker exec web echo alive`).stdout).toBe("alive\n");
      await host().$`docker kill web`;
      const gone = 'while [ -n "$(docker ps -aq)$(ip -o link show type veth)" ]; do :; done';
      expect((await host().$`timeout 10 sh -c ${gone}`).status).toBe(0);
    });

    test("not when its first process is killed from outside: all is undone", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      const pid = (await host().$`docker inspect -f ${"{{.State.Pid}}"} web`).stdout.trim();
      await host().$`kill -9 ${pid}`;
      expect((await host().$`docker wait web`).stdout).toBe("137\n");
      expect((await host().$`ip -o link show type veth`).stdout).toBe("");
      await host().$`docker rm web`;
    });

    test("or never did, when its start was cut off: it can be started, and removed", async () => {
      const cut =
        "docker run -d --name web base sleep 600 & client=$!; until ls /run/wirework-host/docker/containers/*/cleanup; do :; done; kill -9 $client";
      await host().$`timeout 10 sh -c ${`{ ${cut}; } >/dev/null 2>&1`}`;
      expect((await host().$`docker start web`).status).toBe(0);
      expect((await host().$`docker exec web echo alive`).stdout).toBe("alive\n");
      expect((await host().$`docker rm -f web`).status).toBe(0);
      expect((await host().$`ip -o link show type veth`).stdout).toBe("");
    });
  });

  test("nothing of them is left: no process, no zombie, no folder", async () => {
    const processes = async () => (await host().$`ps -e -o ppid=,stat=,comm=`).stdout.trim().split("\n");
    // The holder, the process that asked, and ps itself; the furnisher of the last container may need a moment
    while ((await processes()).length > 3) await Bun.sleep(5);
    expect((await host().$`ls /run/wirework-host/docker/containers`).stdout).toBe("");
  });
});

/** Waits for an answer; `null` when it takes longer */
function withinSeconds<Answer>(seconds: number, answer: Promise<Answer>): Promise<Answer | null> {
  return Promise.race([answer, Bun.sleep(seconds * 1000).then(() => null)]);
}

/** Waits until a container has printed that much */
async function until(host: TestHost, name: string, printed: string): Promise<void> {
  while ((await host.$`docker logs ${name}`).stdout !== printed) await Bun.sleep(2);
}
