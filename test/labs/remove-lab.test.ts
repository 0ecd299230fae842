/** What a lab was, once it is removed, and that nothing is forgotten of which something is left. */
import { afterEach, expect, test } from "bun:test";
import { existsSync, writeFileSync } from "node:fs";

import { bootId } from "../../lib/hosts/boot-id.ts";
import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { LabError } from "../../lib/labs/lab-error.ts";
import { type LockedLab, lockNow } from "../../lib/labs/lab-lock.ts";
import { NotTakenBack } from "../../lib/labs/machine/not-taken-back.ts";
import type { LabRecord } from "../../lib/labs/lab-record.ts";
import { removeLab } from "../../lib/labs/remove-lab.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
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

const MACHINE = { kind: "host", boot: bootId(), journal: "/nowhere", stage: "up" } as const;

test.each<readonly [string, string | null, "with a journal" | "without", "up" | "gone" | "absent"]>([
  ["no record", null, "without", "absent"],
  ["no record", null, "with a journal", "up"],
  ["a torn record", '{"sch', "without", "gone"],
  ["a torn record", '{"sch', "with a journal", "up"],
  ["the record of this machine itself", JSON.stringify(recordOf(MACHINE)), "with a journal", "up"],
  ["the record of this machine itself", JSON.stringify(recordOf(MACHINE)), "without", "up"],
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
  expect(error).toBeInstanceOf(NotTakenBack);
  expect(error).toMatchObject({ left: [{ of: "echo x > file" }] });
  expect(existsSync(mine.files.journal)).toBe(true);
  mine.forget();
});
