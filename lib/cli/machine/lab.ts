/**
 * The lab of a run on this machine, which exists from its first command until everything is undone.
 *
 * @module
 */
import { bootId } from "../../hosts/boot-id.ts";
import { ownNamespaces } from "../../hosts/own-namespaces.ts";
import { readJournal } from "../../labs/journal/read.ts";
import { readLab } from "../../labs/lab-folder.ts";
import { lockIfFree, type LockedLab, lockLab } from "../../labs/lab-lock.ts";
import type { LabRecord, MachineHost } from "../../labs/lab-record.ts";
import { makeStateFolder } from "../../labs/state-folder.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { leftHere } from "../run/left-on-host.ts";
import type { RunRequest } from "../options/run-request.ts";
import { PROJECT } from "../self.ts";

/** A lab that this command has locked, and its name */
export interface OwnLab {
  readonly name: LabName;
  readonly locked: LockedLab;
}

/**
 * Makes a lab with a new name: the recipe's, with a number if it is taken.
 *
 * @throws {BadValue} when the recipe's name can't be a lab's
 */
export async function freshLab(recipe: string): Promise<OwnLab> {
  for (let number = 1; ; number += 1) {
    const name = parseLabName(number === 1 ? recipe : `${recipe}-${number}`);
    if (isTaken(name)) continue;
    const locked = await lockLab(name, () => {});
    if (readLab(locked.files) === null) return { name, locked };
    locked[Symbol.dispose]();
  }
}

/** Reports whether a lab of that name exists; does not wait for a command that works on it */
function isTaken(name: LabName): boolean {
  const found = lockIfFree(makeStateFolder(), name);
  if (typeof found !== "string") found[Symbol.dispose]();
  return found !== "absent";
}

/** Returns the record of a run before its first command */
export function recordOf(request: RunRequest, { name, locked }: OwnLab): LabRecord {
  const { file, typed, archives } = request;
  return {
    schema: 1,
    name,
    recipe: { name: request.name, file, typed, archives },
    project: PROJECT,
    since: new Date().toISOString(),
    host: machineHost(locked),
    containers: [],
    obstacle: null,
  };
}

/** Records the lab as up, with its running containers */
export function keepLab(request: RunRequest, lab: OwnLab): void {
  const { locked } = lab;
  const sum = readJournal(locked.files.journal)?.sums.at(-1) ?? null;
  const host = { ...machineHost(locked), stage: "up", sum } as const;
  locked.write({ ...recordOf(request, lab), ...leftHere(locked.files.report), host });
}

/** Returns the machine as the host of a run that goes on */
function machineHost({ files }: LockedLab): MachineHost {
  const seenFrom = ownNamespaces("pid", "net");
  return { kind: "host", boot: bootId(), seenFrom, journal: files.journal, stage: "running", sum: null };
}
