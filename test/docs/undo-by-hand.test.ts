/**
 * What a recipe's page says that undoes it by hand, typed on its host: afterwards that is as it was before the recipe.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { recipeNames } from "../../lib/recipe/load.ts";
import type { RunReport } from "../../lib/recipe/run/report.ts";
import { readRecipe } from "../../scripts/docs.d/shown.ts";
import { fileWith } from "../support/recipe-file.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const PROJECT = join(import.meta.dir, "../..");

/**
 * All that the recipes change, but for rules that Docker keeps for a bridge: the page tells of these. Whether a bridge is
 * switched off or has nothing on it is seen in its flags; that the kernel notices a cable's end takes its time. In /run/mount
 * umount(8) keeps a book of its own.
 */
const LOOK = String.raw`{ ip -br link | sed 's/ .*<\|NO-CARRIER,\|,LOWER_UP\|@.*/ /g'; ip -br -4 addr | sed 's/ \(UP\|DOWN\|UNKNOWN\) / /'
ip route | sed 's/ linkdown//'; brctl show | cut -f1; ls -I mount /run; cat /etc/default/docker; docker ps -a -q
{ iptables -S; iptables -t nat -S; } | grep -v -e bridge0 -e 192.168.5 -e 192.168.1; } | tr -s ' '`;

/** The newest container: what the page calls ID, and the one whose shell is to be left */
const NEWEST = "$(docker ps -a -q | head -n 1)";

function contentOf(file: string): string {
  return readFileSync(join(PROJECT, file), "utf8");
}

/** The recipe until its containers end: with them their networks go by themselves */
function untilTheEnd(text: string): string {
  return text.replace(/\n\n {4}step\("(?:Exit the shell|The first one stops)[^]*?(?=\n {2}\},\n\}\);)/, "");
}

/** The lines of the page, with a container's end for what is to be done in its shell */
function undoLinesOf(page: string): readonly string[] {
  const [, block = ""] = /## How to undo it by hand\n[^]*?```sh\n([^]*?)```/.exec(page) ?? [];
  return (
    block
      .trimEnd()
      .split("\n")
      .map((line) => line.replace(/^# leave its shell.*/, `docker rm -f ${NEWEST}`).replace(/(?<= rm -f )ID$/, NEWEST))
      // On a new host there was none
      .map((line) => line.replace(/^# write back what `cat (\S+)` printed before, or delete the file$/, "rm $1"))
      .filter((line) => !line.startsWith("#"))
  );
}

/** The same, with this host's process ids for the article's: processes have their ids in the order of their start */
function withOwnIds(lines: readonly string[]): readonly string[] {
  const ids = lines.flatMap((line) => /netns\/(\d+)$/.exec(line)?.slice(1) ?? []).toSorted();
  const places = [...(lines.some((line) => line.includes("$pid")) ? ["2778"] : []), ...ids];
  const placed = lines.map((line) =>
    line.replace(/\b\d{4}\b/g, (word) => (places.includes(word) ? `$${places.indexOf(word) + 1}` : word)),
  );
  // The host's own sudo would start a program each time
  const begin = 'set -e; sudo() { "$@"; }; set -- $(ls /var/run/netns 2>/dev/null | grep "^[0-9]" | sort -n); pid=$1';
  return [begin, ...placed];
}

/** A recipe that runs another one, and looks at its host before, after, and after it is undone */
async function undoneRecipe(name: string): Promise<string> {
  const inner = fileWith(untilTheEnd(contentOf(`recipes/${name}.ts`)), `${name}.ts`);
  const { values } = await readRecipe(inner);
  const undo = withOwnIds(undoLinesOf(contentOf(`docs/recipes/${name}.md`)));
  const outer = join(dirname(inner), "undone.ts");
  writeFileSync(
    outer,
    `import { recipe } from "wirework";
import inner from "./${name}.ts";
const { run, modules } = inner.permissions;
export default recipe({ summary: "A test's", options: {}, permissions: { run: [...run, "bash"], modules },
async run(tools) {
  const bash = async (script: string) => void (await tools.$\`bash -c \${script}\`);
  tools.step("before"); await bash(${JSON.stringify(LOOK)});
  await inner.run(tools, ${JSON.stringify(values)});
  tools.step("built"); await bash(${JSON.stringify(LOOK)});
  tools.step("undo"); await bash(${JSON.stringify(undo.join("\n"))});
  tools.step("undone"); await bash(${JSON.stringify(LOOK)});
}});
`,
  );
  return outer;
}

describe.each(users)("as $name", (user) => {
  test.concurrent.each(recipeNames())("%s", async (name) => {
    const { stdout } = await wirework(user, ["run", await undoneRecipe(name), "--json"]);
    const { steps, error } = JSON.parse(stdout) as RunReport; // our own, of schema 1
    expect(error).toBeUndefined();
    const [before, built, undone] = ["before", "built", "undone"].map((look) =>
      steps.filter(({ comment }) => comment === look).map(({ commands: [command] }) => command?.stdout),
    );
    expect(before).toHaveLength(1);
    expect(built).not.toEqual(before);
    expect(undone).toEqual(before);
  });
});

test("the page says which rules no line of it undoes", () => {
  const says = (name: string) => contentOf(`docs/recipes/${name}.md`).includes("rules for the bridge stay");
  expect(recipeNames().filter(says)).toEqual(["custom-bridge", "customise-docker0"]);
});
