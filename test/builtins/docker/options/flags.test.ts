import { describe, expect, expectTypeOf, test } from "bun:test";
import fc from "fast-check";

import { parseFlags, parseMixedFlags } from "../../../../lib/builtins/docker/options/flags.ts";
import { FlagError } from "../../../../lib/programs/docker/options/flag-value.ts";

const TABLE = [
  { long: "interactive", short: "i", kind: "switch", means: "" },
  { long: "tty", short: "t", kind: "switch", means: "" },
  { long: "rm", kind: "switch", means: "" },
  { long: "publish-all", short: "P", kind: "switch", means: "" },
  { long: "hostname", short: "h", kind: "string", means: "" },
  { long: "name", kind: "string", means: "" },
  { long: "net", kind: "string", means: "" },
  { long: "network", kind: "string", means: "", sameAs: "net" },
  { long: "link", kind: "list", means: "" },
  { long: "time", short: "T", kind: "integer", means: "" },
  { long: "icc", kind: "switch", means: "", initial: true },
] as const;

const UNSET = {
  interactive: false,
  tty: false,
  rm: false,
  "publish-all": false,
  hostname: null,
  name: null,
  net: null,
  link: [],
  time: null,
  icc: true,
} as const;

const line = (text: string) => text.split(" ").filter((word) => word !== "");

describe("parseFlags()", () => {
  test.each<[string, object, string]>([
    ["base", {}, "base"],
    ["-it base", { interactive: true, tty: true }, "base"],
    ["-i -t base -x --foo", { interactive: true, tty: true }, "base -x --foo"],
    ["-h web base", { hostname: "web" }, "base"],
    ["-hweb base", { hostname: "web" }, "base"],
    ["-h=web base", { hostname: "web" }, "base"],
    ["-ith web base", { interactive: true, tty: true, hostname: "web" }, "base"],
    ["-ithweb base", { interactive: true, tty: true, hostname: "web" }, "base"],
    ["-h= base", { hostname: "=" }, "base"],
    ["-h -- base", { hostname: "--" }, "base"],
    ["--name web base", { name: "web" }, "base"],
    ["--name=web=1 base", { name: "web=1" }, "base"],
    ["--name= base", { name: "" }, "base"],
    ["--name a --name b base", { name: "b" }, "base"],
    ["--net=none base", { net: "none" }, "base"],
    ["--network=none base", { net: "none" }, "base"],
    ["--rm base", { rm: true }, "base"],
    ["--rm=false base", { rm: false }, "base"],
    ["--rm false", { rm: true }, "false"],
    ["-P=true base", { "publish-all": true }, "base"],
    ["-it=false base", { interactive: true, tty: false }, "base"],
    ["--icc=0 base", { icc: false }, "base"],
    ["--link a:b --link c base", { link: ["a:b", "c"] }, "base"],
    ["--time 10 base", { time: 10 }, "base"],
    ["-T-1 base", { time: -1 }, "base"],
    ["--rm -- -x base", { rm: true }, "-x base"],
    ["--rm - base", { rm: true }, "- base"],
  ])("reads %j", (text, given, rest) => {
    expect<object>(parseFlags(line(text), TABLE)).toEqual({
      flags: { ...UNSET, ...given },
      rest: line(rest),
    });
  });

  // Each printed by Docker 20.10.24's own client for the same words
  test.each([
    ["--foo base", "unknown flag: --foo"],
    ["--foo=1 base", "unknown flag: --foo"],
    ["-xyz base", "unknown shorthand flag: 'x' in -xyz"],
    ["-itx base", "unknown shorthand flag: 'x' in -x"],
    ["-=x base", "unknown shorthand flag: '=' in -=x"],
    ["-i= base", "unknown shorthand flag: '=' in -="],
    ["--name", "flag needs an argument: --name"],
    ["-it -h", "flag needs an argument: 'h' in -h"],
    ["-ith", "flag needs an argument: 'h' in -h"],
    ["--=x base", "bad flag syntax: --=x"],
    ["---x base", "bad flag syntax: ---x"],
    ["--rm=maybe base", 'invalid argument "maybe" for "--rm" flag: strconv.ParseBool: parsing "maybe": invalid syntax'],
    [
      "-P=maybe base",
      'invalid argument "maybe" for "-P, --publish-all" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    [
      "--time abc base",
      'invalid argument "abc" for "-T, --time" flag: strconv.ParseInt: parsing "abc": invalid syntax',
    ],
    ["--time= base", 'invalid argument "" for "-T, --time" flag: strconv.ParseInt: parsing "": invalid syntax'],
    ["--__proto__ base", "unknown flag: --__proto__"],
    // The first fault counts, whatever its kind
    ["--foo --rm=maybe --name", "unknown flag: --foo"],
    [
      "--rm=maybe --foo base",
      'invalid argument "maybe" for "--rm" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    ["--rm=$x base", 'invalid argument "$x" for "--rm" flag: strconv.ParseBool: parsing "$x": invalid syntax'],
    ["-rm base", "unknown shorthand flag: 'r' in -rm"],
  ])("refuses %j: %s", (text, message) => {
    expect(() => parseFlags(line(text), TABLE)).toThrow(new FlagError(message));
  });

  test("gives a refusal Docker's exit status", () => {
    expect(new FlagError("").exitCode).toBe(125);
  });

  test("gives each flag the type that its row says", () => {
    const { flags } = parseFlags([], TABLE);
    expectTypeOf(flags.interactive).toEqualTypeOf<boolean>();
    expectTypeOf(flags.name).toEqualTypeOf<string | null>();
    expectTypeOf(flags.time).toEqualTypeOf<number | null>();
    expectTypeOf(flags.link).toEqualTypeOf<readonly string[]>();
    // @ts-expect-error a spelling is not a flag of its own
    expect(flags.network).toBeUndefined();
  });

  test("keeps any value that is written with an equals sign or as a word of its own, and all words after the first", () => {
    const values = fc.array(fc.tuple(fc.boolean(), fc.string()));
    fc.assert(
      fc.property(values, fc.array(fc.string()), (links, command) => {
        const words = links.flatMap(([attached, value]) => (attached ? [`--link=${value}`] : ["--link", value]));
        const { flags, rest } = parseFlags([...words, "base", ...command], TABLE);
        expect(flags.link).toEqual(links.map(([, value]) => value));
        expect(rest).toEqual(["base", ...command]);
      }),
    );
  });
});

describe("parseMixedFlags()", () => {
  test.each<[string, object, string]>([
    ["web --time 3 db", { time: 3 }, "web db"],
    ["web db -it", { interactive: true, tty: true }, "web db"],
    ["web -i -- -t db", { interactive: true }, "web -t db"],
    ["-- -t", {}, "-t"],
    ["", {}, ""],
  ])("reads %j", (text, given, rest) => {
    expect<object>(parseMixedFlags(line(text), TABLE)).toEqual({
      flags: { ...UNSET, ...given },
      rest: line(rest),
    });
  });

  test("refuses an unknown flag behind the words", () => {
    expect(() => parseMixedFlags(["web", "--foo"], TABLE)).toThrow("unknown flag: --foo");
  });
});
