/**
 * Runs on a terminal.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Mark } from "../support/mark.ts";
import { someone } from "../support/host/no-namespaces.ts";
import { readableProject } from "../support/project.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { BARE, BARE_FOR_BUN } from "../support/wirework.ts";

const LAUNCHER = join(readableProject(), "scripts/wirework");
const BUN = join(readableProject(), "node_modules/.bin");

/** A run on a terminal that controls it, as a shell's does */
class OnTerminal {
  shown = "";
  readonly #run;

  constructor(argv: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#run = Bun.spawn([...someone.prefix, ...argv], {
      cwd: "/",
      env: { ...BARE_FOR_BUN, PATH: `${BUN}:${BARE.PATH}`, TERM: "xterm", ...environment },
      terminal: { cols: 100, rows: 30, data: (_terminal, chunk) => void (this.shown += Buffer.from(chunk).toString()) },
    });
  }

  get exited(): Promise<number> {
    return this.#run.exited;
  }

  async until(text: string): Promise<void> {
    while (!this.shown.includes(text)) await Bun.sleep(5);
  }

  type(keys: string): void {
    this.#run.terminal?.write(keys);
  }

  close(): void {
    this.#run.terminal?.close();
  }
}

/** What the whole of a run shows */
async function shown(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const run = new OnTerminal([LAUNCHER, ...args], environment);
  expect(await run.exited).toBe(0);
  return run.shown;
}

const GREEN_MARK = "\u001b[32m✓";
const ENDLESS = recipeFile('step("Wait");\nawait $`ip link`;\nawait Bun.sleep(60_000);');

test("a run on a terminal is in colour, a dry run too", async () => {
  expect(await shown(["run", "point-to-point"])).toContain(GREEN_MARK);
  expect(await shown(["run", "point-to-point", "--dry-run"])).toContain("\u001b[36m# Start up two containers");
});

test.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("with %j it is plain", async (environment) => {
  const text = await shown(["run", "point-to-point"], environment);
  expect(text).toContain("✓");
  expect(text).not.toContain("\u001b");
});

test("an empty NO_COLOR says nothing: https://no-color.org", async () => {
  expect(await shown(["run", "point-to-point"], { NO_COLOR: "" })).toContain(GREEN_MARK);
});

/** A recipe that runs by itself */
function executable(): string {
  const file = join(readableProject(), "recipes/endless.ts");
  const text = readFileSync(ENDLESS, "utf8");
  writeFileSync(file, `#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null\n${text}`, { mode: 0o755 });
  return file;
}

describe.each([
  ["run by the launcher", [LAUNCHER, "run", ENDLESS]],
  ["run by itself", [executable()]],
])("a recipe that is %s", (_, argv) => {
  test("Ctrl-C undoes all", async () => {
    const mark = new Mark();
    const run = new OnTerminal(argv, mark.environment);
    await run.until("docker0");
    run.type("\u0003");
    expect(await run.exited).toBe(130);
    expect(run.shown).toEndWith("^C");
    expect(mark.processes()).toEqual([]);
  });

  test("a terminal that is closed undoes all", async () => {
    const mark = new Mark();
    const run = new OnTerminal(argv, mark.environment);
    await run.until("docker0");
    expect(mark.processes()).not.toEqual([]);
    run.close();
    expect(await run.exited).toBe(129);
    expect(mark.processes()).toEqual([]);
  });
});
