/**
 * The report of what a run leaves running, for a host that is kept as a lab: a file on the host.
 *
 * @module
 */
import { writeFileSync } from "node:fs";

import { networkAt } from "../../netlink/process/process-identity.ts";
import { CommandError } from "../../shell/failure/command-error.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { listContainers, nameOf, pidOf } from "../containers.ts";
import type { NamedWord } from "../recorder.ts";

/** Its path on a throw-away host */
export const LAB_REPORT = "/run/wirework-host/lab.json";

/** A running container, as the host sees it */
export interface RunningContainer {
  /** The first 12 digits of its id */
  readonly id: string;
  readonly name: string;
  readonly called: readonly string[];
  readonly pid: number;
  readonly network: string | null;
}

/** The remains of a run */
export interface LabReport {
  readonly containers: readonly RunningContainer[];
  /** The first line that can't be undone, so that the recipe can't run again; `null` when there is none */
  readonly obstacle: string | null;
}

/**
 * Writes the report: the running containers, the recipe's names for them, and whether the recipe could run
 * again beside them
 */
export async function reportLab(
  performer: Performer,
  names: readonly NamedWord[],
  obstacle: string | null,
  file: string,
): Promise<void> {
  const report: LabReport = { containers: await runningContainers(performer, names), obstacle };
  writeFileSync(file, JSON.stringify(report), { mode: 0o600 });
}

async function runningContainers(
  performer: Performer,
  names: readonly NamedWord[],
): Promise<readonly RunningContainer[]> {
  const running: RunningContainer[] = [];
  for (const id of await runningIds(performer)) {
    const pid = await pidOf(performer, id);
    const called = names
      .filter(({ word }) => /^[\da-f]{12,}$/.test(word) && word.startsWith(id))
      .map(({ name }) => name);
    running.push({ id, name: await nameOf(performer, id), called, pid, network: networkAt(`/proc/${pid}/ns/net`) });
  }
  return running;
}

/** Lists the short ids of running containers; none while Docker is stopped, as a recipe may leave it */
export async function runningIds(performer: Performer): Promise<readonly string[]> {
  try {
    return await listContainers(performer);
  } catch (error) {
    if (error instanceof CommandError) return [];
    throw error;
  }
}
