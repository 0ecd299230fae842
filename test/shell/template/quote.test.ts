import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { insideDouble, insideSingle, quote, quoteArgument } from "../../../lib/shell/template/quote.ts";
import { argvsReadBy } from "../read-by-shell.ts";
import { scalar } from "../templates.ts";

describe("a word that needs no quotes has none", () => {
  test.each(["ip", "10.1.1.1/32", "--net=none", "-b=bridge0", "a_b@c%d+e,f:g", "/var/run/netns", "=", "1=2"])(
    "%s",
    (word) => {
      expect(quote(word)).toBe(word);
    },
  );
});

describe("a word that a shell would act on is quoted", () => {
  test.each([
    ["", "''"],
    ["a b", "'a b'"],
    ["it's", String.raw`'it'\''s'`],
    ["{{.State.Pid}}", "'{{.State.Pid}}'"],
    ["{a,b}", "'{a,b}'"],
    ["~", "'~'"],
    ["a=~", "'a=~'"],
    ["a:~", "'a:~'"],
    ["!", "'!'"],
    ["#", "'#'"],
    ["*", "'*'"],
    ["a?", "'a?'"],
    ["[a]", "'[a]'"],
    ["a\nb", "'a\nb'"],
    ["é", "'é'"],
    ["A=b", "'A=b'"],
    ["A+=b", "'A+=b'"],
    ["a[1]=b", "'a[1]=b'"],
    ["if", "'if'"],
    ["time", "'time'"],
  ])("%j", (word, quoted) => {
    expect(quote(word)).toBe(quoted);
  });
});

test.each(["A=b", "time", "if"])("%j is bare where it does not come first", (word) => {
  expect(quoteArgument(word)).toBe(word);
});

test.each(["bash", "sh"] as const)("%s reads a quoted word as itself, in every kind of quotes", (shell) => {
  fc.assert(
    fc.property(
      fc.array(scalar.map(String), {
        minLength: 1,
        maxLength: 300,
        size: "max",
      }),
      (texts) => {
        const variables = new Map<string, string>();
        const announced = texts.map((text) => ({
          text: `${quote(text)} ${quoteArgument(text)} '${insideSingle(text)}' "${insideDouble(text)}"`,
          variables,
        }));
        expect(argvsReadBy(shell, announced)).toEqual(texts.map((text) => [text, text, text, text]));
      },
    ),
    { numRuns: 4 },
  );
});

test.each(["A=b", "A+=b", "a[1]=b", "if", "{", "}", "[[", "!", "time", "function", "#a", "~", "coproc", "a b", "|"])(
  "bash reads %j, quoted, as the name of a program",
  (word) => {
    const { stdout } = Bun.spawnSync([
      "bash",
      "-c",
      `PATH=/nowhere; command_not_found_handle() { printf '%s' "$1"; }; ${quote(word)}`,
    ]);
    expect(stdout.toString()).toBe(word);
  },
);
