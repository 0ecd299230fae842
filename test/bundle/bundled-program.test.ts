/**
 * The program is bundled, which nobody notices: what runs is what its modules say.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHECKOUT = join(import.meta.dir, "../..");
const PARTS = [".npmrc", "lib", "package.json", "package-lock.json", "recipes", "scripts", "tsconfig.json"];
const AN_HOUR_SECONDS = 3600;
const NOBODY = 65_534;

let folder: string;
const bundles = () => join(folder, "node_modules/.wirework");
const made = () => readdirSync(bundles()).filter((name) => name !== "record.json");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wirework-test-"));
  chmodSync(folder, 0o755);
  // Copies, as modules are changed in here; the dependencies, which are not, by hard links
  for (const part of PARTS) Bun.spawnSync(["cp", "-a", join(CHECKOUT, part), folder]);
  Bun.spawnSync(["cp", "-al", join(CHECKOUT, "node_modules"), folder]);
  rmSync(bundles(), { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wirework(...args: readonly string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([join(folder, "scripts/wirework"), ...args]);
  return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** Has a module end with a line more, as of some time ago */
function change(path: string, line: string, secondsAgo: number): void {
  const file = join(folder, path);
  appendFileSync(file, `${line}\n`);
  const time = Date.now() / 1000 - secondsAgo;
  utimesSync(file, time, time);
}

test("the first run makes the bundle, and the next one has it", () => {
  const first = wirework("list");
  expect(first).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made()).toEqual([expect.stringMatching(/^made-/)]);
  const before = made();
  expect(wirework("list")).toEqual(first);
  expect(made()).toEqual(before);
});

test("a recipe in the bundle's hands is run by the same program", () => {
  const dry = wirework("run", "point-to-point", "--dry-run");
  expect(dry).toMatchObject({ exitCode: 0, stderr: "" });
  // Without its bundle, and without a place for one
  const hidden = `${bundles()}-hidden`;
  Bun.spawnSync(["mv", bundles(), hidden]);
  writeFileSync(bundles(), "");
  expect(wirework("run", "point-to-point", "--dry-run")).toEqual(dry);
  rmSync(bundles());
  Bun.spawnSync(["mv", hidden, bundles()]);
});

test("a module that has changed is what runs, and who works on it does not wait for a bundle", () => {
  const before = made();
  change("lib/cli/commands/list.ts", 'console.log("changed now");', 0);
  expect(wirework("list").stdout).toStartWith("changed now\n");
  expect(made()).toEqual(before);
});

test("once it is left alone, it is bundled", () => {
  const before = made();
  change("lib/cli/commands/list.ts", 'console.log("changed before");', AN_HOUR_SECONDS);
  expect(wirework("list").stdout).toStartWith("changed now\nchanged before\n");
  expect(made()).toHaveLength(before.length + 1);
});

test("a module of the same size and time is another one, when it is another file", () => {
  const file = join(folder, "lib/cli/commands/list.ts");
  const other = readFileSync(file, "utf8").replace("changed before", "changed after.");
  const { mtime } = statSync(file);
  writeFileSync(`${file}.new`, other);
  utimesSync(`${file}.new`, mtime, mtime);
  Bun.spawnSync(["mv", `${file}.new`, file]);
  expect(wirework("list").stdout).toContain("changed after.\n");
});

test("a record that is not whole is none", () => {
  writeFileSync(join(bundles(), "record.json"), '{"folder":');
  expect(wirework("list")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(JSON.parse(readFileSync(join(bundles(), "record.json"), "utf8"))).toHaveProperty("modules");
});

test("a bundle is gone: it is made again", () => {
  for (const name of made()) rmSync(join(bundles(), name), { recursive: true });
  expect(wirework("list")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made()).toHaveLength(1);
});

test("a file of a bundle is gone: all of it is made again", () => {
  const [before = ""] = made();
  rmSync(join(bundles(), before, "command-line.ts.js"));
  expect(wirework("list")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(made()).toHaveLength(2);
});

test("a dependency that has changed is what runs", () => {
  const file = join(folder, "node_modules/minimist/index.js");
  const words = `${readFileSync(file, "utf8")}console.log("another minimist");\n`;
  // Another file, as npm writes it, and not the one that the checkout has as well
  rmSync(file);
  writeFileSync(file, words);
  const time = Date.now() / 1000 - AN_HOUR_SECONDS;
  utimesSync(file, time, time);
  expect(wirework("run", "point-to-point", "--dry-run").stdout).toContain("another minimist\n");
});

test("a tsconfig.json where it is started has no say in what is bundled", () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "wirework-test-"));
  const paths = { "*": ["./other.ts"], "node:fs": ["./other.ts"] };
  writeFileSync(join(elsewhere, "tsconfig.json"), JSON.stringify({ compilerOptions: { baseUrl: ".", paths } }));
  writeFileSync(join(elsewhere, "other.ts"), 'console.log("somebody else\'s");');
  rmSync(bundles(), { recursive: true, force: true });
  const { exitCode, stdout } = Bun.spawnSync([join(folder, "scripts/wirework"), "list"], { cwd: elsewhere });
  rmSync(elsewhere, { recursive: true });
  expect({ exitCode, others: stdout.toString().includes("somebody else") }).toEqual({ exitCode: 0, others: false });
  const files = made().flatMap((name) => readdirSync(join(bundles(), name)));
  expect(files).toContain("command-line.ts.js");
  expect(files).not.toContain("other.ts.js");
});

test.skipIf(process.getuid?.() !== 0)("root leaves no bundle in a project of somebody else's", () => {
  rmSync(bundles(), { recursive: true, force: true });
  const modules = join(folder, "node_modules");
  const { uid, gid } = statSync(modules);
  chownSync(modules, NOBODY, NOBODY);
  const { exitCode } = wirework("list");
  const left = existsSync(bundles());
  chownSync(modules, uid, gid);
  expect({ exitCode, left }).toEqual({ exitCode: 0, left: false });
  wirework("list");
});

test("others may run what one has made, whatever the umask", () => {
  rmSync(bundles(), { recursive: true, force: true });
  Bun.spawnSync(["sh", "-c", 'umask 077; exec "$0" list', join(folder, "scripts/wirework")]);
  const closed = Bun.spawnSync(["find", bundles(), "!", "-perm", "-004"]).stdout.toString();
  expect({ there: existsSync(bundles()), closed }).toEqual({ there: true, closed: "" });
});

test("an error tells where in the modules it was", () => {
  change("lib/cli/commands/list.ts", 'if (process.env["FAIL"]) console.log(new Error("here").stack);', AN_HOUR_SECONDS);
  const { stdout } = Bun.spawnSync([join(folder, "scripts/wirework"), "list"], {
    env: { ...process.env, FAIL: "yes" },
  });
  expect(stdout.toString()).toMatch(/Error: here\n\s+at .*lib\/cli\/commands\/list\.ts:\d+/);
});

test("WIREWORK_BUNDLE=off runs the modules themselves", () => {
  const before = made();
  change("lib/cli/commands/list.ts", 'console.log("as it is now");', AN_HOUR_SECONDS);
  const { stdout } = Bun.spawnSync([join(folder, "scripts/wirework"), "list"], {
    env: { ...process.env, WIREWORK_BUNDLE: "off" },
  });
  expect(stdout.toString()).toContain("as it is now\n");
  expect(made()).toEqual(before);
});
