/**
 * What is left of a grammar reads commands as the whole one does.
 */
import { expect, test } from "bun:test";
import fc from "fast-check";

import { IP } from "../../lib/programs/ip/ip.ts";
import { NSENTER } from "../../lib/programs/nsenter.ts";
import { parse, plainWords } from "../../lib/programs/parse.ts";
import { toCommands } from "../../lib/programs/to-commands.ts";

/** Words that lead to a command, and some that don't */
const WORDS = "-all -a -4 -n -b -x -- netns net n vrf exec e rm ip link set A add -help help -c=always".split(" ");

test("whichever words come together", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), (words) => {
      const whole = parse(IP, plainWords(words));
      const part = parse(toCommands(IP), plainWords(words));
      expect(part.command).toEqual(whole.command);
      if (whole.command.length > 0) expect(part.meanings).toEqual(whole.meanings);
    }),
    { numRuns: 5000 },
  );
});

test("nothing is left out of one that ends with a command", () => {
  expect(toCommands(NSENTER)).toEqual(NSENTER);
});

test("there is one part of each grammar", () => {
  expect(toCommands(IP)).toBe(toCommands(IP));
  expect(Object.keys(toCommands(IP).words)).toEqual(Object.keys(IP.words));
});
