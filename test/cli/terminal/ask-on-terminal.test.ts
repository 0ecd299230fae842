import { expect, test } from "bun:test";
import { join } from "node:path";

import { fileWith } from "../../support/recipe-file.ts";

const ASKING = fileWith(
  `import { askOnTerminal } from ${JSON.stringify(join(import.meta.dir, "../../../lib/cli/terminal/ask-on-terminal.ts"))};
process.on("SIGINT", () => console.log("SIGINT"));
console.log(\`answered \${await askOnTerminal()?.("Load it?")}\`);
`,
  "asking.ts",
);

test.each([
  ["y\r", "answered true"],
  ["Yes \r", "answered true"],
  ["\r", "answered false"],
  ["n\r", "answered false"],
  ["yellow\r", "answered false"],
  ["\u0004", "answered false"], // Ctrl-D
  ["\u0003", "SIGINT\r\nanswered false"], // Ctrl-C
])("%j", async (keys, told) => {
  let shown = "";
  const running = Bun.spawn([process.execPath, ASKING], {
    terminal: {
      data: (terminal, chunk) => {
        const asked = shown.includes("[y/N] ");
        shown += Buffer.from(chunk).toString();
        if (!asked && shown.includes("[y/N] ")) terminal.write(keys);
      },
    },
  });
  expect(await running.exited).toBe(0);
  // Without what a line editor does with the cursor
  // oxlint-disable-next-line no-control-regex -- they are what it looks for
  expect(shown.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "")).toEndWith(`${told}\r\n`);
});

test("where there is no terminal there is nobody to ask", () => {
  const { stdout } = Bun.spawnSync([process.execPath, ASKING], { stdin: "ignore" });
  expect(stdout.toString()).toBe("answered undefined\n");
});
