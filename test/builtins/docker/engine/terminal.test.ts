import { describe, expect, test } from "bun:test";

import { HOST_ENVIRONMENT } from "../../../../lib/hosts/environment.ts";
import { describeInSandbox, type TestHost } from "../../../support/host/test-host.ts";

const WINDOW = { columns: 101, rows: 33 };

/** Programs on a terminal of the machine, with a person at it */
class Desk {
  readonly #running: ReturnType<Desk["start"]>;
  #shown = "";

  constructor(host: TestHost, script: string) {
    this.#running = this.start(host.entered(["sh", "-c", script]));
  }

  private start(argv: string[]) {
    return Bun.spawn(argv, {
      env: { ...HOST_ENVIRONMENT, PS1: "# " },
      terminal: {
        cols: WINDOW.columns,
        rows: WINDOW.rows,
        data: (_terminal, chunk) => void (this.#shown += Buffer.from(chunk).toString().replace(/\r+\n/g, "\n")),
      },
    });
  }

  /** What is shown, once that is in it; it is forgotten then */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.#shown)) await Bun.sleep(2);
    const shown = this.#shown;
    this.#shown = "";
    return shown;
  }

  type(keys: string): void {
    this.#running.terminal?.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#running.terminal?.resize(columns, rows);
  }

  ended(): Promise<number> {
    return this.#running.exited;
  }
}

describeInSandbox((host) => {
  describe("docker run -i -t", () => {
    const run = (args: readonly string[], input: string) =>
      host().run(["docker", "run", "--rm", "-i", "-t", ...args], { input, window: WINDOW });

    test("gives a container a terminal of its own, as large as the window from the first moment", async () => {
      expect(await run(["base", "sh", "-c", "tty; stty size"], "")).toEqual({
        status: 0,
        stdout: "/dev/pts/0\r\n33 101\r\n",
        stderr: "",
      });
    });

    test("is a shell that one types at, without a word about job control, and ends with its status", async () => {
      const { status, stdout, stderr } = await run(["-h", "web", "base", "/bin/bash"], "echo $TERM\nexit 5\n");
      expect({ status, stderr }).toEqual({ status: 5, stderr: "" });
      expect(stdout).toContain("root@web:/# ");
      expect(stdout).toContain("xterm\r\n");
      expect(stdout).not.toContain("job control");
    });

    test("shows all of it to the last byte", async () => {
      const { stdout } = await run(["base", "seq", "20000"], "");
      expect(stdout).toEndWith("\r\n19999\r\n20000\r\n");
      expect(stdout.split("\r\n")).toHaveLength(20_001);
    });

    test("has a terminal of Docker's own size with -t alone, where there is no window", async () => {
      expect((await host().$`docker run --rm -t base stty size`).stdout).toBe("24 80\r\n");
    });
  });

  test("docker run -d -t keeps a shell at its terminal, and exec -i -t has a second one", async () => {
    await host().$`docker run -d -i -t --name web -h web base bash`;
    const typed = { input: "tty; stty size; exit 4\n", window: WINDOW };
    const said = await host().typing(typed)`docker exec -i -t web bash`;
    expect(said).toMatchObject({ status: 4, stderr: "" });
    expect(said.stdout).toContain("root@web:/# ");
    expect(said.stdout).toContain("/dev/pts/1\r\n33 101\r\n");
    // The terminal before it may still be about to go
    const unseen = await host().$`docker exec -t web sh -c ${"tty; stty size"}`;
    expect(unseen.stdout).toMatch(/^\/dev\/pts\/[12]\r\n24 80\r\n$/);
    expect(await host().$`docker exec web tty`).toMatchObject({ status: 1, stdout: "not a tty\n" });
    await host().$`docker rm -f web`;
  });

  test("who starts a container or a program on a terminal keeps neither end of it", async () => {
    // The parent of a program is the process that answers lines
    const open = "for fd in /proc/$PPID/fd/*; do readlink $fd; done | grep -E '/(pts/[0-9]+|ptmx)$' | sort";
    const before = await host().$`sh -c ${open}`;
    await host().$`docker run -d -t --name web base sleep 600`;
    await host().$`docker exec -t web true`;
    expect(await host().$`sh -c ${open}`).toEqual(before);
    await host().$`docker rm -f web`;
  });

  test("a person at a terminal of the sandbox can type, resize, interrupt and leave, and has it back as it was", async () => {
    const desk = new Desk(host(), "stty -g; docker run -i -t --rm base sh; echo status $?; stty -g");
    const before = /^[0-9a-f:]+$/m.exec(await desk.until(/^[0-9a-f:]+\n[^]*# $/m))?.[0];
    desk.type("stty size\n");
    await desk.until(/^33 101\n# $/m);
    desk.resize(77, 22);
    desk.type("while [ \"$(stty size)\" != '22 77' ]; do :; done; echo resized\n");
    await desk.until(/^resized\n# $/m);
    desk.type("sleep 600\n");
    const asleep = "until ps -e -o args= | grep -q '^sleep 60[0]'; do :; done";
    await host().$`timeout 10 sh -c ${asleep}`;
    desk.type("\u0003");
    await desk.until(/\^C\n# $/m);
    desk.type("echo $?; exit 6\n");
    const shown = await desk.until(/^status 6\n[0-9a-f:]+\n/m);
    expect(shown).toContain("\n130\n");
    expect(/^[0-9a-f:]{20,}$/m.exec(shown)?.[0]).toBe(before ?? "");
    expect(await desk.ended()).toBe(0);
  });
});
