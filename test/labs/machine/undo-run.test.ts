/** What a run did to this machine is undone by its journal, and stays known as long as something is left. */
import { afterEach, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { runMark } from "../../../lib/hosts/machine/environment.ts";
import { JournalError } from "../../../lib/labs/journal/journal-error.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { lockNow } from "../../../lib/labs/lab-lock.ts";
import { PartlyUndone } from "../../../lib/labs/machine/partly-undone.ts";
import { undoAndForget, undoRun } from "../../../lib/labs/machine/undo-run.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";
import { digestOf } from "../../../lib/shell/invert/files/digest.ts";
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { parseLabName } from "../../../lib/values/name/lab-name.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";
import { naming } from "../../support/naming.ts";
import { withOwnLabs } from "../../support/machine/own-labs.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

withOwnLabs();

const inNamespaces = namespacesFor(import.meta.dir);
const NAME = parseLabName("mine");
const started: Bun.Subprocess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill("SIGKILL");
});

function locked() {
  const found = lockNow(NAME);
  if (found === "in use") throw new Error("somebody has it");
  return found;
}

/** Gives a file the content that it had before it was "new" */
function restores(path: string): InverseStep {
  const of = (text: string) => digestOf({ content: Buffer.from(text) });
  const takes = { kind: "file", path, was: of("old"), made: of("new") } as const;
  return { kind: "file", path, content: Buffer.from("old").toString("base64"), owner: null, takes, when: "in turn" };
}

/** Writes a journal of one line for each of these files */
function begin(journal: string, ...paths: readonly string[]): void {
  using writer = JournalWriter.begin(journal, NAME, "a boot");
  for (const path of paths) writer.intend(`echo new > ${path}`, [restores(path)]);
}

/** A program that a run with that journal has started */
async function start(journal: string): Promise<Bun.Subprocess> {
  const one = Bun.spawn(["sh", "-c", "echo; read -r _"], {
    env: { WIREWORK_RUN: runMark(dirname(journal)) },
    stdio: ["pipe", "pipe", "ignore"],
  });
  started.push(one);
  await one.stdout.getReader().read();
  return one;
}

test("a run without a journal has nothing to undo, but its programs are ended", async () => {
  const journal = join(emptyFolder(), "journal");
  const { pid } = await start(journal);
  expect(await undoRun(journal)).toEqual([]);
  expect(processStart(pid)).toBeNull();
});

test("one of which nothing is left is forgotten", async () => {
  using mine = locked();
  const file = join(emptyFolder(), "file");
  writeFileSync(file, "new");
  begin(mine.files.journal, file);
  const { pid } = await start(mine.files.journal);
  await undoAndForget(NAME, mine);
  expect(readFileSync(file, "utf8")).toBe("old");
  expect(processStart(pid)).toBeNull();
  expect(existsSync(mine.files.journal)).toBe(false);
});

test("one of which something is left stays known, with what, why, and the line to type", async () => {
  using mine = locked();
  const folder = emptyFolder();
  const [one, other] = [join(folder, "one"), join(folder, "other")];
  for (const file of [one, other]) writeFileSync(file, "theirs");
  begin(mine.files.journal, one, other);
  const error = await undoAndForget(NAME, mine).catch((thrown: unknown) => thrown);
  if (!(error instanceof PartlyUndone)) throw error;
  expect(error.left.map(({ of }) => of)).toEqual([`echo new > ${other}`, `echo new > ${one}`]);
  expect(existsSync(mine.files.journal)).toBe(true);
  expect(await undoRun(mine.files.journal)).toEqual(error.left);
  mine.forget();
});

test("a journal that is none is not guessed, and stays", async () => {
  using mine = locked();
  writeFileSync(mine.files.journal, "{}\n");
  await expect(undoAndForget(NAME, mine)).rejects.toThrow(JournalError);
  expect(existsSync(mine.files.journal)).toBe(true);
  mine.forget();
});

test("steps are run by this machine's own programs", async () => {
  const seen = await inNamespaces(async () => {
    const { existsSync: isThere, mkdirSync, statSync } = await import("node:fs");
    const { JournalWriter: Writer } = await import("../../../lib/labs/journal/write.ts");
    const { undoRun: undoIt } = await import("../../../lib/labs/machine/undo-run.ts");
    Bun.spawnSync(["mount", "-t", "tmpfs", "none", "/mnt"]);
    mkdirSync("/mnt/made");
    const { ino } = statSync("/mnt/made");
    {
      using writer = Writer.begin("/mnt/journal", "mine", "a boot");
      const takes = { kind: "folder", path: "/mnt/made", inode: ino, change: "made" } as const;
      writer.intend("mkdir /mnt/made", [{ kind: "command", argv: ["rmdir", "/mnt/made"], takes, when: "in turn" }]);
    }
    return { left: await undoIt("/mnt/journal"), isThere: isThere("/mnt/made") };
  });
  expect<unknown>(seen).toEqual({ left: [], isThere: false });
});

test.each([
  [1, ["one"]],
  [2, ["2", "things"]],
])("of %i it is said how many they are", (count, words) => {
  const left = Array.from({ length: count }, (_, index) => ({ of: `line ${index}`, why: "refused", try: "sudo x" }));
  const error = new PartlyUndone("mine", left);
  expect(error).toMatchObject({ name: "PartlyUndone", left, message: naming(NAME, ...words) });
  expect(error.cause).toBe(left.map(({ of }) => `${of}\n  refused\n  sudo x`).join("\n"));
  expect(error.tryThis).toStartWith("sudo wirework down mine");
});
