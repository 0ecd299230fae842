/**
 * Runs that end early: whatever ends them, nothing is left.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Mark } from "../support/mark.ts";
import { readableProject } from "../support/project.ts";
import { someone } from "../support/host/no-namespaces.ts";
import { emptyFolder, fileWith, recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { type User, users } from "../support/machine/users.ts";
import { BARE, startWirework } from "../support/wirework.ts";
import { runnerKilled } from "../support/messages.ts";

/** A run that is going on */
interface Run extends ReturnType<typeof startWirework> {
  readonly mark: Mark;
}

function start(user: User, ...args: readonly string[]): Run {
  const mark = new Mark();
  return Object.assign(startWirework(user, ["run", ...args], { environment: mark.environment }), { mark });
}

/** Waits until the output has a line more than `count` lines; the text so far */
async function readLines(run: Pick<Run, "stdout">, count: number): Promise<string> {
  const reader = run.stdout.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.split("\n").length <= count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return text;
}

/** The process that nsenter started: the Bun inside */
function runnerOf({ mark }: Run): number {
  const runner = mark
    .processes()
    .find(({ command }) => !command.startsWith("nsenter") && command.includes("inside.ts"));
  if (runner === undefined) throw new Error("Cannot find the runner: it has not begun, or has ended");
  return runner.pid;
}

/** The Bun outside, which the launcher became */
function outerOf({ mark }: Pick<Run, "mark">): number {
  const outer = mark.processes().find(({ command }) => command.includes("main.ts run"));
  if (outer === undefined) throw new Error("Cannot find the outer process: it has not begun, or has ended");
  return outer.pid;
}

/** A recipe with all kinds of steps that never comes to its end, so that no signal comes too late */
const ENDLESS = fileWith(
  readFileSync(join(import.meta.dir, "../../recipes/point-to-point.ts"), "utf8").replace(
    /\n {2}\},\n\}\);\n$/,
    "\n    await Bun.sleep(60_000);$&",
  ),
  "endless.ts",
);

describe.each(users)("as $name", (user) => {
  // At moments all over the run: by the lines that it has printed, and by time
  test.each([
    ["SIGINT", 130, 1],
    ["SIGTERM", 143, 2],
    ["SIGHUP", 129, 4],
    ["SIGTERM", 143, 6],
    ["SIGINT", 130, 9],
    ["SIGHUP", 129, 14],
    ["SIGINT", 130, 20],
    ["SIGTERM", 143, 26],
    ["SIGHUP", 129, 32],
    ["SIGINT", 130, 38],
    ["SIGTERM", 143, 44],
    ["SIGHUP", 129, 52],
  ] as const)("%s ends with %d, silent, and nothing is left, after %d lines", async (signal, status, lines) => {
    const before = takeSnapshot();
    const run = start(user, ENDLESS);
    await readLines(run, lines);
    process.kill(outerOf(run), signal);
    expect(await run.exited).toBe(status);
    expect(run.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
    expect(await run.stderr.text()).toBe("");
  });

  test.each([5, 10, 20, 30, 40, 50, 60, 70, 80, 100, 120, 150])("SIGTERM after %d ms", async (delay) => {
    const run = start(user, ENDLESS);
    await Bun.sleep(delay);
    run.kill("SIGTERM");
    expect(await run.exited).toBe(143);
    expect(await run.mark.goneWithin(1000)).toBe(true);
    expect(await run.stderr.text()).toBe("");
  });

  test("kill -9 of the runner inside: the run has failed, and its sandbox goes within a second", async () => {
    const before = takeSnapshot();
    const run = start(user, ENDLESS);
    await readLines(run, 9);
    process.kill(runnerOf(run), "SIGKILL");
    expect(await run.mark.goneWithin(1000)).toBe(true);
    expect(await run.exited).toBe(1);
    expect(await run.stderr.text()).toBe(`wirework: ${runnerKilled("sandbox")}\n`);
    expect(takeSnapshot()).toEqual(before);
  });

  test("kill -9 of the outer process: the sandbox goes within a second, by itself", async () => {
    const before = takeSnapshot();
    const run = start(user, ENDLESS);
    await readLines(run, 9);
    process.kill(outerOf(run), "SIGKILL");
    expect(await run.mark.goneWithin(1000)).toBe(true);
    expect(takeSnapshot()).toEqual(before);
  });

  test("SIGTERM while the runner is paused ends with 143, and nothing is left", async () => {
    const before = takeSnapshot();
    const run = start(user, ENDLESS);
    await readLines(run, 9);
    const runner = runnerOf(run);
    const nsenter = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${runner}/status`, "utf8"))?.[1]);
    process.kill(runner, "SIGSTOP");
    // It pauses along with its child
    while (!/^State:\s*T/m.test(readFileSync(`/proc/${nsenter}/status`, "utf8"))) await Bun.sleep(5);
    process.kill(outerOf(run), "SIGTERM");
    expect(await run.exited).toBe(143);
    expect(await run.mark.goneWithin(1000)).toBe(true);
    expect(takeSnapshot()).toEqual(before);
  });

  test.each([1, 9, 20])("an output that is closed after %d lines: undone, silent, 141", async (lines) => {
    const before = takeSnapshot();
    const run = start(user, "point-to-point");
    await readLines(run, lines);
    await run.stdout.cancel();
    expect(await run.exited).toBe(141);
    expect(await run.stderr.text()).toBe("");
    expect(run.mark.processes()).toEqual([]);
    expect(takeSnapshot()).toEqual(before);
  });
});

test("with --json, a run that was stopped prints one document", async () => {
  const run = start(someone, recipeFile("await Bun.sleep(60_000);"), "--json");
  while (!run.mark.processes().some(({ command }) => command.includes("inside.ts"))) await Bun.sleep(5);
  process.kill(outerOf(run), "SIGTERM");
  expect(await run.exited).toBe(143);
  expect(JSON.parse(await run.stdout.text())).toEqual({
    schema: 1,
    error: { kind: "stopped", message: expect.stringContaining("SIGTERM"), cause: null, try: null },
    exit: 143,
  });
});

test("with --json, a run whose runner was killed prints one document", async () => {
  const run = start(someone, recipeFile("await Bun.sleep(60_000);"), "--json");
  while (!run.mark.processes().some(({ command }) => !command.startsWith("nsenter") && command.includes("inside.ts")))
    await Bun.sleep(5);
  process.kill(runnerOf(run), "SIGKILL");
  expect(await run.exited).toBe(1);
  expect(JSON.parse(await run.stdout.text())).toEqual({
    schema: 1,
    error: { kind: "killed", message: expect.stringMatching(/SIGKILL.*sandbox/), cause: null, try: null },
    exit: 1,
  });
});

test.each(["list", "help", "version", "show point-to-point", "list --json", "rum --json"])(
  "an output that nobody reads ends `wirework %s` silently with 141",
  (line) => {
    const launcher = join(import.meta.dir, "../../scripts/wirework");
    // The reader goes before the writer comes
    const script = 'mkfifo "$0/pipe"; exec 3<> "$0/pipe" 4> "$0/pipe" 3>&-; exec "$@" >&4 4>&-';
    const argv = ["bash", "-c", script, emptyFolder(), launcher, ...line.split(" ")];
    const { exitCode, stderr } = Bun.spawnSync(argv);
    expect({ exitCode, stderr: stderr.toString() }).toEqual({ exitCode: 141, stderr: "" });
  },
);

test("Ctrl-C, which reaches all of a terminal's programs, ends with 130 as well", async () => {
  const mark = new Mark();
  const run = Bun.spawn(["setsid", "--wait", join(readableProject(), "scripts/wirework"), "run", ENDLESS], {
    env: { ...BARE, ...mark.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await readLines(run, 9);
  process.kill(-outerOf({ mark }), "SIGINT");
  expect(await run.exited).toBe(130);
  expect(mark.processes()).toEqual([]);
  expect(await run.stderr.text()).toBe("");
});

test.if(process.geteuid?.() === 0)(
  "a signal while apt-get runs waits for its end, as half a package is worse",
  async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "apt-get"), `#!/bin/sh\ncd ${folder}; : > begun; sleep 0.3; : > ended\n`, {
      mode: 0o755,
    });
    const script = `mount --bind /dev/null /usr/bin/ping && mount --bind ${folder}/apt-get /usr/bin/apt-get && exec "$@"`;
    const prefix = ["unshare", "--mount", "sh", "-c", script, "sh"];
    const run = start({ name: "root", prefix }, "point-to-point");
    while (!existsSync(join(folder, "begun"))) await Bun.sleep(5);
    process.kill(outerOf(run), "SIGTERM");
    expect(await run.exited).toBe(143);
    expect(existsSync(join(folder, "ended"))).toBe(true);
    expect(await run.stdout.text()).toBe("");
    expect(await run.stderr.text()).toBe("wirework: apt-get install --yes iputils-ping\n");
  },
);
