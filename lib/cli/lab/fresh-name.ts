/**
 * Finds and locks the name of a new lab.
 *
 * @module
 */
import { type LockedLab, lockNow } from "../../labs/lab-lock.ts";
import { removeLab } from "../../labs/remove-lab.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { obstacleTo } from "./lab-obstacle.ts";
import type { Stopped } from "../run/signals.ts";
import { UsageError } from "../errors/usage-error.ts";
import { sayWaiting } from "../terminal/waiting.ts";

const RETRY_MILLISECONDS = 10;

/** A free name, locked until it is disposed of */
export interface FreshName {
  readonly name: LabName;
  readonly locked: LockedLab;
}

/**
 * Locks the first free one of `shell`, `shell-2`…
 *
 * @throws {LabError} when a record can't be read
 */
export async function lockFreeName(): Promise<FreshName> {
  for (let number = 1; ; number++) {
    const name = parseLabName(number === 1 ? "shell" : `shell-${number}`);
    const locked = lockNow(name);
    if (locked === "in use") continue;
    if ((await takeIfFree(name, locked)) === null) return { name, locked };
    locked[Symbol.dispose]();
  }
}

/**
 * Locks a requested name.
 *
 * @throws {UsageError} when there is such a lab
 * @throws {Error} when the wait for another command is stopped
 */
export async function lockName(name: LabName, stopped: Stopped): Promise<FreshName> {
  const locked = await lockInTurn(name, stopped);
  const obstacle = await takeIfFree(name, locked);
  if (obstacle === null) return { name, locked };
  locked[Symbol.dispose]();
  throw new UsageError(
    `Cannot open a fresh host as the lab "${name}": it is up already${obstacle}`,
    `wirework shell ${name} to join it, or another name: --name ${name}-2`,
  );
}

async function lockInTurn(name: LabName, stopped: Stopped): Promise<LockedLab> {
  for (let tries = 0; stopped.by === null; tries++) {
    const locked = lockNow(name);
    if (locked !== "in use") return locked;
    if (tries === 0) sayWaiting(name);
    await Bun.sleep(RETRY_MILLISECONDS);
  }
  throw new Error(`Cannot lock the lab "${name}": stopped by ${stopped.by}`);
}

/** Forgets a lab of that name that is gone; returns in words what is in the way */
async function takeIfFree(name: LabName, locked: LockedLab): Promise<string | null> {
  const obstacle = obstacleTo(name, locked);
  if (obstacle !== "gone") return obstacle;
  await removeLab(name, locked);
  return null;
}
