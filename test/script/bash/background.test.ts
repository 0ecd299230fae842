/**
 * A program that stays while a script goes on.
 */
import { describe, expect, test } from "bun:test";

import { bashText } from "../../../lib/script/functions.ts";
import { inBash, printing } from "./in-bash.ts";

/** Stays, and says with what it was started */
const PROGRAM = `sh -c 'echo "begun $*"; echo error >&2; exec sleep 600' sh 'a  b' c`;
const LINE = `background "$SCRATCH/output" 'begun a  b c' ${PROGRAM}`;
/** Each process is in one of these files */
const PROCESS = 'PROCESS=$(<"$SCRATCH/process0")';

const MAIN = bashText("main").replace(/^SCRATCH=.*$/m, "");

/** Runs lines, and takes all back */
function steps(lines: string, standIns = "") {
  return inBash(["background"], standIns, `steps() {\n${lines}\n}\n${MAIN}`);
}

test("runs with its output in a file, and ends with the script", () => {
  const lines = `${LINE}; ${PROCESS}; kill -0 "$PROCESS"; cat "$SCRATCH/output"; echo "$PROCESS"`;
  const { status, stdout, stderr } = steps(lines);
  const [begun, error, process] = stdout.split("\n");
  expect({ status, begun, error, stderr }).toEqual({
    status: 0,
    begun: "begun a  b c",
    error: "error",
    stderr: "test: everything is undone\n",
  });
  expect(() => globalThis.process.kill(Number(process), 0)).toThrow("ESRCH");
});

test("reads nothing, and each has a process file of its own", () => {
  const lines = `${LINE}; undo true; background "$SCRATCH/other" over sh -c 'cat; echo over; exec sleep 600'
  ls "$SCRATCH"; cat "$SCRATCH/other"`;
  expect(steps(lines)).toEqual({
    status: 0,
    stdout: "other\noutput\nprocess0\nprocess2\nover\n",
    stderr: "test: everything is undone\n",
  });
});

test.each([
  ["sudo sh", "1"],
  ["sh", "0"],
])("%s is started by that", (program, count) => {
  const sudo = `sudo() { [[ $1 != sh ]] || echo sh >>"$SCRATCH/by"; "$@"; }`;
  const started = `: >"$SCRATCH/by"; ${LINE.replace("sh -c", `${program} -c`)}; wc -l <"$SCRATCH/by"`;
  expect(steps(started, sudo)).toMatchObject({ status: 0, stdout: `${count}\n` });
});

test("that says something else is shown with that, and the line fails", () => {
  const eventually = `eventually() { if [[ $1 == said ]]; then until grep -q error "$2" 2>/dev/null; do :; done; else until "$@"; do :; done; return; fi; "$@"; }`;
  const line = LINE.replace("'begun a  b c'", "other");
  expect(steps(`STATUS=0; ${line} || STATUS=$?; echo "$STATUS"`, eventually)).toEqual({
    status: 0,
    stdout: "1\n",
    stderr: "test: it has not printed other: begun a  b c\nerror\ntest: everything is undone\n",
  });
});

describe("the end of a process", () => {
  const end = (lines: string) =>
    inBash(["background"], "", `${lines}\nSTATUS=0; end_process "$SCRATCH/p" || STATUS=$?; echo "$STATUS"`);

  test("is there where it was never started, or has ended", () => {
    expect(end("")).toEqual(printing("0"));
    expect(end(': >"$SCRATCH/p"')).toEqual(printing("0"));
    expect(end('sleep 0 & wait; echo $! >"$SCRATCH/p"')).toEqual(printing("0"));
  });

  test("is not there yet where it has been told to end only now", () => {
    const lines = `sleep 600 & echo $! >"$SCRATCH/p"; trap 'STATUS=0; wait $! || STATUS=$?; echo $STATUS' EXIT`;
    expect(end(lines)).toEqual(printing("1", "143"));
  });
});

test.each([
  ["a.b", "0"],
  ["a..", "1"],
])("what it says is no pattern: %s", (says, status) => {
  const steps = `echo 'x a.b y' >"$SCRATCH/o"; STATUS=0; said "$SCRATCH/o" ${says} || STATUS=$?; echo $STATUS
  said "$SCRATCH/none" x || echo none`;
  expect(inBash(["background"], "", steps)).toEqual(printing(status, "none"));
});
