/**
 * `wirework up`: runs a recipe and keeps its host.
 *
 * @module
 */
import type { OpenHost } from "../../hosts/open-host.ts";
import { SYSTEM_PATH } from "../../hosts/programs.ts";
import { type LockedLab, lockLab } from "../../labs/lab-lock.ts";
import type { LabRecord } from "../../labs/lab-record.ts";
import { removeLab } from "../../labs/remove-lab.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import type { Command } from "../command.ts";
import { explainRun } from "../help/explain-run.ts";
import { obstacleTo } from "../lab/lab-obstacle.ts";
import { leftOn } from "../run/left-on-host.ts";
import { prepare, type ThrowAwayRequest } from "../run/open-throw-away.ts";
import { runOnHost } from "../run/run-on-host.ts";
import { repair } from "./repair.ts";
import { readRunRequest, type RunRequest } from "../options/run-request.ts";
import { PROJECT } from "../self.ts";
import { UP_OPTIONS } from "../options/up-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import { sayWaiting } from "../terminal/waiting.ts";

/** A run whose host becomes a lab */
export type UpRequest = ThrowAwayRequest & { readonly lab: LabName };

/** `wirework up RECIPE` */
export const up: Command = async (argv) => {
  const request = await readRunRequest(argv, { name: "up", options: UP_OPTIONS });
  if ("about" in request) return explainRun(request, "up", UP_OPTIONS);
  const { on, lab } = request;
  if (lab === null) throw new TypeError("Cannot make a lab without a name");
  return on === "host" ? upOnMachine({ ...request, lab }) : upOn({ ...request, on, lab });
};

/** Runs a recipe on a throw-away host, and keeps the host; returns the exit status */
async function upOn(request: UpRequest): Promise<number> {
  // Programs outside, which may run as root, are the system's own, whatever the user's search path finds
  // first
  process.env["PATH"] = SYSTEM_PATH;
  using locked = await lockLab(request.lab, () => sayWaiting(request.lab));
  if (request.oldLab === "repaired") return await repair(locked, request);
  await makeRoom(locked, request);
  // Awaited because the lock is released when this returns
  return await runOnHost(request, { meet: (host) => keep(locked, request, host) }, null);
}

/** Runs a recipe on this machine itself, and keeps what it built */
async function upOnMachine(request: RunRequest & { readonly lab: LabName }): Promise<number> {
  const { lab: name, oldLab } = request;
  if (oldLab === "repaired")
    throw new UsageError(`Cannot repair the lab "${name}" on this machine itself`, "--replace instead of --repair");
  const { runOnMachine } = await import("../run/run-on-machine.ts");
  using locked = await lockLab(name, () => sayWaiting(name));
  if (mustGo(locked, request)) await removeLab(name, locked);
  // Awaited because the lock is released when this returns
  return await runOnMachine(request, { name, locked });
}

/**
 * Removes an old lab of the name.
 *
 * @throws {UsageError} as {@linkcode mustGo} does
 */
async function makeRoom(locked: LockedLab, request: UpRequest): Promise<void> {
  if (!mustGo(locked, request)) return;
  // Everything that can fail early is checked first: the old lab goes only when the new one can come up
  await prepare({ ...request, programs: request.recipe.permissions.run });
  await removeLab(request.lab, locked);
}

/**
 * Reports whether an old lab of the name exists, and may be removed.
 *
 * @throws {UsageError} when it is up, and is to stay
 */
function mustGo(locked: LockedLab, { lab, oldLab }: Pick<UpRequest, "lab" | "oldLab">): boolean {
  const obstacle = obstacleTo(lab, locked);
  if (obstacle === null) return false;
  if (oldLab === "kept" && obstacle !== "gone")
    throw new UsageError(
      `Cannot make the lab "${lab}": it is up already${obstacle}`,
      `--replace, or another name: --name ${lab}-2`,
    );
  return true;
}

/** Writes the record before the host is detached: an unrecorded host could not be removed */
async function keep(locked: LockedLab, request: UpRequest, host: OpenHost): Promise<readonly string[]> {
  locked.write(recordOf(request, host));
  try {
    await host.leaveOpen();
  } catch (error) {
    locked.forget();
    throw error;
  }
  const { lab } = request;
  return [
    `the lab ${lab} is up until you remove it:`,
    `  wirework ps`,
    `  wirework exec ${lab} ip link`,
    `  wirework shell ${lab}`,
    `  wirework down ${lab}`,
  ];
}

function recordOf({ lab, name, file, typed, archives, on }: UpRequest, host: OpenHost): LabRecord {
  return {
    schema: 1,
    name: lab,
    recipe: { name, file, typed, archives },
    project: PROJECT,
    since: new Date().toISOString(),
    host: { kind: on, holder: host.holder },
    ...leftOn(host.holder),
  };
}
