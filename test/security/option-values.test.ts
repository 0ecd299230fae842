/**
 * Values of options that mean no good: they are refused, or mean themselves.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { recipeNames, loadRecipe } from "../../lib/recipe/load.ts";
import type { RunReport } from "../../lib/recipe/run/report.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { argvsReadBy } from "../shell/read-by-shell.ts";
import { someone } from "../support/host/no-namespaces.ts";
import { fileWith } from "../support/recipe-file.ts";
import { wirework } from "../support/wirework.ts";

/** What shells, programs and terminals act on, alone and around what could be a value */
const PARTS = [
  "$ ` ; & | > < ( ) { } [ ] * ? ~ # ! ' \" \\ - -- = % @ : / . .. ^",
  "$(id) `id` ${HOME} ;id --privileged -v=/:/mnt 10.1.1.1 10.1.1.1/24 base web 80 eth0 ../../etc",
]
  .flatMap((parts) => parts.split(" "))
  .concat([" ", "\t", "\n", "\r", "\0", "\u001b[2J", "\u009b2J", "\u00a0", "\u202e", "\ud800", "é"]);

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[!-~]{1,15}$/),
);

const options = await Promise.all(
  recipeNames().map(async (name) => {
    const { recipe } = await loadRecipe(name);
    return Object.entries(recipe.options).map(([option, { type }]) => ({ recipe: name, option, parse: type.parse }));
  }),
);

describe.each(options.flat())("of $recipe --$option", ({ parse }) => {
  test("a value is refused, or is visible, and no option, path or list of words", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const accepted = attempt(() => parse(text));
        if (accepted instanceof BadValue) return;
        expect(text).toMatch(/^[!-~]+$/);
        expect(text).not.toMatch(/^-|\.\.\//);
        expect(`${accepted}`).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});

function attempt<T>(action: () => T): T | BadValue {
  try {
    return action();
  } catch (error) {
    if (error instanceof BadValue) return error;
    throw error;
  }
}

/** Names that the kernel takes for an interface, and that would be more than a name to a shell */
const NAMES = [
  "$(id)",
  "`id`",
  ";id",
  "&id",
  "|id",
  ">id",
  "*",
  "~",
  "#a",
  "!a",
  "a'b",
  'a"b',
  "a\\b",
  "{a,b}",
  "$HOME",
];

/** Does with an interface's name all that a recipe can do with a value */
const RECIPE = fileWith(
  `import { ifName, recipe } from "wirework";
   import { readdirSync, readFileSync } from "node:fs";
   export default recipe({
     summary: "Use a name",
     options: { bridge: ifName({ default: "bridge0", help: "name" }) },
     permissions: { run: ["brctl", "docker", "ip", "echo", "grep"] },
     async run({ $, step, check }, { bridge }) {
       step(\`With \${bridge}\`);
       const before = readdirSync("/").join();
       await $\`sudo brctl addbr \${bridge}\`;
       await $\`sudo ip link set dev \${bridge} up\`;
       await $\`echo \${bridge} '\${bridge}' "\${bridge}" x\${bridge}\`;
       await $.write(\`/tmp/\${bridge}\`)\`echo \${bridge}\`;
       await $.pipe($\`ip -br link show \${bridge}\`, $\`grep -F \${bridge}\`);
       await $\`docker run --rm --hostname web base echo \${bridge}\`;
       await $\`docker run --rm --env A=\${bridge} base sh -c ': "$A"'\`;
       const shell = await $.terminal("63f36fc01b5f")\`docker run -i -t base bash\`;
       if (!(await shell.type\`echo \${bridge}\`).includes(bridge)) throw new Error("typed, it is another one");
       await check(1).shows($\`ip -br link show \${bridge}\`, bridge);
       if (readFileSync(\`/tmp/\${bridge}\`, "utf8") !== \`\${bridge}\\n\`) throw new Error("written, it is another one");
       if (readdirSync("/").join() !== before) throw new Error("it was obeyed");
     },
   });`,
);

describe("a name that would be more to a shell", () => {
  test.concurrent.each(NAMES)("is itself to every command: %s", async (name) => {
    const { status, stdout, stderr } = await wirework(someone, ["run", RECIPE, "--bridge", name, "--json"]);
    const { steps, error } = JSON.parse(stdout) as RunReport;
    expect({ status, error, stderr }).toEqual({ status: 0, error: undefined, stderr: "" });
    const commands = steps
      .flatMap((step) => step.commands)
      .filter(({ argv }) => argv.length > 0 && !argv.includes("|"));
    const read = commands.map(({ text }) => ({
      text: text.replace(/ > .*/, ""),
      variables: new Map<string, string>(),
    }));
    expect(argvsReadBy("bash", read)).toEqual(commands.map(({ argv }) => [...argv]));
    const [echoed] = commands.filter(({ argv }) => argv[0] === "echo");
    expect(echoed?.stdout).toBe(`${name} ${name} ${name} x${name}\n`);
  });

  test.concurrent.each(NAMES)("is refused where a file of a shell's would hold it: %s", async (bridge) => {
    const { status, stdout, stderr } = await wirework(someone, ["run", "custom-bridge", "--bridge", bridge]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("the shell that reads /etc/default/docker gives it another meaning");
  });
});
