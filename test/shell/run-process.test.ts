import { describe, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { Channel } from "../../lib/shell/channel.ts";
import { runProcess } from "../../lib/shell/run-process.ts";
import { PATH } from "./on-this-machine.ts";

interface Ran {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

async function run(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = { PATH },
  typed: string | null = null,
): Promise<Ran> {
  const output: Uint8Array[] = [];
  const errors: Uint8Array[] = [];
  const input = typed === null ? null : new Channel();
  if (typed !== null) {
    input?.sink(Buffer.from(typed));
    input?.end();
  }
  const status = await runProcess(argv, environment, {
    input,
    output: (chunk) => output.push(chunk),
    errors: (chunk) => errors.push(chunk),
    window: null,
  });
  return { status, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

describe("the exit status is a shell's", () => {
  test.each<[string, readonly string[], number, string]>([
    ["of success", ["true"], 0, ""],
    ["of failure", ["sh", "-c", "exit 7"], 7, ""],
    ["of SIGKILL", ["sh", "-c", "kill -KILL $$"], 137, ""],
    ["of SIGTERM", ["sh", "-c", "kill -TERM $$"], 143, ""],
    ["of SIGSEGV", ["sh", "-c", "kill -SEGV $$"], 139, ""],
    ["of what is not on the search path", ["no-such-program"], 127, "no-such-program: command not found\n"],
    ["of a file that is not there", ["/no/such/program"], 127, "/no/such/program: command not found\n"],
    ["of a file that can't be executed", ["/etc/passwd"], 126, "/etc/passwd: Permission denied\n"],
    ["of a folder", ["/etc"], 126, "/etc: Permission denied\n"],
  ])("%s", async (_what, argv, status, errors) => {
    expect(await run(argv)).toEqual({ status, output: "", errors });
  });
});

test("a program gets its arguments exactly as they are", async () => {
  const words = [
    "",
    " ",
    "a b",
    "'",
    '"',
    "$HOME",
    "$(id)",
    "`id`",
    "*",
    "~",
    ";",
    "|",
    "&",
    "\\",
    "\n",
    "ü☃",
    "-n",
    "{a,b}",
    "!!",
  ];
  const { output } = await run(["printf", "<%s>", ...words]);
  expect(output).toBe(words.map((word) => `<${word}>`).join(""));
});

test("a program gets its environment exactly as it is, and nothing of ours", async () => {
  const { output } = await run(["/usr/bin/env", "--null"], { ODD: "a\nb 'c'", EMPTY: "" });
  expect(output.split("\0").toSorted()).toEqual(["", "EMPTY=", "ODD=a\nb 'c'"]);
});

test("no shell is needed: neither bash nor sh is on the search path", async () => {
  const folder = mkdtempSync("/tmp/wirework-process-");
  chmodSync(folder, 0o755);
  writeFileSync(`${folder}/a program`, "#!/bin/cat\nits text\n", { mode: 0o755 });
  expect(readdirSync(folder)).toEqual(["a program"]);
  const { status, output } = await run(["a program"], { PATH: folder });
  rmSync(folder, { recursive: true });
  expect({ status, output }).toEqual({ status: 0, output: "#!/bin/cat\nits text\n" });
});

test("a program reads what it is given, and nothing else", async () => {
  expect((await run(["cat"], { PATH }, "typed")).output).toBe("typed");
  expect((await run(["cat"])).output).toBe("");
});

test("a program that reads a part of a long input ends", async () => {
  expect(await run(["head", "-c1"], { PATH }, "x".repeat(10_000_000))).toMatchObject({ status: 0, output: "x" });
});

test("20 MB of output come, to the byte", async () => {
  let count = 0;
  const status = await runProcess(
    ["head", "-c20000000", "/dev/zero"],
    { PATH },
    {
      input: null,
      output: (chunk) => void (count += chunk.byteLength),
      errors: () => {},
      window: null,
    },
  );
  expect({ status, count }).toEqual({ status: 0, count: 20_000_000 });
});

test("a program can open its own streams by name, as pipes have names and sockets have none", async () => {
  const script = "echo out >/dev/stdout; echo errors >/dev/stderr";
  expect(await run(["sh", "-c", script])).toEqual({ status: 0, output: "out\n", errors: "errors\n" });
});

test("a program leads a process group of its own, which Ctrl-C at our terminal does not reach", async () => {
  const { output } = await run(["sh", "-c", "echo $$; ps -o pgid= -p $$ || cut -d' ' -f5 /proc/$$/stat"]);
  const [pid, group] = output.trim().split(/\s+/);
  expect(group).toBe(pid as string);
});

test("no pipe is left open, and none of ours is passed on", async () => {
  const pipes = () =>
    Bun.spawnSync(["ls", "-l", `/proc/${process.pid}/fd`])
      .stdout.toString()
      .match(/pipe:/g)?.length ?? 0;
  await run(["true"]);
  const before = pipes();
  for (let count = 0; count < 10; count++) await run(["sh", "-c", "echo x; echo y >&2"]);
  await run(["no-such-program"]);
  // Bun closes its own copy of a descriptor a moment after its stream has ended
  for (let wait = 0; pipes() > before && wait < 100; wait++) await Bun.sleep(10);
  expect(pipes()).toBeLessThanOrEqual(before);
  expect((await run(["ls", "/proc/self/fd"])).output).toBe("0\n1\n2\n3\n");
});
