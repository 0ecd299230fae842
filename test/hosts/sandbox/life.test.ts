/**
 * When a sandbox ends, and what is left of it: nothing.
 */
import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import type { Subprocess } from "bun";

import { readableProject } from "../../support/project.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import { type User, everyUser } from "../../support/machine/users.ts";

interface Opened {
  /** The process that opened it */
  readonly outer: Subprocess<"pipe", "pipe", "inherit">;
  /** The process that holds it, and its network */
  readonly holder: number;
  readonly network: string;
}

async function open(user: User): Promise<Opened> {
  const script = `${readableProject()}/test/support/host/host-outside.ts`;
  const outer = Bun.spawn([...user.prefix, process.execPath, script, "sandbox"], {
    cwd: "/usr",
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = linesOf(outer.stdout);
  const entry = (await lines.next()).value as string; // how to enter it, in JSON
  const holder = Number(/--target=(\d+)/.exec(entry)?.[1]);
  // The runner answers once it has booted the sandbox
  outer.stdin.write(`${JSON.stringify({ number: 0, argv: ["docker", "run", "-d", "base", "sleep", "600"] })}\n`);
  await outer.stdin.flush();
  await lines.next();
  return { outer, holder, network: readlinkSync(`/proc/${holder}/ns/net`) };
}

/** The processes in a namespace */
function processesIn(network: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/ns/net`) === network;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The second Bun, which nsenter has started inside */
function runnerIn(network: string): number {
  const runner = processesIn(network).find((pid) => {
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return line.includes("host-inside.ts") && !line.startsWith("nsenter");
  });
  if (runner === undefined) throw new Error(`Cannot find the runner among ${processesIn(network).join(", ")}`);
  return runner;
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

async function isGone({ network }: Opened): Promise<boolean> {
  for (const deadline = performance.now() + 5000; performance.now() < deadline; await Bun.sleep(5)) {
    if (processesIn(network).length === 0) return true;
  }
  return false;
}

/** Who is killed, of the processes that a run has */
const VICTIMS: Readonly<Record<string, (opened: Opened) => number>> = {
  "the process that opened it": ({ outer }) => outer.pid,
  "its holder": ({ holder }) => holder,
  "its holder's parent": ({ holder }) => parentOf(holder),
  "the runner inside": ({ network }) => runnerIn(network),
};

describe.each(everyUser)("a sandbox of $name", (user) => {
  test.each(Object.entries(VICTIMS))("is gone when %s is killed", async (_whom, victim) => {
    const opened = await open(user);
    expect(processesIn(opened.network).length).toBeGreaterThan(3);
    process.kill(victim(opened), "SIGKILL");
    expect(await isGone(opened)).toBe(true);
    await opened.outer.exited;
  });

  test("has nothing of the machine within reach of its holder, wherever it was started", async () => {
    const opened = await open(user);
    const links = ["cwd", "root"].map((name) => readlinkSync(`/proc/${opened.holder}/${name}`));
    const inside = readdirSync(`/proc/${opened.holder}/cwd/run`);
    await opened.outer.stdin.end();
    await opened.outer.exited;
    expect({ links, inside: inside.includes("wirework-host") }).toEqual({ links: ["/", "/"], inside: true });
  });

  test("is gone when its input ends, and its holder with it", async () => {
    const opened = await open(user);
    await opened.outer.stdin.end();
    await opened.outer.exited;
    expect(existsSync(`/proc/${opened.holder}`)).toBe(false);
    expect(processesIn(opened.network)).toEqual([]);
  });

  test("can be left open, entered by the line that it gives, and ended by its holder's end", async () => {
    const project = readableProject();
    const script = `
      import { openSandbox } from "${project}/lib/hosts/sandbox/open.ts";
      const sandbox = await openSandbox([process.execPath], null);
      console.log(JSON.stringify({ enter: sandbox.enter([]), pid: await sandbox.leaveOpen() }));
      process.exit();
    `;
    const outer = Bun.spawn([...user.prefix, process.execPath, "--eval", script], { cwd: "/", stdout: "pipe" });
    const { pid, enter } = JSON.parse(await outer.stdout.text()) as { pid: number; enter: string[] };
    await outer.exited;
    const network = readlinkSync(`/proc/${pid}/ns/net`);
    const entered = Bun.spawnSync([...user.prefix, ...enter, "readlink", "/proc/self/ns/net"]);
    expect(entered.stdout.toString().trim()).toBe(network);
    process.kill(pid, "SIGKILL");
    expect(await isGone({ network } as Opened)).toBe(true);
  });
});
