/**
 * What is taken back when a container ends: lines of shell beside its record, so that its supervisor needs no engine.
 *
 * @module
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ContainerId } from "../../../values/name/container-id.ts";
import type { Endpoint } from "./container.ts";
import { lock } from "./lock.ts";
import type { PortRules } from "./ports/rules.ts";
import { changesOf, type Table } from "./network/rule-changes.ts";
import { type ContainerFiles, filesOf, STATE_FOLDER } from "./store.ts";

/** Docker's own exit status for a container that it lost */
const CUT_OFF = 255;

/** The lock that end.sh holds over what it takes back */
const ENDING = join(STATE_FOLDER, "ending");

const END = `${import.meta.dir}/process/end.sh`;

/** Long past the end of a proxy, which nothing keeps from it */
const PROXY_SECONDS = 5;

/** Starts a container's list: its cable, and the ports that its proxy gives back when its supervisor has let go of it */
export function beginCleanup({ cleanup, proxy }: ContainerFiles, endpoint: Endpoint | null): void {
  const cable = endpoint === null ? [] : [`ip link del dev ${endpoint.veth}\n`];
  const isPublished = endpoint !== null && endpoint.published.length > 0;
  const ports = isPublished ? [`flock --timeout ${PROXY_SECONDS} ${singleQuoted(proxy)} true\n`] : [];
  writeFileSync(cleanup, [...cable, ...ports].join(""), { mode: 0o600 });
}

/** Adds rules to take out that were inserted one above the other; taking out one that is gone does nothing */
export function cleanUpRules(id: ContainerId, rules: readonly string[]): void {
  // From the top, as iptables looks for them: of a thousand ports from the other end it takes seconds
  addDeletions(id, "filter", rules.toReversed());
}

/** The same, and those of nat that lead from the host's ports to it */
export function cleanUpPortRules(id: ContainerId, { nat, filter }: PortRules): void {
  cleanUpRules(id, filter);
  addDeletions(id, "nat", nat);
}

/** Adds a line to take out of another container's file */
export function cleanUpLine(id: ContainerId, file: string, line: string): void {
  addLine(id, `forget_line ${singleQuoted(file)} ${singleQuoted(line)}`);
}

/** Takes a line out of a container's file now; others do so at the end of theirs */
export async function forgetLine(file: string, line: string): Promise<void> {
  using _ending = await lock(ENDING);
  const lines = readFileSync(file, "utf8").split("\n");
  const at = lines.indexOf(line);
  // The same file, since it is mounted
  if (at >= 0) writeFileSync(file, lines.toSpliced(at, 1).join("\n"));
}

/** Takes back what a start has done that was killed over it */
export function endCutOffStart(files: ContainerFiles): void {
  if (existsSync(files.cleanup)) endWithoutProcess(files, CUT_OFF);
}

/** Ends a container that did not get as far as its first process */
export function endWithoutProcess({ folder }: ContainerFiles, exitCode: number): void {
  Bun.spawnSync(["sh", END, folder, `${exitCode}`, "kept"]);
}

function addDeletions(id: ContainerId, table: Table, rules: readonly string[]): void {
  const deletions = rules.map((rule) => `-D ${rule}`);
  addLine(id, `delete_rules <<'END'\n${changesOf(table, deletions)}END`);
}

function addLine(id: ContainerId, line: string): void {
  appendFileSync(filesOf(id).cleanup, `${line}\n`);
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
