/**
 * What is taken back when a container ends: lines of shell beside its record, so that its supervisor needs no engine.
 *
 * @module
 */
import { appendFileSync, existsSync, writeFileSync } from "node:fs";

import type { ContainerId } from "../../../values/container-id.ts";
import type { Endpoint } from "./container.ts";
import { type ContainerFiles, filesOf } from "./store.ts";

/** Docker's own exit status for a container that it lost */
const CUT_OFF = 255;

const END = `${import.meta.dir}/end.sh`;

/** Starts a container's list: its cable */
export function beginCleanup({ cleanup }: ContainerFiles, endpoint: Endpoint | null): void {
  writeFileSync(cleanup, endpoint === null ? "" : `ip link del dev ${endpoint.veth}\n`, { mode: 0o600 });
}

/** Adds iptables rules to take out; taking out one that is gone does nothing */
export function cleanUpRules(id: ContainerId, rules: readonly string[]): void {
  addLines(
    id,
    rules.map((rule) => `iptables --wait -D ${rule}`),
  );
}

/** Adds a line to take out of another container's file */
export function cleanUpLine(id: ContainerId, file: string, line: string): void {
  addLines(id, [`forget_line ${singleQuoted(file)} ${singleQuoted(line)}`]);
}

/** Takes back what a start has done that was killed over it */
export function endCutOffStart(files: ContainerFiles): void {
  if (existsSync(files.cleanup)) endWithoutProcess(files, CUT_OFF);
}

/** Ends a container that did not get as far as its first process */
export function endWithoutProcess({ folder }: ContainerFiles, exitCode: number): void {
  Bun.spawnSync(["sh", END, folder, `${exitCode}`, "kept"]);
}

function addLines(id: ContainerId, lines: readonly string[]): void {
  appendFileSync(filesOf(id).cleanup, lines.map((line) => `${line}\n`).join(""));
}

function singleQuoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
