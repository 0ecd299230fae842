import { expect, test } from "bun:test";

import { Recorder } from "../../lib/recipe/recorder.ts";
import type { Command } from "../../lib/shell/template/words.ts";
import { lineOf } from "../support/terminal/typist.ts";

const command = (...argv: Command["argv"]): Command => ({ argv, text: argv.join(" "), handles: [] });

const OUTCOME = { exitCode: 3, stdout: "out\n", stderr: "err\n", ms: 7 };

test("a step has its comment, an argument a line, and the commands that follow it", () => {
  const recorder = new Recorder();
  recorder.step(["One", "and more"]);
  recorder.step(["Two"]);
  recorder.finished(lineOf("ip link show"), OUTCOME);
  expect(recorder.steps).toEqual([
    { comment: "One\nand more", commands: [] },
    {
      comment: "Two",
      commands: [
        { text: "ip link show", argv: ["ip", "link", "show"], exit: 3, stdout: "out\n", stderr: "err\n", ms: 7 },
      ],
    },
  ]);
});

test("commands before the first step share one without a comment", () => {
  const recorder = new Recorder();
  recorder.finished(lineOf("one"), OUTCOME);
  recorder.finished(lineOf("two"), OUTCOME);
  recorder.step(["Later"]);
  expect(recorder.steps.map(({ comment, commands }) => [comment, ...commands.map(({ text }) => text)])).toEqual([
    ["", "one", "two"],
    ["Later"],
  ]);
});

test("the argv of a pipe has a bar between its commands", () => {
  const recorder = new Recorder();
  const commands = [command("ip", "link"), command("grep", "a b"), command("wc")] as const;
  recorder.finished({ ...lineOf("ip"), text: "ip link | grep 'a b' | wc", commands }, OUTCOME);
  expect(recorder.steps[0]?.commands[0]).toMatchObject({
    text: "ip link | grep 'a b' | wc",
    argv: ["ip", "link", "|", "grep", "a b", "|", "wc"],
  });
});

test("an assignment and a typed line are commands without an argv, which succeeded at once", () => {
  const recorder = new Recorder();
  recorder.assign("pid", "2778");
  recorder.typed("cat /x", "what it says");
  const nothing = { argv: [], exit: 0, stderr: "", ms: 0 };
  expect(recorder.steps).toEqual([
    {
      comment: "",
      commands: [
        { ...nothing, text: "pid=2778", stdout: "" },
        { ...nothing, text: "cat /x", stdout: "what it says" },
      ],
    },
  ]);
});

test("named values and checks are kept in their order, and begin no step", () => {
  const recorder = new Recorder();
  const check = { claim: 1, name: "n", ran: "r", expected: "e", seen: "s", ok: true };
  recorder.named("pid", "2778");
  recorder.named("id", "63f36fc01b5f");
  recorder.checked(check);
  recorder.checked({ ...check, claim: 2, ok: false });
  expect(recorder.names).toEqual([
    { name: "pid", word: "2778" },
    { name: "id", word: "63f36fc01b5f" },
  ]);
  expect(recorder.checks).toEqual([check, { ...check, claim: 2, ok: false }]);
  expect(recorder.steps).toEqual([]);
});

test("what is about to run, would be checked, or has ended, is nothing to keep", () => {
  const recorder = new Recorder();
  recorder.announce();
  recorder.wouldCheck();
  recorder.ended();
  expect([recorder.steps, recorder.checks, recorder.names]).toEqual([[], [], []]);
});
