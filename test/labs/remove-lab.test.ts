/** What a lab was, once it is removed, and that nothing is forgotten of which something is left. */
import { afterEach, describe, expect, test } from "bun:test";
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";

import { ownNamespaces } from "../../lib/hosts/own-namespaces.ts";
import { bootId } from "../../lib/hosts/boot-id.ts";
import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { JournalError } from "../../lib/labs/journal/journal-error.ts";
import { readJournal } from "../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { LabError } from "../../lib/labs/lab-error.ts";
import { type LockedLab, lockNow } from "../../lib/labs/lab-lock.ts";
import { PartlyUndone } from "../../lib/labs/machine/partly-undone.ts";
import { type LabRecord, textOfRecord } from "../../lib/labs/lab-record.ts";
import { removeLab } from "../../lib/labs/remove-lab.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { naming } from "../support/naming.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

const NAME = parseLabName("mine");
const sleeping: Bun.Subprocess[] = [];
afterEach(() => {
  for (const one of sleeping.splice(0)) one.kill("SIGKILL");
});

function locked(): LockedLab {
  const found = lockNow(NAME);
  if (found === "in use") throw new Error("somebody has it");
  return found;
}

/** Stands for a holder */
function holder() {
  const one = Bun.spawn(["sleep", "600"], { stdio: ["ignore", "ignore", "ignore"] });
  sleeping.push(one);
  return { one, identity: identifyHolder(one.pid, "none") };
}

function recordOf(host: LabRecord["host"]): LabRecord {
  const since = "2026-01-01T00:00:00Z";
  return { schema: 1, name: NAME, recipe: null, project: "/", since, host, containers: [], obstacle: null };
}

function begin({ files }: LockedLab): void {
  JournalWriter.begin(files.journal, NAME, bootId())[Symbol.dispose]();
}

const MACHINE = {
  kind: "host",
  boot: bootId(),
  seenFrom: ownNamespaces("pid", "net"),
  journal: "/nowhere",
  stage: "running",
  sum: null,
} as const;

test.each<readonly [string, string | null, "with a journal" | "without", "up" | "gone" | "absent"]>([
  ["no record", null, "without", "absent"],
  ["no record", null, "with a journal", "up"],
  ["a torn record", '{"sch', "without", "gone"],
  ["a torn record", '{"sch', "with a journal", "up"],
  ["the record of this machine itself", textOfRecord(recordOf(MACHINE)), "with a journal", "up"],
  ["the record of this machine itself", textOfRecord(recordOf(MACHINE)), "without", "up"],
])("of one with %s (%.0s%s), it is said that it was %s, and nothing stays", async (_, text, journal, was) => {
  using mine = locked();
  if (text !== null) writeFileSync(mine.files.record, text);
  if (journal === "with a journal") begin(mine);
  expect(await removeLab(NAME, mine)).toBe(was);
  expect(existsSync(mine.files.record)).toBe(false);
  expect(existsSync(mine.files.journal)).toBe(false);
});

test("one that is up is ended, and waited for", async () => {
  using mine = locked();
  const { one, identity } = holder();
  mine.write(recordOf({ kind: "sandbox", holder: identity }));
  expect(await removeLab(NAME, mine)).toBe("up");
  await one.exited;
  expect(one.signalCode).toBe("SIGKILL");
  expect(mine.read()).toBeNull();
});

test("one whose holder has ended was gone, and who has its id by now stays", async () => {
  using mine = locked();
  const { one, identity } = holder();
  mine.write(recordOf({ kind: "sandbox", holder: { ...identity, start: "1" } }));
  expect(await removeLab(NAME, mine)).toBe("gone");
  expect(one.exitCode).toBeNull();
  expect(one.signalCode).toBeNull();
  expect(mine.read()).toBeNull();
});

test("one that is out of sight stays known, and so do its journal and its host", async () => {
  using mine = locked();
  begin(mine);
  for (const host of [
    { ...MACHINE, seenFrom: "pid:[1] net:[1]" },
    { kind: "sandbox", holder: { ...holder().identity, start: "1", seenFrom: "pid:[1]" } },
  ] as const) {
    mine.write(recordOf(host));
    const error = await removeLab(NAME, mine).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PartlyUndone);
    expect(error).toMatchObject({ left: [{ of: naming(NAME), why: naming("pid:[1]", ownNamespaces("pid")) }] });
    expect(existsSync(mine.files.record) && existsSync(mine.files.journal)).toBe(true);
  }
  mine.forget();
});

describe("one that came up on this machine, and whose journal", () => {
  const damages: Readonly<Record<string, (journal: string) => void>> = {
    "is gone": (journal) => rmSync(journal),
    "is empty": (journal) => truncateSync(journal, 0),
    "is torn in its first line": (journal) => truncateSync(journal, 20),
    "has lost its last line": (journal) =>
      truncateSync(journal, readFileSync(journal).lastIndexOf("\n", statSync(journal).size - 2) + 1),
    "is another lab's": (journal) => {
      rmSync(journal);
      JournalWriter.begin(journal, "other", bootId())[Symbol.dispose]();
    },
  };
  test.each(Object.entries(damages))("%s stays known, as something may be left", async (_, damage) => {
    using mine = locked();
    {
      using journal = JournalWriter.begin(mine.files.journal, NAME, bootId());
      journal.intend("true", []);
    }
    const sum = readJournal(mine.files.journal)?.sums.at(-1) ?? null;
    mine.write(recordOf({ ...MACHINE, stage: "up", sum }));
    damage(mine.files.journal);
    await expect(removeLab(NAME, mine)).rejects.toThrow(JournalError);
    expect(existsSync(mine.files.record)).toBe(true);
    mine.forget();
  });
});

test("a journal without a record, and with nothing in it, is not taken for one of a run that did nothing", async () => {
  using mine = locked();
  writeFileSync(mine.files.journal, "");
  await expect(removeLab(NAME, mine)).rejects.toThrow(JournalError);
  expect(existsSync(mine.files.journal)).toBe(true);
  mine.forget();
});

test("another version's is left to that", async () => {
  using mine = locked();
  writeFileSync(mine.files.record, '{"schema":7}');
  begin(mine);
  await expect(removeLab(NAME, mine)).rejects.toThrow(LabError);
  expect(existsSync(mine.files.record) && existsSync(mine.files.journal)).toBe(true);
  mine.forget();
});

test("what could not be undone stays known", async () => {
  using mine = locked();
  {
    using journal = JournalWriter.begin(mine.files.journal, NAME, bootId());
    const path = `${mine.files.folder}/nowhere/file`;
    const takes = { kind: "file", path, was: "other", made: "not yet known" } as const;
    journal.intend("echo x > file", [{ kind: "file", path, content: "eA==", owner: null, takes, when: "in turn" }]);
  }
  const error = await removeLab(NAME, mine).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PartlyUndone);
  expect(error).toMatchObject({ left: [{ of: "echo x > file" }] });
  expect(existsSync(mine.files.journal)).toBe(true);
  mine.forget();
});
