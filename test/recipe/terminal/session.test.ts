import { expect, spyOn, test } from "bun:test";

import type { Streams } from "../../../lib/builtins/builtin.ts";
import { Session } from "../../../lib/recipe/terminal/session.ts";
import { type Screen, onScreen } from "./screen.ts";

const after = (screen: Screen, ...shown: readonly string[]) => {
  for (const text of shown) screen.shows(text);
  return screen.session;
};

test("it runs its words on a terminal of 160 by 50, which is nobody's own", () => {
  const { argv, streams } = onScreen();
  expect(argv).toEqual(["docker", "run"]);
  expect(streams.window?.inherited).toBe(false);
  expect(streams.window?.size()).toEqual({ columns: 160, rows: 50 });
  expect(streams.window?.onResize(() => {})).toBeUndefined();
});

test("what is shown is what both streams print, as a person reads it, characters in halves among it", () => {
  const screen = onScreen();
  const [first, second] = [Buffer.from("ü").subarray(0, 1), Buffer.from("ü").subarray(1)];
  screen.streams.output(Buffer.from("\u001b[1ma\r\n"));
  screen.streams.errors(Buffer.from("b"));
  screen.streams.output(first);
  expect(screen.session.shown).not.toContain("ü");
  screen.streams.output(second);
  expect(screen.session.shown).toBe("a\nbü");
});

test.each([
  ["root@4c01db0b339c:/# ", "root@4c01db0b339c:/# "],
  ["# ", "# "],
  ["$ ", "$ "],
  ["words\n\n/ # ", "/ # "],
  ["/ # \nwords", null],
  ["a# b", null],
  ["#", null],
  ["> ", null],
  ["# \n", null],
  ["", null],
])("after %j it waits at %j", (shown, prompt) => {
  expect(after(onScreen(), shown).prompt).toBe(prompt);
});

test("what is typed goes to the program with a line feed, and what was shown before is forgotten", async () => {
  const screen = onScreen();
  after(screen, "old\n# ").type("ls -l");
  expect(screen.session.shown).toBe("");
  expect(await screen.reads()).toBe("ls -l\n");
  expect(after(screen, "ls -l\n", "new\n# ").shown).toBe("ls -l\nnew\n# ");
});

test("waiting ends as soon as it is so, at once where it is so already", async () => {
  const screen = onScreen();
  expect(await screen.session.until(() => true)).toBe(true);
  const waiting = screen.session.until(() => screen.session.prompt !== null);
  after(screen, "not", " yet");
  await Promise.resolve();
  after(screen, "\n# ");
  expect(await waiting).toBe(true);
});

test("waiting ends with the program, whose exit status is kept", async () => {
  const screen = onScreen();
  expect(screen.session.exitCode).toBeNull();
  const waiting = screen.session.until(() => false);
  screen.ends(7);
  expect(await waiting).toBe(false);
  expect(screen.session.exitCode).toBe(7);
  expect(await screen.session.ended()).toBe(7);
  // What is so already is so after its end, too
  expect(await screen.session.until(() => true)).toBe(true);
  expect(await screen.session.until(() => false)).toBe(false);
});

test("waiting is over after ten seconds, and not before", async () => {
  const { session } = onScreen();
  const times = [5, 10_005, 9_005, 10_006, 0];
  using now = spyOn(performance, "now").mockImplementation(() => times.shift() ?? 0);
  const waits: unknown[] = [];
  // The time is over at once
  const over: (callback: () => void, milliseconds?: number) => void = (callback, milliseconds) => {
    waits.push(milliseconds);
    callback();
  };
  using timer = spyOn(globalThis, "setTimeout").mockImplementation(over as typeof setTimeout);
  expect(await session.until(() => false)).toBe(false);
  expect(waits).toEqual([1000]);
  expect([now.mock.calls.length, timer.mock.calls.length]).toEqual([4, 1]);
});

test("a container is let go of by Ctrl-P, Ctrl-Q, which ends its client", async () => {
  const screen = onScreen();
  let isDetached = false;
  const detaching = screen.session.detach().then(() => (isDetached = true));
  expect(await screen.reads()).toBe("\u0010\u0011");
  expect(isDetached).toBe(false);
  screen.ends(0);
  expect(await detaching).toBe(true);
  expect(screen.session.exitCode).toBe(0);
});

test("that the program could not be run is told to who awaits its end", async () => {
  const failure = new Error("no such program");
  const session = new Session(
    { ...onScreen().performer, run: (_argv: readonly string[], _streams: Streams) => Promise.reject(failure) },
    ["x"],
  );
  await Promise.resolve();
  await expect(session.ended()).rejects.toBe(failure);
  expect(session.exitCode).toBeNull();
});
