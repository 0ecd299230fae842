/**
 * Reads what a run has left running on a kept host, as the machine sees it.
 *
 * @module
 */
import { readFileSync } from "node:fs";

import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering, type HolderIdentity } from "../../hosts/holder-identity.ts";
import type { LabContainer, LabRecord } from "../../labs/lab-record.ts";
import { processByInnerId } from "../../netlink/process/process-by-inner-id.ts";
import { identify } from "../../netlink/process/process-identity.ts";
import { LAB_REPORT, type LabReport, type RunningContainer } from "../../recipe/run/lab-report.ts";

/**
 * Reads the running containers, and whether the recipe could run again, from the runner's report on a host.
 *
 * @throws {Error} when there is no report
 */
export function leftOn(holder: HolderIdentity): Pick<LabRecord, "containers" | "obstacle"> {
  const { exitCode, stdout, stderr } = Bun.spawnSync(entering(holder, ["cat", LAB_REPORT]), { env: HOST_ENVIRONMENT });
  if (exitCode !== 0) throw new Error(`Cannot read the report of the run: ${stderr.toString().trim()}`);
  return inReport(stdout.toString());
}

/** Reads the same from the report of a run on this machine itself */
export function leftHere(report: string): Pick<LabRecord, "containers" | "obstacle"> {
  return inReport(readFileSync(report, "utf8"));
}

function inReport(text: string): Pick<LabRecord, "containers" | "obstacle"> {
  const { containers, obstacle } = JSON.parse(text) as LabReport; // the runner wrote it
  return { containers: containers.map(labContainer), obstacle };
}

function labContainer({ id, name, called, pid, network }: RunningContainer): LabContainer {
  const outside = network === null ? null : processByInnerId(pid, network);
  return { id, name, called, process: outside === null ? null : { pid: outside, ...identify(outside) } };
}
