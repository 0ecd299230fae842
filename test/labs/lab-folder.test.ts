/** A lab's record is replaced as a whole, is its owner's only, and is never read through a link. */
import { beforeEach, expect, test } from "bun:test";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";

import { filesOf, type LabFiles, readLab, requireReadable, unreadable, writeLab } from "../../lib/labs/lab-folder.ts";
import { LabError } from "../../lib/labs/lab-error.ts";
import type { LabRecord } from "../../lib/labs/lab-record.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const NAME = parseLabName("web");

const RECORD: LabRecord = {
  schema: 1,
  name: NAME,
  recipe: null,
  project: "/",
  since: "2026-01-01T00:00:00Z",
  host: { kind: "host", boot: "b", seenFrom: "s", journal: "/nowhere", stage: "up", sum: "0" },
  containers: [],
  obstacle: null,
};

let files: LabFiles = filesOf("/nowhere", NAME);
beforeEach(() => {
  files = filesOf(emptyFolder(), NAME);
  mkdirSync(files.folder);
});

test("its files are in the folder of its name", () => {
  expect(filesOf("/state", NAME)).toEqual({
    folder: "/state/web",
    record: "/state/web/record.json",
    journal: "/state/web/journal",
    report: "/state/web/report.json",
  });
});

test("docs/journal.md has the path of root's", () => {
  const page = readFileSync(new URL("../../docs/journal.md", import.meta.url), "utf8");
  expect(page).toContain(`\`${filesOf("/run/wirework/labs", NAME).journal.replace(NAME, "NAME")}\``);
});

test("what was written is read, by its owner only, and nothing else is left in the folder", () => {
  expect(readLab(files)).toBeNull();
  expect(requireReadable(files)).toBeNull();
  for (const stage of ["running", "up"] as const) {
    const record: LabRecord = {
      ...RECORD,
      host: { kind: "host", boot: "b", seenFrom: "s", journal: "/nowhere", stage, sum: null },
    };
    writeLab(files, record);
    expect(readLab(files)).toEqual(record);
    expect(requireReadable(files)).toEqual(record);
  }
  expect(readFileSync(files.record, "utf8")).toEndWith("}\n");
  expect(statSync(files.record).mode & 0o777).toBe(0o600);
  expect(readdirSync(files.folder)).toEqual(["record.json"]);
});

test("what an interrupted command has begun to write is in nobody's way, nor is a link followed", () => {
  writeFileSync(`${files.folder}/theirs`, "precious");
  symlinkSync("theirs", `${files.record}.new`);
  writeLab(files, RECORD);
  expect(readLab(files)).toEqual(RECORD);
  expect(readFileSync(`${files.folder}/theirs`, "utf8")).toBe("precious");
});

test("a record that can't be put in its place leaves nothing half there", () => {
  mkdirSync(files.record);
  expect(() => writeLab(files, RECORD)).toThrow();
  expect(readdirSync(files.folder)).toEqual(["record.json"]);
});

test("a record that is a link is refused, as is one that is torn, or another version's", () => {
  symlinkSync("/etc/passwd", files.record);
  expect(() => readLab(files)).toThrow(LabError);
  for (const [text, found] of [
    ['{"schema": 1, "na', { reason: "torn" }],
    ['{"schema": 7}', { reason: "unknown schema", schema: "7" }],
  ] as const) {
    const other = filesOf(emptyFolder(), NAME);
    mkdirSync(other.folder);
    writeFileSync(other.record, text);
    expect(readLab(other)).toEqual(found);
    expect(() => requireReadable(other)).toThrow(LabError);
  }
});

test("who can't read one is told how to be rid of it, or that its schema is another", () => {
  expect(unreadable(files, { reason: "torn" }).tryThis).toBe("wirework down web");
  expect(unreadable(files, { reason: "unknown schema", schema: "7" }).message).toMatch(/ 7\b.* 1$/);
});

test("a record that is no file is an error of the system's", () => {
  mkdirSync(files.record);
  expect(() => readLab(files)).toThrow(expect.objectContaining({ code: "EISDIR" }));
});
