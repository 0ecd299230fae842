/**
 * The examples of README.md and of doc comments, as a reader would copy them.
 */
import { afterAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { type Example, fencedIn, fencedInComments } from "../support/examples.ts";
import { allUsers } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const PROJECT = resolve(import.meta.dir, "../..");
const MODULE = join(PROJECT, "lib/mod.ts");

const folder = mkdtempSync(join(tmpdir(), "wirework-examples-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

const ofComments = [...new Bun.Glob("lib/**/*.ts").scanSync(PROJECT)]
  .toSorted()
  .flatMap((file) => fencedInComments(contentOf(file), file));
const ofReadme = fencedIn(contentOf("README.md"), "ts", "README.md");
const examples = [...ofComments, ...ofReadme].map((example) => ({ ...example, copy: copyOf(example) }));

function isRecipe({ code }: Example): boolean {
  return code.includes("export default recipe(");
}

function contentOf(file: string): string {
  return readFileSync(join(PROJECT, file), "utf8");
}

/** A file with the example in it, where its imports mean the same; its path */
function copyOf(example: Example): string {
  const { file, place, code } = example;
  const from = dirname(join(PROJECT, file));
  const copy = join(folder, `${place.replace(/\W+/g, "-")}.ts`);
  // The runner gives recipes their module
  const whole = isRecipe(example) ? code : code.replace(' from "wirework";', ` from ${JSON.stringify(MODULE)};`);
  writeFileSync(
    copy,
    whole.replace(/ from "(\.[^"]*)";/g, (_, path: string) => ` from ${JSON.stringify(resolve(from, path))};`),
  );
  return copy;
}

describe("an example", () => {
  test.each(examples)("imports what it uses: $place", ({ code }) => {
    expect(code).toContain("import ");
  });

  test.each(examples.filter((example) => !isRecipe(example)))("holds: $place", async ({ copy }) => {
    await import(copy);
  });

  test.concurrent.each(examples.filter(isRecipe))("runs, as a recipe of one's own: $place", async ({ copy }) => {
    const [user] = allUsers;
    if (user === undefined) throw new Error("Cannot run a recipe: there is no user to run it as");
    expect(await wirework(user, ["run", copy])).toMatchObject({ stderr: "", status: 0 });
  });
});

test("all examples type-check", async () => {
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const extended = {
    extends: join(PROJECT, "tsconfig.json"),
    compilerOptions: { paths: { wirework: [MODULE] } },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(extended));
  const checking = Bun.spawn([process.execPath, "check", "--project", folder], { stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr, status] = await Promise.all([checking.stdout.text(), checking.stderr.text(), checking.exited]);
  expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
});
