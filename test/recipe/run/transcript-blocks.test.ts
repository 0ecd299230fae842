import { describe, expect, test } from "bun:test";
import { styleText } from "node:util";

import { Transcript } from "../../../lib/recipe/run/transcript.ts";
import { NOTHING } from "../../../lib/shell/outcome.ts";
import { lineOf } from "../../support/terminal/typist.ts";

/** What a transcript writes, a line each */
function written(act: (transcript: Transcript) => void, colours: "colours" | "plain" = "plain"): readonly string[] {
  const lines: string[] = [];
  act(new Transcript((line) => lines.push(line), colours));
  return lines;
}

const LINE = lineOf("ip link");
const CHECK = { claim: 7, name: "n", ran: "echo a", expected: "b", seen: "a", ok: true };

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`).join("\n");

test("a step is a comment after an empty line, a line each", () => {
  expect(written((transcript) => transcript.step(["One", "two\u001b[1m"]))).toEqual(["", "# One", "# two\\x1b[1m"]);
});

test("a line stands at its speaker's prompt, as does a variable, and a typed one at its own", () => {
  const lines = written((transcript) => {
    transcript.announce(LINE);
    transcript.announce({ ...LINE, speaker: "told", text: "a\u0007" });
    transcript.assign("pid", "5", "article");
    transcript.assign("pid", "6\u0007", "told");
    transcript.named();
    transcript.typed("ls\u0007", "out\nmore\n", "root@x:/# ");
    transcript.typed("true", "", "# ");
  });
  expect(lines).toEqual([
    "$ ip link",
    "+ a\\x07",
    "$ pid=5",
    "+ pid=6\\x07",
    "root@x:/# ls\\x07",
    "out",
    "more",
    "# true",
  ]);
});

describe("the mark of commands", () => {
  test("sums up what they took, rounded up, once, before the next step or check, or at the end", () => {
    const lines = written((transcript) => {
      transcript.finished(LINE, { ...NOTHING, ms: 1.2 });
      transcript.finished(LINE, { ...NOTHING, ms: 2 });
      transcript.step(["Two"]);
      transcript.finished(LINE, { ...NOTHING, ms: 5 });
      transcript.checked(CHECK);
      transcript.finished(LINE, { ...NOTHING, ms: 1 });
      transcript.ended();
      transcript.ended();
    });
    expect(lines).toEqual(["✓ 4 ms", "", "# Two", "✓ 5 ms", "", "✓   7  n", "       echo a: a", "✓ 1 ms"]);
  });

  test("tells whether the last one failed, whose errors are told elsewhere", () => {
    const fails = { exitCode: 1, stdout: "out\n", stderr: "err\n", ms: 2 };
    expect(
      written((transcript) => {
        transcript.finished(LINE, fails);
        transcript.ended();
        transcript.finished(LINE, { ...fails, exitCode: 0 });
        transcript.ended();
      }),
    ).toEqual(["out", "✗ 2 ms", "out", "err", "✓ 2 ms"]);
  });

  test("is none of what was not performed", () => {
    expect(
      written((transcript) => {
        transcript.ended();
        transcript.finished(LINE, NOTHING);
        transcript.ended();
      }),
    ).toEqual([]);
  });
});

test("what is printed has no end of blanks, and is nothing where there is nothing", () => {
  const printed = (text: string) => written((transcript) => transcript.printed(text));
  expect([printed("a\n\nb \n\n"), printed(""), printed("\n \n"), printed(" a\u0007")]).toEqual([
    ["a", "", "b"],
    [],
    [],
    [" a\\x07"],
  ]);
});

describe("a check", () => {
  test("has its number, name, and what was seen; one that fails all that was asked and expected, too", () => {
    const lines = written((transcript) => {
      transcript.checked(CHECK);
      transcript.checked({ ...CHECK, claim: 123, name: "m\u0007", ok: false, seen: "x\ny" });
      transcript.wouldCheck({ ...CHECK, claim: 12 });
    });
    expect(lines).toEqual([
      "",
      "✓   7  n",
      "       echo a: a",
      "✗ 123  m\\x07",
      "       ran:      echo a",
      "       expected: b",
      "       saw:      x",
      "         y",
      "?  12  n",
      "       echo a: b",
    ]);
  });

  test.each([
    ["a step", (transcript: Transcript) => transcript.step(["x"])],
    ["a line", (transcript: Transcript) => transcript.announce(LINE)],
    ["a typed line", (transcript: Transcript) => transcript.atPrompt("ls", "# ")],
  ])("stands after an empty line where it follows %s", (_what, before) => {
    const lines = written((transcript) => {
      transcript.checked(CHECK);
      before(transcript);
      transcript.checked(CHECK);
    });
    expect(lines.slice(-3)).toEqual(["", "✓   7  n", "       echo a: a"]);
  });

  test("of 12 lines is shown whole, and of more by the first ten and the last", () => {
    const detail = (count: number, ok: boolean) =>
      written((transcript) => transcript.checked({ ...CHECK, ran: "r", seen: numbered(count), ok })).slice(2);
    expect(detail(12, true)).toHaveLength(12);
    expect(detail(13, true)).toEqual([
      "       r: line 1",
      ...Array.from({ length: 9 }, (_, at) => `         line ${at + 2}`),
      "         … and 2 more, to",
      "         line 13",
    ]);
    expect(detail(40, false)).toHaveLength(42);
    const would = written((transcript) => transcript.wouldCheck({ ...CHECK, expected: numbered(20) }));
    expect(would).toHaveLength(2 + 12);
  });
});

test("on a terminal, comments, output and marks are styled", () => {
  const lines = written((transcript) => {
    transcript.step(["x"]);
    transcript.finished(LINE, { ...NOTHING, stdout: "out\n", ms: 1 });
    transcript.checked(CHECK);
    transcript.checked({ ...CHECK, ok: false });
    transcript.finished(LINE, { ...NOTHING, exitCode: 1, ms: 1 });
    transcript.ended();
  }, "colours");
  const style = (colour: "cyan" | "dim" | "green" | "red", text: string) =>
    styleText(colour, text, { validateStream: false });
  expect(lines).toEqual([
    "",
    style("cyan", "# x"),
    style("dim", "out"),
    style("green", "✓") + style("dim", " 1 ms"),
    "",
    `${style("green", "✓")}   7  n`,
    style("dim", "       echo a: a"),
    `${style("red", "✗")}   7  n`,
    ...["ran:      echo a", "expected: b", "saw:      a"].map((text) => style("dim", `       ${text}`)),
    style("red", "✗") + style("dim", " 1 ms"),
  ]);
});
