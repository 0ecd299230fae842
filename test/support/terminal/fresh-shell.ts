/**
 * Fresh hosts of `wirework shell`, in tests.
 */
import { expect } from "bun:test";
import type { SpawnOptions, Subprocess } from "bun";
import { closeSync, openSync, readFileSync } from "node:fs";

import { identify } from "../../../lib/netlink/process/process-identity.ts";
import { LabMachine } from "../machine/lab-machine.ts";
import { OnTerminal } from "./on-terminal.ts";
import { type Snapshot, takeSnapshot } from "../kernel/snapshot.ts";
import { BARE, type Ended } from "../wirework.ts";

/** Returns the process that holds a lab's host */
export function holderOf(machine: LabMachine, lab: string): number {
  return JSON.parse(readFileSync(machine.record(lab), "utf8")).host.holder.pid;
}

export async function untilEnded(pid: number): Promise<void> {
  while (identify(pid).start !== null) await Bun.sleep(5);
}

/** Opens a fresh host on a terminal, and waits for a prompt */
export async function openShell(machine: LabMachine, ...options: readonly string[]): Promise<OnTerminal> {
  const argv = machine.line("shell", ...options);
  const terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
  await terminal.until(":/# ");
  return terminal;
}

/** Runs a command to its end with this process's file as input */
export async function readingFile(machine: LabMachine, path: string, ...args: readonly string[]): Promise<Ended> {
  const input = openSync(path, "r");
  try {
    return await endOf(
      Bun.spawn([...machine.line(...args)], {
        cwd: "/",
        env: { ...BARE, ...machine.environment },
        stdio: [input, "pipe", "pipe"],
      }),
    );
  } finally {
    closeSync(input);
  }
}

export async function endOf({
  stdout,
  stderr,
  exited,
}: Subprocess<SpawnOptions.Writable, "pipe", "pipe">): Promise<Ended> {
  const [output, errors, status] = await Promise.all([stdout.text(), stderr.text(), exited]);
  return { status, stdout: output, stderr: errors };
}

/** Recognises the Bun outside, which the launcher became */
export function isOuter({ command }: { readonly command: string }): boolean {
  return command.includes("main.ts shell");
}

export function hasHolder({ pid }: { readonly pid: number }): boolean {
  return Bun.spawnSync(["pgrep", "-x", "-P", `${pid}`, "unshare"]).success;
}

/** Requires that nothing of it is left on the machine */
export async function expectNothingLeft(machine: LabMachine, holder: number, before: Snapshot): Promise<void> {
  await untilEnded(holder);
  expect(machine.left()).toEqual([]);
  expect(machine.mark.processes()).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
}
