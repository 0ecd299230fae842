/**
 * Opens a run's host from outside, with everything that it needs of the machine.
 *
 * @module
 */
import { baseImageArchive } from "../../hosts/docker/base-image/archive.ts";
import { openDockerHost } from "../../hosts/docker/open.ts";
import { requireRoot } from "../../hosts/docker/docker-programs.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import { requirePrograms } from "../../hosts/programs.ts";
import { openSandbox } from "../../hosts/sandbox/open.ts";
import { labelOf } from "../../labs/label.ts";
import { quote } from "../../shell/template/quote.ts";
import type { HostJob } from "./job.ts";
import { keptPaths } from "./kept-paths.ts";
import { complain } from "../terminal/standard-output.ts";
import type { RunRequest } from "../options/run-request.ts";

/** A run on a throw-away host */
export type ThrowAwayRequest = RunRequest & { readonly on: ThrowAwayKind };

/** An open host, and what its runner must know about it */
export interface ThrowAway {
  readonly host: OpenHost;
  readonly job: HostJob;
}

/** Programs of each kind of host, beside the recipe's own, for people who look around there */
const PROGRAMS: Record<ThrowAwayKind, readonly string[]> = {
  sandbox: ["ip"],
  docker: ["ip", "ping", "dockerd", "iptables", "busybox"],
};

/** Programs for a host, and the command that needs them, as it would be typed again */
export interface HostNeeds extends Pick<ThrowAwayRequest, "on" | "mayInstall" | "line"> {
  /** The recipe's programs; none for a shell */
  readonly programs: readonly string[];
}

/**
 * Requires that the host can be opened here.
 *
 * @returns whether programs were installed
 * @throws {HostError} when it can't, with the line that changes it
 */
export async function prepare({ on, programs, mayInstall, line }: HostNeeds): ReturnType<typeof requirePrograms> {
  if (on === "docker") requireRoot(line.map(quote));
  return requirePrograms([...PROGRAMS[on], ...programs], mayInstall ? "allowed" : "forbidden", complain);
}

/**
 * Opens the host.
 *
 * @param file the recipe's file; `null` when there is none
 * @throws {HostError} when this machine refuses
 */
export async function openThrowAway({
  on,
  file,
  archives,
  lab,
}: Pick<ThrowAwayRequest, "on" | "archives" | "lab"> & { readonly file: string | null }): Promise<ThrowAway> {
  const kept = keptPaths(file);
  const label = lab === null ? null : labelOf(lab);
  if (on === "sandbox") return { host: await openSandbox(kept, label), job: { kind: on, kept } };
  const images = { base: baseImageArchive(), loaded: archives };
  const host = await openDockerHost(label);
  const { cgroup } = host;
  return { host, job: { kind: on, kept: [...kept, images.base, ...archives].toSorted(), cgroup, images } };
}
