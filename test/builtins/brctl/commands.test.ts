import { expect, test } from "bun:test";
import { expectSame } from "./expect-same.ts";
import { run, words } from "./namespaces.ts";

/** The commands that we do not have */
const MISSING = [
  "hairpin",
  "setageing",
  "setbridgeprio",
  "setfd",
  "sethello",
  "setmaxage",
  "setpathcost",
  "setportprio",
  "showmacs",
  "showstp",
];

/** What may stand for the words in capitals */
const FILLED: Readonly<Record<string, string>> = {
  BRIDGE: "b0",
  PORT: "v0",
  CENTISECONDS: "1000",
  PRIORITY: "7",
  COST: "5",
};

test("a command that we do not have is refused with a line of iproute2's that does its work", async () => {
  const asked = await run(
    "ours",
    MISSING.map((name) => ["brctl", name, "b0"]),
  );
  const advice = asked.said.map(({ line: [, name], stderr, ...rest }) => {
    expect(rest).toEqual({ status: 1, stdout: "" });
    const [refusal, instead = ""] = stderr.trimEnd().split(". Try: ");
    expect(refusal).toBe(`Cannot run "brctl ${name}": there are addbr, delbr, addif, delif, show, and stp`);
    return instead.split(" ").map((word) => FILLED[word] ?? word);
  });
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
