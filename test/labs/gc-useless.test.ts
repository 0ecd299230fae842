/** A lab's folder of no use is removed, and it is said why; what somebody works on, or another version has made, stays. */
import { afterEach, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { ownNamespaces } from "../../lib/hosts/own-namespaces.ts";
import { bootId } from "../../lib/hosts/boot-id.ts";
import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { readJournal } from "../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { collectGarbage } from "../../lib/labs/gc.ts";
import { filesOf } from "../../lib/labs/lab-folder.ts";
import { lockNow } from "../../lib/labs/lab-lock.ts";
import { PartlyUndone } from "../../lib/labs/machine/partly-undone.ts";
import { type LabRecord, textOfRecord } from "../../lib/labs/lab-record.ts";
import { makeStateFolder, stateFolderPath } from "../../lib/labs/state-folder.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

const NAME = parseLabName("mine");
const HOLDER = identifyHolder(process.pid, "none");
const MACHINE = { kind: "host", boot: bootId(), seenFrom: ownNamespaces("pid", "net"), journal: "/nowhere" } as const;

afterEach(() => rmSync(dirname(stateFolderPath()), { recursive: true, force: true }));

function recordOf(host: LabRecord["host"]): string {
  const since = "2026-01-01T00:00:00Z";
  return textOfRecord({
    schema: 1,
    name: NAME,
    recipe: null,
    project: "/",
    since,
    host,
    containers: [],
    obstacle: null,
  });
}

/** A lab's folder with this in its record, if it has one */
function lab(record: string | null) {
  const files = filesOf(makeStateFolder(), NAME);
  mkdirSync(files.folder, { mode: 0o700 });
  if (record !== null) writeFileSync(files.record, record);
  return files;
}

/** Root removes what others have left of cgroups, too */
async function removed() {
  return (await collectGarbage()).filter(({ name }) => !/^wirework-[\d-]+$/.test(name));
}

test.each<readonly [string, string | null, string]>([
  ["without a record", null, "it never came up"],
  ["with a torn record", '{"sch', "its record was damaged"],
  ["of another holder", recordOf({ kind: "sandbox", holder: { ...HOLDER, start: "1" } }), "its holder was ended"],
  ["of another start", recordOf({ kind: "sandbox", holder: { ...HOLDER, boot: "b" } }), "the machine was rebooted"],
  [
    "whose run was interrupted",
    recordOf({ ...MACHINE, stage: "running", sum: null }),
    "its run is going on, or was interrupted",
  ],
])("one %s is removed", async (_, record, why) => {
  const { folder } = lab(record);
  expect(await removed()).toEqual([{ name: NAME, why }]);
  expect(existsSync(folder)).toBe(false);
});

test("one of this machine, and of another start, is removed by its journal", async () => {
  const files = lab(null);
  JournalWriter.begin(files.journal, NAME, "b")[Symbol.dispose]();
  const sum = readJournal(files.journal)?.sums.at(-1) ?? null;
  writeFileSync(files.record, recordOf({ ...MACHINE, boot: "b", stage: "up", sum }));
  expect(await removed()).toEqual([{ name: NAME, why: "the machine was rebooted" }]);
  expect(existsSync(files.folder)).toBe(false);
});

test.each<readonly [string, string]>([
  ["of another version", '{"schema":7}'],
  ["that is up", recordOf({ kind: "sandbox", holder: HOLDER })],
  [
    "that was made in another PID namespace, which shares this folder",
    recordOf({ kind: "sandbox", holder: { ...HOLDER, start: "1", seenFrom: "pid:[1]" } }),
  ],
  [
    "that was interrupted on this machine, in another network",
    recordOf({ ...MACHINE, stage: "running", sum: null, seenFrom: "pid:[1] net:[1]" }),
  ],
  ["that is up on this machine", recordOf({ ...MACHINE, stage: "up", sum: "0" })],
])("one %s stays", async (_, record) => {
  const { folder } = lab(record);
  expect(await removed()).toEqual([]);
  expect(readdirSync(folder)).toEqual(["record.json"]);
});

test("one that somebody has locked stays, though there is no record of it", async () => {
  const locked = lockNow(NAME);
  if (locked === "in use") throw new Error("nobody had it");
  expect(await removed()).toEqual([]);
  expect(existsSync(locked.files.folder)).toBe(true);
  locked[Symbol.dispose]();
});

test.each([null, '{"sch', recordOf({ ...MACHINE, stage: "running", sum: null })])(
  "one whose journal can't be undone stays: %j",
  async (record) => {
    const files = lab(record);
    {
      using journal = JournalWriter.begin(files.journal, NAME, bootId());
      const path = `${files.folder}/nowhere/file`;
      const takes = { kind: "file", path, was: "other", made: "not yet known" } as const;
      journal.intend("echo x > file", [{ kind: "file", path, content: "eA==", owner: null, takes, when: "in turn" }]);
    }
    await expect(collectGarbage()).rejects.toThrow(PartlyUndone);
    expect(existsSync(files.journal)).toBe(true);
  },
);

test("where there are no labs, there is nothing to remove", async () => {
  expect(await removed()).toEqual([]);
  expect(existsSync(stateFolderPath())).toBe(false);
});
