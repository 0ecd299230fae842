/**
 * All that the article and our recipes type of `ip` and `brctl` to change something is done here; who shows something says so.
 */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";

import { COMMANDS } from "../../lib/builtins/brctl/commands.ts";
import { readExec } from "../../lib/builtins/ip/netns/exec.ts";
import { readLine } from "../../lib/builtins/ip/read-line.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import { allUsers } from "../support/users.ts";
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

/** A program other than `ip` is run in a network without `ip`, too */
function isOurs([program, ...args]: readonly string[]): boolean {
  if (program === "brctl") return COMMANDS.some(({ name, action }) => name === args[0] && "run" in action);
  return readLine(args) !== null || readExec(args) !== null;
}

/** `ip addr`, `ip -br addr show eth0`, and the same in a network */
function shows(line: readonly string[]): boolean {
  return /^ip (?:netns exec \S+ ip )?(?:-br )?(?:addr|route)(?: show \S+)?$/.test(line.join(" "));
}

describe("the article's lines", () => {
  const lines = readdirSync(TUTORIAL).flatMap((file) => typed(readFileSync(`${TUTORIAL}${file}`, "utf8")));

  test("are there", () => expect(lines.length).toBeGreaterThan(20));

  test("are ours, but for those that show something", () =>
    expect(lines.filter((line) => !isOurs(line) && !shows(line))).toEqual([]));
});

test.concurrent.each(readdirSync(RECIPES).map((file) => file.replace(".ts", "")))(
  "the lines of %s are ours, or it says that it needs the real one",
  async (recipe) => {
    const [user] = allUsers.slice(-1);
    if (user === undefined) throw new Error("Cannot run wirework: the tests have no user");
    const { status, stdout } = await wirework(user, ["run", recipe, "--dry-run"]);
    expect(status).toBe(0);
    const others = typed(stdout).filter((line) => !isOurs(line));
    expect(others.filter((line) => !shows(line))).toEqual([]);
    const { permissions } = (await loadRecipe(recipe)).recipe;
    if (others.length > 0) expect(permissions.installed).toContain("ip");
  },
);

test("a line of which we know nothing is not", () => {
  expect(["ip monitor", "ip -s link", "brctl showmacs b0"].map((line) => isOurs(line.split(" ")))).toEqual([
    false,
    false,
    false,
  ]);
});
