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

/** The process that holds a lab's host */
export function holderOf(machine: LabMachine, lab: string): number {
  return JSON.parse(readFileSync(machine.record(lab), "utf8")).host.holder.pid;
}

export async function untilEnded(pid: number): Promise<void> {
  while (identify(pid).start !== null) await Bun.sleep(5);
}

/** A fresh host on a terminal, once there is a prompt */
export async function openShell(machine: LabMachine, ...options: readonly string[]): Promise<OnTerminal> {
  const argv = machine.line("shell", ...options);
  const terminal = new OnTerminal(argv, { environment: { ...BARE, ...machine.environment } });
  await terminal.until(":/# ");
  return terminal;
}

/** Runs a command to its end that reads a file of this process's */
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

/** The Bun outside, which the launcher became */
export function isOuter({ command }: { readonly command: string }): boolean {
  return command.includes("main.ts shell");
}

export function hasHolder({ pid }: { readonly pid: number }): boolean {
  return Bun.spawnSync(["pgrep", "-x", "-P", `${pid}`, "unshare"]).success;
}

/** Nothing of it is on the machine, which is as it was */
export async function expectNothingLeft(machine: LabMachine, holder: number, before: Snapshot): Promise<void> {
  await untilEnded(holder);
  expect(machine.left()).toEqual([]);
  expect(machine.mark.processes()).toEqual([]);
  expect(takeSnapshot()).toEqual(before);
}
