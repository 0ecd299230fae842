/** A host that runs, and is known by its label, belongs to a lab that a record tells of; or no record does. */
import { afterEach, expect, test } from "bun:test";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { bootId } from "../../lib/hosts/boot-id.ts";
import type { HolderIdentity } from "../../lib/hosts/holder-identity.ts";
import { collectGarbage } from "../../lib/labs/gc.ts";
import { labelOf } from "../../lib/labs/label.ts";
import { filesOf } from "../../lib/labs/lab-folder.ts";
import { lockNow } from "../../lib/labs/lab-lock.ts";
import { type LabRecord, textOfRecord, type Unreadable } from "../../lib/labs/lab-record.ts";
import { makeStateFolder, stateFolderPath } from "../../lib/labs/state-folder.ts";
import { unrecordedHosts, unrecordedLabs } from "../../lib/labs/unrecorded.ts";
import { processStart } from "../../lib/netlink/process/process-start.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { holding } from "../support/machine/holders.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

const NAME = parseLabName("mine");
const OTHER = parseLabName("other");
const hold = holding();
afterEach(() => rmSync(dirname(stateFolderPath()), { recursive: true, force: true }));

function recordOf(host: LabRecord["host"]): LabRecord {
  const since = "2026-01-01T00:00:00Z";
  return { schema: 1, name: NAME, recipe: null, project: "/", since, host, containers: [], obstacle: null };
}

type Told = (holder: HolderIdentity) => LabRecord | Unreadable | null;

const sandbox = (holder: HolderIdentity): LabRecord => recordOf({ kind: "sandbox", holder });

const RECORDS: readonly (readonly [string, Told, "recorded" | "unrecorded"])[] = [
  ["is missing", () => null, "unrecorded"],
  ["tells of that host", sandbox, "recorded"],
  ["tells of another process", (holder) => sandbox({ ...holder, pid: 1 }), "unrecorded"],
  ["tells of one that had its id before", (holder) => sandbox({ ...holder, start: "1" }), "unrecorded"],
  ["tells of another start of the machine", (holder) => sandbox({ ...holder, boot: "b" }), "unrecorded"],
  [
    "tells of this machine itself",
    () => recordOf({ kind: "host", boot: bootId(), seenFrom: "s", journal: "/nowhere", stage: "up", sum: "0" }),
    "unrecorded",
  ],
  ["is torn", () => ({ reason: "torn" }), "unrecorded"],
  ["is another version's", () => ({ reason: "unknown schema", schema: "7" }), "recorded"],
];

/** What stands in a record's file, as it is read again */
function textOf(record: LabRecord | Unreadable): string {
  if (!("reason" in record)) return textOfRecord(record);
  return record.reason === "torn" ? '{"sch' : `{"schema":${record.schema}}`;
}

test.each(RECORDS)("a host whose record %s is found where that does not tell of it", async (_, told, which) => {
  const holder = await hold(labelOf(NAME));
  const expected = which === "recorded" ? [] : [{ kind: "sandbox", holder }];
  const record = told(holder);
  expect<unknown>(unrecordedHosts(NAME, record)).toEqual(expected);
  expect(unrecordedHosts(OTHER, record)).toEqual([]);
  const files = filesOf(makeStateFolder(), NAME);
  if (record !== null) {
    mkdirSync(files.folder, { mode: 0o700 });
    writeFileSync(files.record, textOf(record));
  }
  expect<unknown>(unrecordedLabs()).toEqual(expected.map((host) => ({ name: NAME, host })));
});

test("a lab is unrecorded where there is no folder of labs, or only an empty one of its own", async () => {
  const holder = await hold(labelOf(NAME));
  const expected = [{ name: NAME, host: { kind: "sandbox", holder } }] as const;
  expect(unrecordedLabs()).toEqual(expected);
  mkdirSync(filesOf(makeStateFolder(), NAME).folder, { mode: 0o700 });
  expect(unrecordedLabs()).toEqual(expected);
});

test("one that comes up just now is none", async () => {
  await hold(labelOf(NAME));
  const locked = lockNow(NAME);
  if (locked === "in use") throw new Error("somebody has it");
  expect(unrecordedLabs()).toEqual([]);
  locked[Symbol.dispose]();
});

test("one whose record would be somewhere else, or that has no label, is none of ours", async () => {
  await hold(`${labelOf(NAME)}/elsewhere`);
  await hold(null);
  expect(unrecordedLabs()).toEqual([]);
  expect(unrecordedHosts(NAME, null)).toEqual([]);
});

test("such a lab is garbage, and its host is ended; one that a record tells of is up", async () => {
  const [lost, kept] = [await hold(labelOf(OTHER)), await hold(labelOf(NAME))];
  const locked = lockNow(NAME);
  if (locked === "in use") throw new Error("somebody has it");
  locked.write(sandbox(kept));
  locked[Symbol.dispose]();
  const removed = (await collectGarbage()).filter(({ name }) => !/^wirework-[\d-]+$/.test(name));
  expect(removed).toEqual([{ name: OTHER, why: expect.any(String) }]);
  expect([processStart(lost.pid), processStart(kept.pid)]).toEqual([null, kept.start]);
});
