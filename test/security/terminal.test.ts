/**
 * Control characters, wherever they come from: none is passed to the terminal, nor to who reads the output.
 */
import { describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { shareOf } from "../support/size.ts";
import { emptyFolder, fileWith } from "../support/recipe-file.ts";
import { someone } from "../support/host/no-namespaces.ts";
import { wirework } from "../support/wirework.ts";
import { expectHarmless } from "./harmless.ts";

/** A window's title, one that a C1 control character begins, a line that is drawn over, a bell, and a line break kept */
const HOSTILE = "\u001b]0;evil\u0007\u009b2J\u009d0;evil\u009c\rover\b\u007f\u0000";

/** That hostile text in a recipe's source */
const TEXT = JSON.stringify(HOSTILE)
  .slice(1, -1)
  .replaceAll(/[\u007f-\u009f]/g, (found) => `\\u00${found.charCodeAt(0).toString(16)}`);

/** The same as an argument, of which a NUL can be no part */
const WORDS = HOSTILE.replace("\u0000", "");
const WORD = TEXT.replace("\\u0000", "");

/** A recipe whose every text is hostile, with such steps; its path, hostile too */
function hostileRecipe(steps: string, definition = ""): string {
  const file = join(emptyFolder(), `link${WORDS}.ts`);
  writeFileSync(
    file,
    `import { containerId, host, ifName, ipv4, pid, recipe } from "wirework";
     export default recipe({
       summary: "sum${TEXT}",
       article: "art${TEXT}",
       builds: ["build${TEXT}"],
       options: { from: ipv4({ default: "10.1.1.1", help: "help${TEXT}" }) },
       permissions: { run: ["ip", "printf", "sh", "ping", "may${WORD}"] },
       ${definition}
       async run({ $, step, check }) { ${steps} },
     });\n`,
  );
  return file;
}

const STEP = `step("step${TEXT}", "second${TEXT}");`;

/** Steps of a recipe, and what becomes of it */
const STEPS: readonly (readonly [what: string, status: number, steps: string])[] = [
  ["a comment", 0, STEP],
  ["a command", 0, `${STEP} await $\`printf %s \${"word${WORD}"}\`;`],
  ["what a command prints", 0, `${STEP} await $\`sh -c \${"printf %b 'out${WORD.replaceAll("\\", "\\\\")}'"}\`;`],
  ["what a command complains of", 1, `${STEP} await $\`sh -c \${"printf '%s' 'err${WORD}' >&2; exit 3"}\`;`],
  ["the name of a check", 0, `await check(1, "name${TEXT}").ping(host, "127.0.0.1");`],
  [
    "what a check expects",
    1,
    `await check(1, "name${TEXT}").shows($\`printf %s \${"saw${WORD}"}\`, "expected${TEXT}");`,
  ],
  ["what a check sees", 0, `await check(1).shows($\`printf %s \${"saw${WORD}"}\`, "saw");`],
  ["the target of a check", 1, `await check(1).ping(host, "target${TEXT}");`],
  ["a program that may not run", 4, `await $\`\${"no${WORD}"} x\`;`],
  ["a program that is not there", 1, `await $\`\${"may${WORD}"} x\`;`],
  ["a value that is none", 1, `await $.as("value", pid("1"))\`printf %s \${"value${WORD}"}\`;`],
  ["a name of a value", 1, `await $.let("name${TEXT}", pid("1"))\`printf 1\`;`],
  ["an error of the recipe's own", 1, `throw new Error("error${TEXT}");`],
  ["an error that is none", 1, `throw "text${TEXT}";`],
  ["an error in the background", 1, `setTimeout(() => { throw new Error("late${TEXT}"); }, 1); await Bun.sleep(1000);`],
];

/** What its own code prints goes past us where that is a part of this process, as in a dry run */
const COMPLAINT: (typeof STEPS)[number] = ["what the recipe complains of", 0, `console.error("error${TEXT}");`];

describe("in a run", () => {
  describe.each(
    shareOf(
      "hostile runs",
      [
        ["a transcript", []],
        ["nothing but errors", ["--quiet"]],
        ["a document", ["--json"]],
      ],
      { quick: 0.34, full: 1 },
    ),
  )("that prints %s", (_, options) => {
    test.concurrent.each([...STEPS, COMPLAINT])("%s", async (_what, status, steps) => {
      const ended = await wirework(someone, ["run", hostileRecipe(steps), ...options]);
      expect(ended.status).toBe(status);
      expectHarmless(ended);
      if (options.includes("--json")) JSON.parse(ended.stdout);
    });
  });

  test.concurrent.each(STEPS)("that is dry: %s", async (_what, _status, steps) => {
    expectHarmless(await wirework(someone, ["run", hostileRecipe(steps), "--dry-run"]));
  });
});

/** Command lines, of which FILE is a hostile recipe */
const LINES: readonly (readonly [what: string, status: number, line: readonly string[]])[] = [
  ["all about a recipe", 0, ["show", "FILE"]],
  ["help on a recipe", 0, ["run", "FILE", "--help"]],
  ["a command that there is not", 2, [WORDS]],
  ["help on such a command", 2, ["help", WORDS]],
  ["a recipe that there is not", 2, ["run", WORDS]],
  ["a recipe's file that there is not", 2, ["show", `./${WORDS}.ts`]],
  ["an option that there is not", 2, ["run", "FILE", `--${WORDS}`]],
  ["a value that cannot be used", 2, ["run", "FILE", "--from", WORDS]],
  ["a word too many", 2, ["run", "FILE", WORDS]],
  ["a host that there is not", 2, ["run", "FILE", "--on", WORDS]],
  ["an image's file that there is not", 2, ["run", "FILE", "--on=docker", "--load", WORDS]],
  ["a lab that there is not", 2, ["down", WORDS]],
  ["a lab to enter that there is not", 2, ["exec", WORDS, "--", "true"]],
  ["a lab to show that there is not", 2, ["shell", WORDS]],
  ["a lab's name that cannot be used", 2, ["up", "FILE", "--name", WORDS]],
  ["a builtin that there is not", 2, ["builtin", WORDS]],
];

describe("in what is said of", () => {
  describe.each([
    ["as text", []],
    ["as a document", ["--json"]],
  ])("%s", (_, options) => {
    test.concurrent.each(LINES)("%s", async (_what, status, line) => {
      const file = hostileRecipe(STEP);
      const typed = line.map((word) => (word === "FILE" ? file : word));
      const ended = await wirework(someone, [...typed, ...options]);
      expect(ended.status).toBe(status);
      expectHarmless(ended);
    });
  });

  test.concurrent.each([
    ["throws", `throw new Error("error${TEXT}");`],
    ["throws what is no error", `throw "text${TEXT}";`],
    ["imports what is not there", `import "./not${WORD}.ts";`],
    ["is no program", `const "${HOSTILE}`],
  ])("a recipe's file that %s", async (_, text) => {
    const ended = await wirework(someone, ["run", fileWith(text)]);
    expect(ended.status).toBe(2);
    expectHarmless(ended);
  });

  test("a kernel module, which is no reason to ask anybody", async () => {
    const modules = `permissions: { run: [], modules: ["br_netfilter${TEXT}"] },`;
    const ended = await wirework(someone, ["run", hostileRecipe("", modules)]);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toStartWith("wirework: Cannot ask for the kernel module ");
    expectHarmless(ended);
  });
});
