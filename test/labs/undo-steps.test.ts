/** Steps are taken in order, each once, and what can't be taken is left with the line to type. */
import { expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { readJournal } from "../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { undo, undoLines } from "../../lib/labs/undo.ts";
import { digestOf } from "../../lib/shell/invert/files/digest.ts";
import type { InverseStep, When } from "../../lib/shell/invert/inversion.ts";
import { NOTHING, type Outcome } from "../../lib/shell/outcome.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { lookingAt, type There } from "./still-ours/looking.ts";

const folder = emptyFolder();
let count = 0;

/** Removes an entry that is there, or is not */
function removes(name: string, when: When = "in turn", inode: number | null = null): InverseStep {
  const takes = { kind: "netns", path: `/${name}`, inode } as const;
  return { kind: "command", argv: ["ip", "netns", "del", name], takes, when };
}

/** A journal in which each line has these steps */
function journalOf(...lines: readonly (readonly InverseStep[])[]): string {
  const file = join(folder, `journal-${count++}`);
  using journal = JournalWriter.begin(file, "web", "a boot");
  for (const [index, steps] of lines.entries()) journal.intend(`line ${index + 1}`, steps);
  return file;
}

/** A machine that has these entries, and loses none of them; or what the commands say */
function machine(there: There, outcome: Partial<Outcome> = {}) {
  const ran: string[] = [];
  const run = async (argv: readonly string[]) => {
    ran.push(argv.join(" "));
    return { ...NOTHING, ...outcome };
  };
  return { ran, look: lookingAt(there), run };
}

const HERE = { inodes: { "/a": 1, "/b": 2, "/c": 3, "/d": 4 } };

test("the last line is undone first, a line's own steps in their order, and what is to come last comes last", async () => {
  const on = machine(HERE);
  const file = journalOf([removes("a"), removes("d", "last")], [removes("b"), removes("c")]);
  expect(await undo(file, on)).toEqual([]);
  expect(on.ran).toEqual(["b", "c", "a", "d"].map((name) => `ip netns del ${name}`));
});

test("what was taken is not taken once more", async () => {
  const file = journalOf([removes("a"), removes("d", "last")]);
  await undo(file, machine(HERE));
  const again = machine(HERE);
  expect(await undo(file, again)).toEqual([]);
  expect(again.ran).toEqual([]);
});

test("what is gone, or somebody else's, is done with, and nothing is run", async () => {
  const on = machine({ inodes: { "/b": 2 } });
  const file = journalOf([removes("a")], [removes("b", "in turn", 3)]);
  expect(await undo(file, on)).toEqual([]);
  expect(on.ran).toEqual([]);
  expect(readJournal(file)?.lines.map(({ steps }) => steps.size)).toEqual([0, 0]);
});

test.each([
  [{ exitCode: 1, stderr: " refused\n", stdout: "out" }, "refused"],
  [{ exitCode: 1, stderr: "\n", stdout: " said so\n" }, "said so"],
  [{ exitCode: 3 }, "exit status 3"],
])("a command that ends with %j is left, with what it said, and the others are run", async (outcome, why) => {
  const on = machine(HERE, outcome);
  const file = journalOf([removes("a")], [removes("b")]);
  expect(await undo(file, on)).toEqual([
    { of: "line 2", why, try: "sudo ip netns del b" },
    { of: "line 1", why, try: "sudo ip netns del a" },
  ]);
  expect(readJournal(file)?.lines.map(({ steps }) => steps.size)).toEqual([1, 1]);
});

test("a command that failed, and whose thing has gone meanwhile, is done with", async () => {
  const inodes: Record<string, number> = { "/a": 1 };
  const run = async () => {
    delete inodes["/a"];
    return { ...NOTHING, exitCode: 1 };
  };
  expect(await undo(journalOf([removes("a")]), { look: lookingAt({ inodes }), run })).toEqual([]);
});

test("a file is given back what was in it; one that somebody has written to is left, with how to", async () => {
  const path = join(folder, "a file");
  const of = (text: string) => digestOf({ content: Buffer.from(text) });
  const takes = { kind: "file", path, was: of("old"), made: of("new") } as const;
  const content = Buffer.from("old").toString("base64");
  const step = { kind: "file", path, content, owner: null, takes, when: "in turn" } as const;
  const file = journalOf([step]);
  writeFileSync(path, "theirs");
  const [left] = await undo(file, machine({ files: { [path]: "theirs" } }));
  expect(left).toMatchObject({ of: "line 1", why: expect.stringContaining(path) });
  expect(left?.try).toBe(`echo b2xk | base64 --decode | sudo tee '${path}' >/dev/null`);
  expect(readFileSync(path, "utf8")).toBe("theirs");
  const [created] = await undo(journalOf([{ ...step, content: null }]), machine({ files: { [path]: "theirs" } }));
  expect(created?.try).toBe(`sudo rm '${path}'`);
  expect(await undo(file, machine({ files: { [path]: "new" } }))).toEqual([]);
  expect(readFileSync(path, "utf8")).toBe("old");
});

test("of what is known by its label only, the line to type asks Docker; rules are looked for by their names", async () => {
  const takes = { kind: "docker", thing: "container", docker: ["docker"], id: null, label: "wirework=1-2" } as const;
  const argv = ["docker", "rm", "label=wirework=1-2", "a b", "xlabel=wirework=1"] as const;
  const removal = { kind: "command", argv, takes, when: "in turn" } as const;
  const rules = { kind: "rules", table: "nat", names: ["br0", "10.1.0.0/24"], before: [], when: "in turn" } as const;
  const texts = { "iptables -t nat -S": "-A FORWARD -i br0\n" };
  const left = await undo(journalOf([removal, rules]), machine({ texts }, { exitCode: 1, stderr: "no" }));
  expect(left.map((one) => one.try)).toEqual([
    "sudo docker rm $(sudo docker ps --all --quiet --filter label=wirework=1-2) 'a b' 'xlabel=wirework=1'",
    "sudo iptables -t nat -S | grep -e br0 -e 10.1.0.0/24",
  ]);
});

test("some lines are undone alone, as they would be typed; what is to come last is to be done again", async () => {
  const file = journalOf([removes("a"), removes("d", "last")], [removes("b")], [removes("c")]);
  const on = machine(HERE);
  const typed = ["c", "a", "d"].map((name) => `sudo ip netns del ${name}`);
  expect(await undoLines(file, new Set([1, 3]), on)).toEqual({ typed, left: [] });
  expect(on.ran).toEqual(typed.map((line) => line.slice("sudo ".length)));
  expect(readJournal(file)?.lines.map(({ steps }) => [...steps.keys()])).toEqual([[1], [0], []]);
});

test("a journal in which nothing has begun has nothing to undo", async () => {
  const file = join(folder, "torn");
  writeFileSync(file, '{"journal":1,');
  expect(await undo(file, machine(HERE))).toEqual([]);
  expect(await undoLines(file, new Set([1]), machine(HERE))).toEqual({ typed: [], left: [] });
});

test("what the undo itself has made again is undone by lines from before", async () => {
  const about = (change: "made" | "removed", argv: readonly [string, ...string[]]): InverseStep => {
    return { kind: "command", argv, takes: { kind: "folder", path: "/p/q", inode: 7, change }, when: "in turn" };
  };
  const inodes: Record<string, number> = { "/p": 1 };
  const ran: string[] = [];
  const run = async (argv: readonly string[]) => {
    ran.push(argv.join(" "));
    inodes["/p/q"] = 9;
    return NOTHING;
  };
  const look = lookingAt({ inodes, texts: { "find /p/q/ -mindepth 1 -maxdepth 1 -print -quit": "" } });
  const file = journalOf([about("made", ["rmdir", "/p/q"])], [about("removed", ["mkdir", "/p/q"])]);
  expect(await undo(file, { look, run })).toEqual([]);
  expect(ran).toEqual(["mkdir /p/q", "rmdir /p/q"]);
});
