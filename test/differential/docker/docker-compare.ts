/**
 * Compares what the two engines say to a line.
 */
import { expect } from "bun:test";

import type { Said } from "../../support/host/host-lines.ts";
import { type Line, type Outcome, textOf } from "./docker-line.ts";
import { comparable } from "./docker-normalise.ts";

/** What each engine said */
export interface Both {
  readonly sandbox: Said;
  readonly docker: Said;
}

/** Expects what a line's comparison promises */
export function expectAlike(line: Line, both: Both): void {
  const [sandbox, docker] = [both.sandbox, both.docker].map((said) => comparable(textOf(line), said)) as [Said, Said]; // as many
  if (typeof line === "string") {
    expect(sandbox).toEqual(docker);
    return;
  }
  if (line.by === "differs") {
    expectOutcome(sandbox, line.sandbox);
    expectOutcome(docker, line.docker);
    expect(sandbox).not.toEqual(docker);
    return;
  }
  expect(sandbox.status).toBe(docker.status);
  if (line.by === "shape") {
    expect({ ...sandbox, stdout: shapeOf(sandbox.stdout) }).toEqual({ ...docker, stdout: shapeOf(docker.stdout) });
    return;
  }
  for (const stream of ["stdout", "stderr"] as const) {
    const read = line.by === "labels" ? labels : entries;
    const isOwn = (entry: string) => line.own.some((own) => entry.startsWith(own));
    const [less, more] = [read(sandbox[stream]).filter((entry) => !isOwn(entry)), read(docker[stream])];
    expect(inOrder(more, less)).toEqual(less);
    expect(less.length > 0).toBe(more.length > 0);
  }
}

function expectOutcome({ status, stdout, stderr }: Said, expected: Outcome): void {
  expect(status).toBe(expected.status);
  expect(stdout + stderr).toContain(expected.says);
}

/** Lines, each option with the further lines of its description */
function entries(text: string): readonly string[] {
  return text
    .replace(/\n {10,}/g, " ")
    .split("\n")
    .map((line) => line.trimEnd().replace(/(?<=\S) +/g, " "))
    .filter((line) => line !== "");
}

/** Lines without what is behind their colons */
function labels(text: string): readonly string[] {
  return entries(text).map((line) => line.replace(/:.*/, ":"));
}

/** Of some entries those that are among others, as far as they come in the same order */
function inOrder(all: readonly string[], some: readonly string[]): readonly string[] {
  let place = 0;
  return some.filter((entry) => {
    const found = all.indexOf(entry, place);
    if (found >= 0) place = found + 1;
    return found >= 0;
  });
}

/** A JSON document with the types of its values instead of them, as text, in which the order of keys counts */
function shapeOf(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) => {
    if (value === null || Array.isArray(value)) return Array.isArray(value) && isOfObjects(value) ? value : "list";
    return typeof value === "object" ? value : typeof value;
  });
}

function isOfObjects(list: readonly unknown[]): boolean {
  return list.some((item) => typeof item === "object");
}
