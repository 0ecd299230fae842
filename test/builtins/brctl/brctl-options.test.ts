import { test } from "bun:test";
import fc from "fast-check";
import { expectSame } from "./expect-same.ts";
import { type Line, words } from "./namespaces.ts";

test("options are read as getopt_long(3) reads them", async () => {
  const WORDS =
    "-h -V --help --version --he --v --h=1 --version= --help=a=b --vers=1 --foo --foo=1 -x -xV -Vx -hx --= --=x - -- show foo nope";
  const line = fc.array(fc.constantFrom(...words(WORDS)), { maxLength: 4 }).map((args): Line => ["brctl", ...args]);
  const lines = fc.array(line, { minLength: 100, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(lines, (some) => expectSame(some)),
    { numRuns: 3 },
  );
}, 300_000);
