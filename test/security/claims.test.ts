/**
 * SECURITY.md: every claim has its test.
 */
import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PROJECT = join(import.meta.dir, "../..");
const [, table = ""] = readFileSync(join(PROJECT, "SECURITY.md"), "utf8").split("## Claims and their tests\n");
const claims = table
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => ({
    claim: line.split("|")[1]?.trim() ?? "",
    files: [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, file = ""]) => file),
  }));

test.each(claims)("$claim", ({ claim, files }) => {
  expect(claim).toMatch(/^\w.*\w/);
  expect(files).not.toBeEmpty();
  expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
});

test("no test of security or of faults is without its claim", () => {
  const tests = ["test/security", "test/faults"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder))
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `${folder}/${name}`),
  );
  const named = claims.flatMap(({ files }) => files);
  expect(tests.filter((file) => !named.includes(file))).toEqual(["test/security/claims.test.ts"]);
});
