import { settledLab } from "../../labs/lab-lock.ts";
import { listLabs } from "../../labs/labs.ts";
import { LabError } from "../../labs/lab-error.ts";
import { stateOf } from "../../labs/lab-state.ts";
import type { LabRecord, MachineHost, ThrowAwayHost } from "../../labs/lab-record.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import { nearest } from "../../values/name/nearest.ts";
import { sayWaiting } from "../terminal/waiting.ts";

/** A lab on a throw-away host */
export type ThrowAwayLab = LabRecord & { readonly host: ThrowAwayHost };

/**
 * Finds a lab that is up, after waiting for other commands on it.
 *
 * @throws {LabError} when there is none of that name, with the nearest, or it is gone
 */
export async function findLab(name: LabName): Promise<LabRecord> {
  const lab = await settledLab(name, () => sayWaiting(name));
  if (lab === null) throw noLab(name);
  const now = stateOf(lab);
  if (now.state === "gone") throw new LabError(`Cannot use the lab "${name}": it is gone`, now.why, anewLine(lab));
  if (now.state === "out of sight")
    throw new LabError(`Cannot use the lab "${name}": it is out of sight`, now.why, "the same where it was made");
  return lab;
}

/**
 * Finds a lab on a throw-away host.
 *
 * @throws {LabError} also when the lab is on this machine itself
 */
export async function findThrowAwayLab(name: LabName): Promise<ThrowAwayLab> {
  const { host, ...lab } = await findLab(name);
  if (isThrowAway(host)) return { ...lab, host };
  throw new LabError(
    `Cannot enter the lab "${name}": it is on this machine itself`,
    null,
    "the command without wirework in front",
  );
}

/** Returns the line that makes the lab again */
function anewLine({ name, recipe }: LabRecord): string {
  return recipe === null ? `wirework shell --name ${name}` : `wirework up ${recipe.name}`;
}

/** Reports whether a lab has a throw-away host */
export function isThrowAway(host: ThrowAwayHost | MachineHost): host is ThrowAwayHost {
  return host.kind !== "host";
}

/** Returns the error for a lab that nobody made, with the names that there are */
export function noLab(name: LabName): LabError {
  const names = listLabs().map((lab) => lab.name);
  const near = nearest(name, names);
  const there = names.length === 0 ? "no lab exists" : `the labs are ${names.join(", ")}`;
  return new LabError(
    `Cannot find the lab "${name}": ${near === null ? there : `did you mean "${near}"?`}`,
    null,
    near ?? (names.length === 0 ? "wirework up RECIPE" : "wirework ps"),
  );
}
