import { expect, test } from "bun:test";

import type { Line } from "../../lib/shell/template/session-line.ts";
import { NOTHING } from "../../lib/shell/outcome.ts";
import { Pending } from "../../lib/shell/pending.ts";

const LINE: Line = {
  text: "true",
  commands: [{ argv: ["true"], text: "true", handles: [] }],
  redirection: null,
  stays: null,
  speaker: "article",
  irreversible: null,
  gives: null,
};

/** A pending command, and what was done with it */
function pending(): { command: Pending; done: readonly string[] } {
  const done: string[] = [];
  const run = (how: string) => () => {
    done.push(how);
    return Promise.resolve({ ...NOTHING, exitCode: how === "quietly" ? 3 : 0 });
  };
  const command = new Pending(LINE, { run: run("aloud"), runQuietly: run("quietly") }, () => done.push("taken"));
  return { command, done };
}

test("nothing happens until somebody awaits it", async () => {
  const { command, done } = pending();
  await Promise.resolve();
  expect(done).toEqual([]);
  await command;
  expect(done).toContain("aloud");
});

test("it is no promise, so that nobody takes it for one that has begun", () => {
  expect(pending().command).not.toBeInstanceOf(Promise);
});

test("a check runs it quietly, each time anew, whatever its exit status is", async () => {
  const { command, done } = pending();
  expect((await command.quietly()).exitCode).toBe(3);
  await command.quietly();
  expect(done.filter((how) => how === "quietly")).toHaveLength(2);
  expect(done).not.toContain("aloud");
});

test("whoever awaits it, runs it quietly, or takes it as a part has use for it", async () => {
  for (const use of [
    (command: Pending) => command,
    (command: Pending) => command.quietly(),
    (command: Pending) => command.take(),
  ]) {
    const { command, done } = pending();
    await use(command);
    expect(done).toContain("taken");
  }
});

test("a failure is thrown where it is awaited, and can be caught there", async () => {
  const failing = { run: () => Promise.reject(new Error("no")), runQuietly: () => Promise.reject(new Error("no")) };
  const command = new Pending(LINE, failing, () => {});
  await expect(Promise.resolve(command)).rejects.toThrow("no");
  expect(await command.then(null, () => "caught")).toBe("caught");
});
