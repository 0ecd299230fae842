import { expect, test } from "bun:test";
import { COMMANDS } from "../../../lib/builtins/brctl/brctl-commands.ts";
import { expectSame } from "./expect-same.ts";
import { run, words } from "./namespaces.ts";

/** What may stand for the words in capitals */
const FILLED: Readonly<Record<string, string>> = {
  BRIDGE: "b0",
  PORT: "v0",
  CENTISECONDS: "1000",
  PRIORITY: "7",
  COST: "5",
};

test("commands that we do not have are the real one's", async () => {
  await expectSame(
    [
      "brctl addbr b0",
      "brctl addif b0 v0",
      "brctl setageing b0 10",
      "brctl setbridgeprio b0 7",
      "brctl setfd b0 4",
      "brctl sethello b0 3",
      "brctl setmaxage b0 9",
      "brctl setpathcost b0 v0 5",
      "brctl setportprio b0 v0 6",
      "brctl hairpin b0 v0 on",
      "brctl showmacs b0",
      "brctl showmacs b9",
      "brctl setfd b0",
      "brctl setfd b9 4",
    ].map(words),
  );
});

test("each of them has a line of iproute2's that does its work, for where bridge-utils is not installed", async () => {
  const advice = COMMANDS.flatMap(({ instead }) => instead ?? []).map((instead) =>
    instead.split(" ").map((word) => FILLED[word] ?? word),
  );
  // Throws if one of these fails
  await run("ours", [...["brctl addbr b0", "brctl addif b0 v0"].map(words), ...advice]);
  expect(advice.map(([program]) => program)).toEqual([
    "bridge",
    "ip",
    "ip",
    "ip",
    "ip",
    "ip",
    "bridge",
    "bridge",
    "bridge",
    "ip",
  ]);
});

test("a command that nobody knows is answered with the usage", async () => {
  const lines = [
    "brctl",
    "brctl ''",
    "brctl foo",
    "brctl foo bar",
    "brctl ADDBR b0",
    "brctl add b0",
    "brctl constructor",
  ];
  await expectSame(lines.map(words));
});
