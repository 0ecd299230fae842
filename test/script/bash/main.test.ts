/**
 * The parts that a script has once: its options, what it makes sure of, its steps, and its end.
 */
import { describe, expect, test } from "bun:test";

import { bashText, functionsText } from "../../../lib/script/functions.ts";
import { emptyFolder } from "../../support/recipe-file.ts";
import { inBash, printing, run } from "./in-bash.ts";

/** All but what it makes sure of before */
const script = (steps: string, ...args: readonly string[]) =>
  [
    "set -euo pipefail",
    "NAME=test",
    `set -- ${args.join(" ")}`,
    ...functionsText(new Set(["check"])),
    `steps() {\n${steps}\n}`,
    bashText("usage"),
    bashText("main"),
    bashText("held"),
    bashText("keep"),
  ].join("\n");

function whole(steps: string, args: readonly string[] = [], input = "") {
  return run(
    ["bash"],
    `TMPDIR=${emptyFolder()}; export TMPDIR\n${script(steps, ...args)}\nls "$TMPDIR" | wc -l`,
    input,
  );
}

describe("a script", () => {
  const FEW = 'echo "$SCRATCH" | sed "s#^$TMPDIR/tmp[.].*#folder#"; [[ -d $SCRATCH ]]; undo echo back';
  const BACK = "test: everything is undone\n";
  const STANDS = "test: everything is up; press Enter to undo it\n";

  test("does its steps with a folder of its own, and takes them back", () => {
    expect(whole(FEW)).toEqual({ ...printing("folder", "1"), stderr: `test: 0 checks passed\n${BACK}` });
    expect(whole(`${FEW}; undo touch "$TMPDIR/back"; rmdir "$SCRATCH"`)).toMatchObject({ status: 0 });
  });

  test("waits for Enter where all is to be kept till then, or for the end of its input", () => {
    const stderr = `test: 0 checks passed\n${STANDS}${BACK}`;
    expect(whole(":", ["--keep"], "\n")).toEqual({ ...printing("1"), stderr });
    expect(whole(":", ["--keep"], "")).toEqual({ ...printing("1"), stderr });
    expect(whole("stop 130", ["--keep"], "")).toEqual({
      status: 130,
      stdout: "",
      stderr: `test: 0 checks passed\n${BACK}`,
    });
  });

  test.each([
    ["HUP", 129],
    ["INT", 130],
    ["PIPE", 141],
    ["TERM", 143],
  ])("obeys SIG%s after the line with which it comes", (signal, status) => {
    expect(whole(`kill -${signal} $$; echo line; undo echo line; echo next`)).toEqual({
      status,
      stdout: "line\n",
      stderr: BACK,
    });
  });

  test.each([
    ["HUP", 129],
    ["INT", 130],
    ["TERM", 143],
  ])("obeys SIG%s at once while it waits", (signal, status) => {
    const read = `read() { kill -${signal} $$; echo read; }`;
    expect(whole(read, ["--keep"])).toEqual({ status, stdout: "", stderr: `test: 0 checks passed\n${STANDS}${BACK}` });
  });
});

describe("words that a script is called with", () => {
  const usage = expect.stringMatching(/^usage: bash test\.sh \[--keep\]\n(?: .*\n|exit status: .*\n)+$/);
  const text = (...args: readonly string[]) =>
    run(["bash"], `set -eu; NAME=test; set -- ${args.join(" ")}\n${bashText("usage")}\necho "keep $KEEP"`, "");

  test.each<readonly [args: readonly string[], status: number, stdout: unknown, stderr: unknown]>([
    [[], 0, "keep \n", ""],
    [["--keep"], 0, "keep yes\n", ""],
    [["--keep", "--keep"], 0, "keep yes\n", ""],
    [["-h"], 0, usage, ""],
    [["--help"], 0, usage, ""],
    [["--keep", "--help"], 0, usage, ""],
    [["--kept"], 2, "", usage],
    [["-k", "--help"], 2, "", usage],
    [["''"], 2, "", usage],
  ])("%j", (args, status, stdout, stderr) => {
    expect(text(...args)).toEqual({ status, stdout: stdout as string, stderr: stderr as string }); // matchers of strings
  });
});

describe("before it begins, a script that stops Docker", () => {
  const alone = (containers: string) =>
    inBash(
      [],
      `refuse() { echo refused; exit 2; }\ndocker() { [[ $* == 'ps --quiet' ]] || return 9; echo -n '${containers}'; }`,
      `${bashText("start-alone")}\necho begun`,
    );

  test("makes sure that there are no containers", () => {
    expect(alone("")).toEqual(printing("begun"));
    expect(alone("4c01db0b339c")).toEqual({ status: 2, stdout: "refused\n", stderr: "" });
  });
});

test("before it begins, a script that needs the module makes sure that it is loaded", () => {
  const netfilter = (file: string) =>
    inBash(
      [],
      "refuse() { echo refused; exit 2; }",
      `${bashText("start-netfilter").replace("/proc/sys/net/bridge/bridge-nf-call-iptables", file)}\necho begun`,
    );
  expect(netfilter("/proc/version")).toEqual(printing("begun"));
  expect(netfilter("/proc/none")).toEqual({ status: 2, stdout: "refused\n", stderr: "" });
});
