/**
 * A statement of the article, as a script says that it holds, or doesn't.
 */
import { describe, expect, test } from "bun:test";

import { bashText } from "../../../../lib/script/functions.ts";
import { inBash, printing } from "../in-bash.ts";

const seeing = (seen: string, status: number) =>
  `look() { SEEN=$'${seen}'; [[ $* == 'a  b c' ]] || return 9; return ${status}; }`;
const AFTER = 'echo "$HELD"';

describe("a statement that holds", () => {
  test.each([
    ["one", ["ok        7  it is", "             one"]],
    ["one\\ntwo\\nthree", ["ok        7  it is", "             one; two; three"]],
    ["", ["ok        7  it is", "             "]],
  ])("is said with what is seen, %j", (seen, lines) => {
    expect(inBash(["check"], seeing(seen, 0), `check 7 'it is' look 'a  b' c; ${AFTER}`)).toEqual(
      printing(...lines, "1"),
    );
  });

  test("is counted", () => {
    const steps = `check 7 'it is' true >/dev/null; check 122 'it is' true; ${AFTER}; ${bashText("held")}`;
    expect(inBash(["check"], "", steps)).toEqual({
      ...printing("ok      122  it is", "             ", "2"),
      stderr: "test: 2 checks passed\n",
    });
  });
});

describe("a statement that doesn't hold", () => {
  test.each([
    ["one\\ntwo", "one\ntwo"],
    ["", "nothing"],
  ])("ends the script, with what is seen, %j", (seen, said) => {
    expect(inBash(["check"], seeing(seen, 3), `check 7 'it is' look 'a  b' c; ${AFTER}`)).toEqual({
      status: 1,
      stdout: "not ok    7  it is\n",
      stderr: `test: check of statement 7 failed (it is): saw ${said}\n`,
    });
  });
});

test("nothing is looked at once a signal has come", () => {
  expect(inBash(["check"], "look() { echo looked; }", "stop 143; check 7 'it is' look")).toEqual({
    status: 143,
    stdout: "",
    stderr: "",
  });
});
