/**
 * All that the article and our recipes type of `ip` and `brctl` to change something is done here; the real one shows it.
 */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";

import { COMMANDS } from "../../lib/builtins/brctl/brctl-commands.ts";
import { readLine } from "../../lib/builtins/ip/own-line.ts";
import { allUsers } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const TUTORIAL = new URL("../tutorial/", import.meta.url).pathname;
const RECIPES = new URL("../../recipes/", import.meta.url).pathname;

/** The words of each `ip` and `brctl` that is typed on the host, in lines as a transcript has them */
function typed(text: string): string[][] {
  return text.split("\n").flatMap((line) => {
    const [, command = ""] = /^[$+] (?:sudo )?((?:ip|brctl) [^|]*)/.exec(line) ?? [];
    // What only a run can tell stands there as `$pid1`: a name like any other
    return command === "" ? [] : [command.trim().replaceAll("$", "").split(/ +/)];
  });
}

function isOurs([program, ...args]: readonly string[]): boolean {
  if (program === "brctl") return COMMANDS.some(({ name, instead }) => name === args[0] && instead === null);
  return readLine(args) !== null;
}

/** `ip addr`, `ip -br addr show eth0`, the same in a network, and what other programs do in one */
function isReal(line: readonly string[]): boolean {
  return /^ip (?:(?:netns exec \S+ ip )?(?:-br )?(?:addr|route)(?: show \S+)?|netns exec \S+ (?!ip ).*)$/.test(
    line.join(" "),
  );
}

describe("the article's lines", () => {
  const lines = readdirSync(TUTORIAL).flatMap((file) => typed(readFileSync(`${TUTORIAL}${file}`, "utf8")));

  test("are there", () => expect(lines.length).toBeGreaterThan(20));

  test("are ours, but for those that show something", () =>
    expect(lines.filter((line) => !isOurs(line) && !isReal(line))).toEqual([]));
});

test.concurrent.each(readdirSync(RECIPES).map((file) => file.replace(".ts", "")))(
  "the lines of %s are ours, but for those that show something",
  async (recipe) => {
    const [user] = allUsers.slice(-1);
    if (user === undefined) throw new Error("Cannot run wirework: the tests have no user");
    const { status, stdout } = await wirework(user, ["run", recipe, "--dry-run"]);
    expect(status).toBe(0);
    expect(typed(stdout).filter((line) => !isOurs(line) && !isReal(line))).toEqual([]);
  },
);

test("a line of which we know nothing is not", () => {
  expect(["ip monitor", "ip -s link", "brctl showmacs b0"].map((line) => isOurs(line.split(" ")))).toEqual([
    false,
    false,
    false,
  ]);
});
