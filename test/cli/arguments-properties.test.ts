import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { parseLeadingOptions } from "../../lib/cli/options/arguments.ts";
import { UsageError } from "../../lib/cli/errors/usage-error.ts";
import { OPTIONS, parse } from "./some-options.ts";

describe("for any words", () => {
  const flags = OPTIONS.flatMap(({ name, alias }) => [
    `--${name}`,
    `--${name}=`,
    `--${name}=x`,
    `-${alias}`,
    `--no-${name}`,
  ]);
  const word = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(...flags, "--", "-", "", "true", "false", "0x10", "-1", "--__proto__", "--constructor.a=b"),
    fc.stringMatching(/^--?[a-z.=\n-]{0,6}$/),
  );

  test("there is a result or a UsageError, and every word of the result is one that was typed", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        const result = attempt(() => parse(...argv));
        if (result instanceof UsageError) return;
        expect(isSubsequence(result.positionals, argv)).toBe(true);
        for (const value of Object.values(result.values))
          expect(argv.some((typed) => typed.endsWith(value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("the words after the leading options are the very end of what was typed", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        const result = attempt(() => parseLeadingOptions(argv, OPTIONS));
        if (result instanceof UsageError) return;
        expect(result.rest).toEqual(result.rest.length === 0 ? [] : argv.slice(-result.rest.length));
      }),
      { numRuns: 2000 },
    );
  });
});

test("what is put together from options and words in any order is read back as it was", () => {
  const plain = fc.string({ unit: "binary" }).filter((text) => !text.startsWith("-"));
  const part = fc.oneof(
    plain.map((text) => ({ argv: [text], positional: text })),
    fc.constant({ argv: ["-"], positional: "-" }),
  );
  const value = plain.filter((text) => text !== "");
  const from = fc.oneof(
    value.map((text) => ({ argv: ["--from", text], from: text })),
    fc.string({ unit: "binary", minLength: 1 }).map((text) => ({ argv: [`--from=${text}`], from: text })),
    value.map((text) => ({ argv: ["-f", text], from: text })),
  );
  fc.assert(
    fc.property(
      fc.array(part),
      from,
      fc.array(part),
      fc.array(fc.string({ unit: "binary" })),
      (before, option, between, after) => {
        const argv = [...before, option, ...between].flatMap((piece) => piece.argv);
        expect(parse(...argv, "--quiet", "--", ...after)).toEqual({
          positionals: [...[...before, ...between].map(({ positional }) => positional), ...after],
          values: { from: option.from },
          switches: ["quiet"],
        });
      },
    ),
  );
});

function attempt<T>(action: () => T): T | UsageError {
  try {
    return action();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function isSubsequence(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at++;
  return at === words.length;
}
