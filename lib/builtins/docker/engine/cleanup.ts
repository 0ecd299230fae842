/**
 * Records how to clean up after a container: shell lines beside its record, so that its supervisor needs no
 * engine.
 *
 * @module
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ContainerId } from "../../../values/name/container-id.ts";
import type { Endpoint } from "./container.ts";
import { lock } from "./lock.ts";
import type { PortRules } from "./ports/port-rules.ts";
import { changesOf, type Table } from "./network/rule-changes.ts";
import { type ContainerFiles, filesOf, STATE_FOLDER } from "./store.ts";

/** Docker's exit status for a lost container */
const CUT_OFF = 255;

/** The lock that end.sh holds while it cleans up */
const ENDING = join(STATE_FOLDER, "ending");

const END = `${import.meta.dir}/process/end.sh`;

/** Much longer than a proxy needs to end */
const PROXY_SECONDS = 5;

/**
 * Begins a container's list: a line that deletes its cable, and one that waits until its proxy has ended and
 * so freed the published ports
 */
export function beginCleanup({ cleanup, proxy }: ContainerFiles, endpoint: Endpoint | null): void {
  const cable = endpoint === null ? [] : [`ip link del dev ${endpoint.veth}\n`];
  const isPublished = endpoint !== null && endpoint.published.length > 0;
  const ports = isPublished ? [`flock --timeout ${PROXY_SECONDS} ${singleQuoted(proxy)} true\n`] : [];
  writeFileSync(cleanup, [...cable, ...ports].join(""), { mode: 0o600 });
}

/** Adds rules to delete, which were inserted one above the other; deleting a missing one has no effect */
export function cleanUpRules(id: ContainerId, rules: readonly string[]): void {
  // From the top, in iptables' order of search: the other order takes seconds for a thousand ports
  addDeletions(id, "filter", rules.toReversed());
}

/** Adds port rules to delete, with those in nat that lead from the host's ports */
export function cleanUpPortRules(id: ContainerId, { nat, filter }: PortRules): void {
  cleanUpRules(id, filter);
  addDeletions(id, "nat", nat);
}

/** Adds a line to delete from another container's file */
export function cleanUpLine(id: ContainerId, file: string, line: string): void {
  addLine(id, `forget_line ${singleQuoted(file)} ${singleQuoted(line)}`);
}

/** Deletes a line from a container's file now; other lines go when their containers end */
export async function forgetLine(file: string, line: string): Promise<void> {
  using _ending = await lock(ENDING);
  const lines = readFileSync(file, "utf8").split("\n");
  const at = lines.indexOf(line);
  // In place, since the file is mounted
  if (at >= 0) writeFileSync(file, lines.toSpliced(at, 1).join("\n"));
}

/** Cleans up after a start that was killed half-way */
export function endCutOffStart(files: ContainerFiles): void {
  if (existsSync(files.cleanup)) endWithoutProcess(files, CUT_OFF);
}

/** Ends a container whose first process never ran */
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
