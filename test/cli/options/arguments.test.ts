import { describe, expect, test } from "bun:test";

import { parseArguments, parseLeadingOptions } from "../../../lib/cli/options/arguments.ts";
import { UsageError } from "../../../lib/cli/errors/usage-error.ts";
import { OPTIONS, parse, refusalOf } from "../some-options.ts";
import { unknownOption } from "../../../lib/cli/options/option-errors.ts";

const noValue = (option: string) => `Option "${option}" needs a value`;
const twice = (option: string) => `Option "${option}" was given twice`;

describe("an option that takes a value", () => {
  test.each([
    ["in the next word", ["--from", "10.1.1.1"]],
    ["after an equals sign", ["--from=10.1.1.1"]],
    ["in short", ["-f", "10.1.1.1"]],
    ["in short, after an equals sign", ["-f=10.1.1.1"]],
  ])("takes it %s", (_, argv) => {
    expect(parse(...argv)).toEqual({
      positionals: [],
      values: { from: "10.1.1.1" },
      switches: [],
    });
  });

  test.each([
    "10.10",
    "012345678901",
    "1234567890e1",
    "0x10",
    "1e400",
    "true",
    "false",
    "-",
    "a=b",
    "=",
    "--",
    "-1",
    "--to",
    " ",
    "a\nb",
    "größe",
    "[object Object]",
  ])("takes %j after an equals sign as it is", (value) => {
    expect(parse(`--from=${value}`).values).toEqual({ from: value });
  });

  test.each(["10.10", "012345678901", "0x10", "true", "false", "-", "a=b", " "])(
    "takes %j in the next word as it is",
    (value) => {
      expect(parse("--from", value, "web")).toEqual({
        positionals: ["web"],
        values: { from: value },
        switches: [],
      });
    },
  );

  test.each([
    ["at the end", ["--from"]],
    ["before an option", ["--from", "--quiet"]],
    ["before an option with a value", ["--from", "--to=10.1.1.2"]],
    ["before the end of options", ["--from", "--", "10.1.1.1"]],
    ["after an equals sign", ["--from="]],
    ["in an empty word", ["--from", ""]],
    ["in short", ["-f"]],
  ])("is refused without one %s", (_, argv) => {
    expect(refusalOf(argv).message).toBe(noValue("--from"));
  });

  test.each(["-1", "-10.1.1.1", "--help", "---"])(
    "is refused with %s in the next word, and says how that is written",
    (value) => {
      expect(refusalOf(["--from", value]).message).toBe(
        `Option "--from" needs a value: one that begins with a hyphen is written "--from=${value}"`,
      );
    },
  );

  test.each([
    ["in full", ["--from", "a", "--from", "b"]],
    ["with the same value", ["--from=a", "--from=a"]],
    ["in full and in short", ["--from=a", "web", "-f", "b"]],
  ])("is refused twice, %s", (_, argv) => {
    expect(refusalOf(argv).message).toBe(twice("--from"));
  });
});

describe("a switch", () => {
  test.each([["--dry-run"], ["-n"]])("is on with %s, and leaves the next word alone", (word) => {
    expect(parse(word, "web")).toEqual({
      positionals: ["web"],
      values: {},
      switches: ["dry-run"],
    });
  });

  test.each(["true", "false"])("does not eat the word %s", (word) => {
    expect(parse("--quiet", word)).toEqual({
      positionals: [word],
      values: {},
      switches: ["quiet"],
    });
  });

  test.each(["--quiet=x", "--quiet=true", "--quiet=false", "--quiet=", "-q=x"])(
    "is refused with a value: %s",
    (word) => {
      expect(refusalOf([word])).toMatchObject({
        message: 'Option "--quiet" takes no value',
        tryThis: "--quiet",
      });
    },
  );

  test("is refused twice", () => {
    expect(refusalOf(["--quiet", "-q"]).message).toBe(twice("--quiet"));
  });

  test("that is called no-… is no denial of another", () => {
    expect(parse("--no-install").switches).toEqual(["no-install"]);
  });
});

describe("a word that is no option", () => {
  // Each of the first five is another word to minimist by itself
  test.each([
    "012345678901",
    "1234567890e1",
    "0x10",
    "10.10",
    "1e3",
    ".5",
    "",
    "-",
    " ",
    "true",
    "web",
    "__proto__",
    "a=b",
    "\n",
  ])("%j stays as it is", (word) => {
    expect(parse(word, "--quiet", word)).toEqual({
      positionals: [word, word],
      values: {},
      switches: ["quiet"],
    });
  });

  test("is, after two hyphens, every word", () => {
    expect(parse("--quiet", "--", "--from", "-x", "--", "--quiet", "0x10")).toEqual({
      positionals: ["--from", "-x", "--", "--quiet", "0x10"],
      values: {},
      switches: ["quiet"],
    });
  });

  test.each([
    [0, ["web"], 'Unexpected "web": this command takes only options'],
    [1, ["web", "--quiet", "db"], 'Unexpected "db": this command takes one word, besides options'],
    [2, ["a", "b", "--", "-c"], 'Unexpected "-c": this command takes 2 words, besides options'],
  ])("is refused beyond %d of them", (most, argv, message) => {
    expect(refusalOf(argv, most).message).toBe(message);
  });
});

test("options may be called what minimist and JavaScript have for themselves", () => {
  const names = ["_", "0", "constructor", "__proto__", "toString", "no-from", "a.b"];
  const options = names.map((name) => ({ name, takes: "value" }) as const);
  const argv = names.flatMap((name) => [`--${name}`, `of ${name}`]);
  const { values } = parseArguments(argv, { options, mostPositionals: 0 });
  expect([...values]).toEqual(names.map((name) => [name, `of ${name}`]));
});

describe("leading options", () => {
  test.each([
    ["none", ["docker", "run", "-it", "--rm"], {}, [], ["docker", "run", "-it", "--rm"]],
    ["a switch", ["--quiet", "docker", "--quiet"], {}, ["quiet"], ["docker", "--quiet"]],
    ["a value", ["--from", "a", "docker", "--from"], { from: "a" }, [], ["docker", "--from"]],
    ["a value after an equals sign", ["-f=a", "docker"], { from: "a" }, [], ["docker"]],
    ["two hyphens", ["-q", "--", "-x", "--", "y"], {}, ["quiet"], ["-x", "--", "y"]],
    ["two hyphens later on", ["-q", "sh", "-c", "--", "y"], {}, ["quiet"], ["sh", "-c", "--", "y"]],
    ["nothing at all", [], {}, [], []],
    ["a number", ["-q", "0x10", "1e3"], {}, ["quiet"], ["0x10", "1e3"]],
  ])("end at the first other word, which is left alone with the rest: %s", (_, argv, values, switches, rest) => {
    const parsed = parseLeadingOptions(argv, OPTIONS);
    expect(Object.fromEntries(parsed.values)).toEqual(values);
    expect([...parsed.switches]).toEqual(switches);
    expect(parsed.rest).toEqual(rest);
  });

  test.each([
    ["unknown", ["--form", "a"], unknownOption("--form", OPTIONS).message],
    ["without a value", ["--from"], noValue("--from")],
    ["without a value before two hyphens", ["--from", "--", "a"], noValue("--from")],
    ["given twice", ["-q", "--quiet", "docker"], twice("--quiet")],
  ])("are refused as any others: %s", (_, argv, message) => {
    expect(() => parseLeadingOptions(argv, OPTIONS)).toThrow(new UsageError(message, null));
  });
});
