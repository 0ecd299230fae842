/** What takes a line back is written before it runs, as far as it is known then, and once more when it has run. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { journalled } from "../../lib/labs/journalled.ts";
import { readJournal } from "../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../lib/labs/journal/write.ts";
import { CannotUndo } from "../../lib/shell/invert/cannot-undo.ts";
import type { Line } from "../../lib/shell/template/session-line.ts";
import { NOTHING } from "../../lib/shell/outcome.ts";
import { emptyFolder } from "../support/recipe-file.ts";
import { lookingAt } from "./still-ours/looking.ts";

const folder = emptyFolder();
let count = 0;

function line(text: string, file: string | null = null): Line {
  const [first = ["true"], ...others] = text.split(" | ").map((command) => command.split(" "));
  const command = ([program = "", ...args]: readonly string[]): Line["commands"][0] => ({
    argv: [program, ...args],
    text,
    handles: [],
  });
  const commands: Line["commands"] = [command(first), ...others.map(command)];
  const redirection = file === null ? null : ({ operator: ">", file } as const);
  return { text, commands, redirection, stays: null, speaker: "article", irreversible: null, gives: null };
}

/** A new journal of a machine with these inodes and links, which commands may add to */
function begin() {
  const file = join(folder, `journal-${count++}`);
  const journal = JournalWriter.begin(file, "web", "a boot");
  const [inodes, links, files]: [Record<string, number>, Record<string, string>, Record<string, string>] = [{}, {}, {}];
  const undoing = journalled(journal, lookingAt({ inodes, links, files }));
  const told = () =>
    readJournal(file)?.lines.map(({ number, text, state, steps }) => ({
      number,
      text,
      state,
      steps: [...steps.values()].map((step) => (step.kind === "command" ? step.argv.join(" ") : step.kind)),
    }));
  return { undoing, told, inodes, links, files, journal };
}

test("a line that changes nothing is not written, and stays as it is", async () => {
  const { undoing, told, journal } = begin();
  using _ = journal;
  const shows = line("ip link show");
  const kept = await undoing.before(shows);
  expect(kept.line).toBe(shows);
  await kept.after(NOTHING);
  expect(undoing.numberOf(shows)).toBeNull();
  expect(told()).toEqual([]);
});

test("a line is written before it runs, with what it may do; then with what it did, and it keeps its number", async () => {
  const { undoing, told, inodes, journal } = begin();
  using _ = journal;
  const both = line("mkdir /a /b");
  const kept = await undoing.before(both);
  const text = "mkdir /a /b";
  expect(kept.line).toEqual(both);
  expect(told()).toEqual([{ number: 1, text, state: "interrupted", steps: ["rmdir /a", "rmdir /b"] }]);
  inodes["/b"] = 7;
  await kept.after({ ...NOTHING, exitCode: 1 });
  expect(told()).toEqual([{ number: 1, text, state: "ended", steps: ["rmdir /b"] }]);
  const again = line("mkdir /c");
  await undoing.before(again);
  expect([undoing.numberOf(both), undoing.numberOf(again), undoing.numberOf(line(text))]).toEqual([1, 2, null]);
});

test("of a pipe, what came about last is undone first; the file was opened before all", async () => {
  const { undoing, told, inodes, files, journal } = begin();
  using _ = journal;
  const kept = await undoing.before(line("mkdir /a | echo | mkdir /b", "/out"));
  const steps = ["rmdir /b", "rmdir /a", "file"];
  expect(told()).toMatchObject([{ state: "interrupted", steps }]);
  Object.assign(inodes, { "/a": 1, "/b": 2, "/out": 3 });
  files["/out"] = "new";
  await kept.after(NOTHING);
  expect(told()).toMatchObject([{ state: "ended", steps }]);
});

test("what a line makes is marked, in that command only", async () => {
  const { undoing, journal } = begin();
  using _ = journal;
  const typed = line("mkdir /a | docker run -d base | echo --label");
  const kept = await undoing.before(typed);
  const [first, second, third] = kept.line.commands;
  expect([first, third]).toEqual([typed.commands[0], typed.commands[2]]);
  expect(second?.argv).toEqual(["docker", "run", "--label", expect.stringMatching(/^wirework=/), "-d", "base"]);
  expect({ ...second, argv: [] }).toEqual({ ...typed.commands[1], argv: [] });
  expect({ ...kept.line, commands: [] }).toEqual({ ...typed, commands: [] } as never);
});

test("a symbolic link that a line has made is known by its target, once it is there", async () => {
  const { undoing, links, journal } = begin();
  using _ = journal;
  const kept = await undoing.before(line("ln -s /target /link"));
  expect(undoing.hasLinked("/link", "/target")).toBe(false);
  links["/link"] = "/target";
  await kept.after(NOTHING);
  expect(undoing.hasLinked("/link", "/target")).toBe(true);
  expect(undoing.hasLinked("/link", "/other")).toBe(false);
  expect(undoing.hasLinked("/other", "/target")).toBe(false);
});

test("one that could not be made is not known", async () => {
  const { undoing, journal } = begin();
  using _ = journal;
  await (await undoing.before(line("ln -s /target /link"))).after({ ...NOTHING, exitCode: 1 });
  expect(undoing.hasLinked("/link", "/target")).toBe(false);
});

test.each(["stranger", "kill 7", "mkdir /a | umount /b"])("%s can't be undone, and is not written", async (text) => {
  const { undoing, told, journal } = begin();
  using _ = journal;
  await expect(undoing.before(line(text))).rejects.toThrow(CannotUndo);
  expect(told()).toEqual([]);
});
