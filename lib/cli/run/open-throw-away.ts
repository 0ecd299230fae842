/**
 * Opens the host of a run, from outside, with all that it needs of the machine.
 *
 * @module
 */
import { baseImageArchive } from "../../hosts/docker/base-image/archive.ts";
import { openDockerHost } from "../../hosts/docker/open.ts";
import { requireRoot } from "../../hosts/docker/programs.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import { requirePrograms } from "../../hosts/programs.ts";
import { openSandbox } from "../../hosts/sandbox/open.ts";
import { labelOf } from "../../labs/label.ts";
import { quote } from "../../shell/template/quote.ts";
import type { HostErrand } from "./errand.ts";
import { keptPaths } from "./kept-paths.ts";
import { complain } from "../terminal/output.ts";
import type { RunRequest } from "../options/run-request.ts";

/** A run on a throw-away host */
export type ThrowAwayRequest = RunRequest & { readonly on: ThrowAwayKind };

/** A host that is up, and what its runner is to be told of it */
export interface ThrowAway {
  readonly host: OpenHost;
  readonly errand: HostErrand;
}

/** What each kind of host needs beside the recipe's own programs, for whoever looks around on it */
const PROGRAMS: Record<ThrowAwayKind, readonly string[]> = {
  sandbox: ["ip"],
  docker: ["ip", "ping", "dockerd", "iptables", "busybox"],
};

/** Programs that are to run on a host, and the command that asks for them, as it would be typed again */
export interface HostNeeds extends Pick<ThrowAwayRequest, "on" | "mayInstall" | "line"> {
  /** The recipe's; none where nothing but a shell is to run */
  readonly programs: readonly string[];
}

/**
 * Makes sure that the host can be opened here.
 *
 * @returns whether the machine has other programs now than before
 * @throws {HostError} when not, with the line that changes it
 */
export async function prepare({ on, programs, mayInstall, line }: HostNeeds): ReturnType<typeof requirePrograms> {
  if (on === "docker") requireRoot(line.map(quote));
  return requirePrograms([...PROGRAMS[on], ...programs], mayInstall ? "allowed" : "forbidden", complain);
}

/**
 * Opens it.
 *
 * @param file the recipe's; `null` when there is none
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
  if (on === "sandbox") return { host: await openSandbox(kept, label), errand: { kind: on, kept } };
  const images = { base: baseImageArchive(), loaded: archives };
  const host = await openDockerHost(label);
  const { cgroup } = host;
  return { host, errand: { kind: on, kept: [...kept, images.base, ...archives].toSorted(), cgroup, images } };
}
