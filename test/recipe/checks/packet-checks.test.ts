import { describe, expect, test } from "bun:test";
import { BYTES } from "../../support/messages.ts";

import { ATTEMPT_MILLISECONDS, countLine } from "../../../lib/recipe/checks/packets.ts";
import { Pending } from "../../../lib/shell/pending.ts";
import { parseSocketName } from "../../../lib/values/name/socket-name.ts";
import { printing } from "../told.ts";
import { lineOf } from "../../support/terminal/typist.ts";
import { Answers, ONE, TWO } from "./answers.ts";
import { type Case, checking, expectCase, reported } from "./checking.ts";

const NAME = parseSocketName("@x");

const CASES: readonly Case[] = [
  [
    "ping",
    ({ ping }) => ping(ONE, TWO),
    { yes: true, seen: "64 bytes" },
    [
      ["ping", ONE, TWO, ATTEMPT_MILLISECONDS],
      ["assertOther", ONE, TWO],
    ],
    reported("ping two from one", "an answer", "64 bytes", true),
  ],
  [
    "noPing, unanswered",
    ({ noPing }) => noPing(ONE, TWO),
    { yes: false, seen: "no answer" },
    [
      ["assertAlive", TWO],
      ["ping", ONE, TWO, 500],
    ],
    reported("ping two from one", "no answer", "no answer", true),
  ],
  [
    "noPing of an address, which can't be shown to be there",
    ({ noPing }) => noPing(ONE, "10.1.1.1"),
    { yes: true, seen: "no answer" },
    [["ping", ONE, "10.1.1.1", 500]],
    reported("ping 10.1.1.1 from one", "no answer", "no answer", false),
  ],
  [
    "noPing, for a reason that ping tells",
    ({ noPing }) => noPing(ONE, TWO, "filtered"),
    { yes: false, seen: "Packet filtered" },
    [["ping", ONE, TWO, 500]],
    reported("ping two from one", "filtered", "Packet filtered", true),
  ],
  [
    "noPing, for another reason",
    ({ noPing }) => noPing(ONE, TWO, "filtered"),
    { yes: false, seen: "no answer" },
    [["ping", ONE, TWO, 500]],
    reported("ping two from one", "filtered", "no answer", false),
  ],
  [
    "unix",
    ({ unix }) => unix(ONE, TWO, NAME),
    { yes: true, seen: "bytes" },
    [["exchangeUnix", ONE, TWO, NAME]],
    reported("connect to @x of two from one", BYTES, "bytes", true),
  ],
  [
    "noUnix",
    ({ noUnix }) => noUnix(ONE, TWO, NAME),
    { yes: false, seen: "ECONNREFUSED" },
    [
      ["assertServesUnix", TWO, NAME],
      ["exchangeUnix", ONE, TWO, NAME],
    ],
    reported("connect to @x of two from one", "ECONNREFUSED", "ECONNREFUSED", true),
  ],
  [
    "noUnix, connected, or refused otherwise",
    ({ noUnix }) => noUnix(ONE, TWO, NAME),
    { yes: true, seen: "ECONNREFUSED" },
    [
      ["assertServesUnix", TWO, NAME],
      ["exchangeUnix", ONE, TWO, NAME],
    ],
    reported("connect to @x of two from one", "ECONNREFUSED", "ECONNREFUSED", false),
  ],
];

for (const one of CASES) test(one[0], () => expectCase(one));

test("a ping that is not answered is tried again", async () => {
  const answers = new Answers(false, "no answer", 2);
  const made = await checking(answers, ({ ping }) => ping(ONE, TWO), { patience: 60_000 });
  expect(made.error).toBeNull();
  expect(made.asked.map(([what]) => what)).toEqual(["ping", "ping", "assertOther"]);
});

describe("a counter", () => {
  /** Prints one number after the other */
  const counting = (...numbers: readonly number[]) => {
    const left = [...numbers];
    const runs = { run: async () => printing(""), runQuietly: async () => printing(`${left.shift() ?? ""}\n`) };
    const taken: Pending[] = [];
    return { counter: new Pending(lineOf("cat x"), runs, (pending) => taken.push(pending)), taken };
  };
  const RAN = countLine(ONE, TWO, "cat x");

  test.each([
    ["counted", [5, 15], "ten more", "5, then 15"],
    ["counted", [5, 16], "ten more", "5, then 16"],
    ["counted", [5, 14, 20, 30], "ten more", "20, then 30"],
    ["uncounted", [5, 5], "no packet more", "5, then 5"],
    ["uncounted", [5, 6, 7, 7], "no packet more", "7, then 7"],
    ["uncounted", [6, 5, 7, 7], "no packet more", "7, then 7"],
  ] as const)("is %s by %j", async (kind, numbers, expected, seen) => {
    const { counter, taken } = counting(...numbers);
    const made = await checking(new Answers(true, ""), (checks) => checks[kind](ONE, TWO, counter));
    expect(made.reported).toEqual(reported(RAN, expected, seen, true));
    expect(made.asked).toEqual([...numbers].slice(numbers.length / 2).map(() => ["pingTenTimes", ONE, TWO]));
    expect(taken[0]).toBe(counter);
  });

  test("is taken in a dry run, too, in which nothing is asked", async () => {
    const { counter, taken } = counting();
    const made = await checking(new Answers(true, ""), ({ counted }) => counted(ONE, TWO, counter), { knows: false });
    expect(made.asked).toEqual([]);
    expect(made.reported).toEqual({ claim: 7, name: "n", ran: RAN, expected: "ten more" });
    expect(taken).toEqual([counter]);
  });
});
