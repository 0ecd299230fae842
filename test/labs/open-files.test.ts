/** What is done with files of labs leaves none of them open: a command may do it for each of many lines. */
import { expect, test } from "bun:test";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { readJournal } from "../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { filesOf, readLab, writeLab } from "../../lib/labs/lab-folder.ts";
import { lockIfFree, lockLab, lockNow, settledLab } from "../../lib/labs/lab-lock.ts";
import type { LabRecord } from "../../lib/labs/lab-record.ts";
import { restoreFile } from "../../lib/labs/restore-file.ts";
import { makeStateFolder } from "../../lib/labs/state-folder.ts";
import { undo, undoLines } from "../../lib/labs/undo.ts";
import { NOTHING } from "../../lib/shell/outcome.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { lookingAt } from "./still-ours/looking.ts";

withOwnLabs();

const folder = emptyFolder();
const NAME = parseLabName("mine");
const RECORD = { schema: 1, name: NAME } as LabRecord; // as much as is read here

const never = () => {
  throw new Error("nobody had it");
};

/** How many files are open below these folders */
function open(): number {
  const listed = Bun.spawnSync(["find", `/proc/${process.pid}/fd`, "-lname", "*wirework*"]).stdout.toString();
  return listed.split("\n").filter((line) => line !== "").length;
}

const WAYS: Readonly<Record<string, () => unknown>> = {
  "a journal is begun, written, and read": () => {
    const file = join(folder, "journal");
    rmSync(file, { force: true });
    {
      using journal = JournalWriter.begin(file, NAME, "a boot");
      journal.intend("line", []);
    }
    readJournal(file);
  },
  "a journal is gone on with": () => JournalWriter.resume(join(folder, "journal"), 1)[Symbol.dispose](),
  "a journal's lines are undone": async () => {
    const surroundings = { look: lookingAt({}), run: async () => NOTHING };
    await undo(join(folder, "journal"), surroundings);
    await undoLines(join(folder, "journal"), new Set([1]), surroundings);
  },
  "a file is given back what it had": () => {
    const path = join(folder, "file");
    const takes = { kind: "file", path, was: null, made: null } as const;
    restoreFile({ kind: "file", path, content: "eA==", owner: null, takes, when: "in turn" });
  },
  "a record is written and read": () => {
    const files = filesOf(folder, NAME);
    mkdirSync(files.folder, { recursive: true });
    writeLab(files, RECORD);
    readLab(files);
  },
  "a lab is locked and let go": async () => {
    lockIfFree(makeStateFolder(), NAME);
    {
      using one = await lockLab(NAME, never);
      writeFileSync(one.files.journal, "");
      lockNow(NAME);
      lockIfFree(makeStateFolder(), NAME);
    }
    await settledLab(NAME, never);
    const again = lockNow(NAME);
    if (again === "in use") throw new Error("nobody had it");
    again.forget();
    again[Symbol.dispose]();
  },
};

test.each(Object.entries(WAYS))("none is open after %s", async (_, way) => {
  const before = open();
  await way();
  expect(open()).toBe(before);
});
