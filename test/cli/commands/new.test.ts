import { describe, expect, test } from "bun:test";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { recipeNames } from "../../../lib/recipe/load.ts";
import { takeSnapshot } from "../../support/kernel/snapshot.ts";
import { emptyFolder } from "../../support/recipe-file.ts";
import { withoutNamespaces } from "../../support/host/no-namespaces.ts";
import { allUsers, type User, users } from "../../support/machine/users.ts";
import { type Ended, wirework } from "../../support/wirework.ts";
import { naming } from "../../support/naming.ts";
import { errorOf } from "../../support/error-of.ts";

/** A folder that anyone may write in */
function openFolder(): string {
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  return folder;
}

function make(user: User, folder: string, ...args: readonly string[]): Promise<Ended> {
  return wirework(user, ["new", ...args], { folder });
}

function contentOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

async function checkTypes(folder: string): Promise<string> {
  const checking = Bun.spawn([process.execPath, "check", "--project", folder], { stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr] = await Promise.all([checking.stdout.text(), checking.stderr.text(), checking.exited]);
  return stdout + stderr;
}

describe.each(users)("as $name", (user) => {
  test("a copy with another address and another name runs from a folder with nothing else in it", async () => {
    const folder = openFolder();
    const before = takeSnapshot();
    const made = await make(user, folder, "my-bridge", "--from", "custom-bridge");
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(made.stdout).toMatch(
      /^my-bridge\.ts: made from custom-bridge\nchange the 3 lines under "\/\/ change me:" as you like, and run it:\n {2}\S+ run \.\/my-bridge\.ts\n$/,
    );
    expect(readdirSync(folder)).toEqual(["my-bridge.ts"]);

    const text = contentOf(folder, "my-bridge.ts");
    const changed = text
      .replace('default: "bridge0"', 'default: "lan7"')
      .replaceAll('"192.168.5.1/24"', '"10.77.0.1/24"');
    expect(changed).not.toBe(text);
    // As whoever may write to it: in a folder that all may write to, the kernel guards others' files
    chmodSync(join(folder, "my-bridge.ts"), 0o666);
    const place = openFolder();
    writeFileSync(join(place, "my-bridge.ts"), changed);
    for (const [reference, where] of [
      ["./my-bridge.ts", place],
      [join(place, "my-bridge.ts"), "/"],
    ] as const) {
      const { status, stdout, stderr } = await wirework(user, ["run", reference], { folder: where });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("\n$ sudo ip addr add 10.77.0.1/24 dev lan7\n");
      expect(stdout).toContain("\nmy-bridge: 14 checks passed");
    }
    expect(readdirSync(place)).toEqual(["my-bridge.ts"]);
    expect(takeSnapshot()).toEqual(before);
  });

  test("with --editor it is checked with nothing installed, and a mistake is seen", async () => {
    const folder = openFolder();
    for (const recipe of recipeNames())
      expect(await make(user, folder, `my-${recipe}`, "--from", recipe, "--editor")).toMatchObject({
        status: 0,
        stderr: "",
      });
    expect(readdirSync(folder).toSorted()).toEqual(
      [...recipeNames().map((name) => `my-${name}.ts`), "tsconfig.json", "wirework.d.ts"].toSorted(),
    );
    expect(await checkTypes(folder)).toContain("No type errors");
    writeFileSync(
      join(folder, "wrong.ts"),
      contentOf(folder, "my-point-to-point.ts").replace("{ from, to,", "{ form, to,"),
    );
    expect(await checkTypes(folder)).toMatch(/wrong\.ts.*form/);
    // The settings of an editor are no run's
    expect((await wirework(user, ["run", "./my-point-to-point.ts"], { folder })).status).toBe(0);
  });
});

describe("what is marked", () => {
  test.each(recipeNames())("of %s: what it says of itself, and all values that stand in it", async (name) => {
    const folder = emptyFolder();
    const { status } = await make(withoutNamespaces, folder, "mine", "--from", name);
    expect(status).toBe(0);
    const lines = contentOf(folder, "mine.ts").split("\n");
    const marked = lines.filter((_, at) => lines[at - 1]?.trim().startsWith("// change me: ") ?? false);
    expect(marked[0]).toMatch(/^ +summary: /);
    const values = lines.filter((line) => /^ +\w+: \w+\(.*default: /.test(line));
    expect(values).not.toBeEmpty();
    expect(marked.slice(1)).toEqual(values);
    // And nothing else is another
    const own = lines.filter((line) => !/\/\/ (?:change me|Run it): /.test(line));
    expect(own).toEqual(
      readFileSync(join(import.meta.dir, "../../../recipes", `${name}.ts`), "utf8")
        .split("\n")
        .slice(1),
    );
  });

  test("a copy of a copy is marked once", async () => {
    const folder = emptyFolder();
    await make(withoutNamespaces, folder, "one", "--from", "point-to-point");
    expect(await make(withoutNamespaces, folder, "two", "--from", "./one.ts")).toMatchObject({ status: 0 });
    expect(contentOf(folder, "two.ts").match(/change me:/g)).toEqual(contentOf(folder, "one.ts").match(/change me:/g));
  });
});

test("--json names the files", async () => {
  const { stdout } = await make(
    withoutNamespaces,
    emptyFolder(),
    "mine.ts",
    "--from",
    "point-to-point",
    "--editor",
    "--json",
  );
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    recipe: "mine",
    from: "point-to-point",
    files: ["mine.ts", "tsconfig.json", "wirework.d.ts"],
  });
});

describe("what is there already", () => {
  const FROM = ["--from", "point-to-point"];

  test("is never written over, nor is anything else written then", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "tsconfig.json"), "mine");
    expect(await make(withoutNamespaces, folder, "mine", ...FROM, "--editor")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'wirework: Cannot write "tsconfig.json": it already exists\n  try: --force\n',
    });
    expect(readdirSync(folder)).toEqual(["tsconfig.json"]);
    expect(contentOf(folder, "tsconfig.json")).toBe("mine");
  });

  test("is replaced with --force; a link is, and not what it leads to", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "other.txt"), "other");
    symlinkSync("other.txt", join(folder, "mine.ts"));
    expect((await make(withoutNamespaces, folder, "mine", ...FROM)).status).toBe(2);
    expect((await make(withoutNamespaces, folder, "mine", ...FROM, "--force")).status).toBe(0);
    expect(contentOf(folder, "other.txt")).toBe("other");
    expect(lstatSync(join(folder, "mine.ts")).isFile()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["mine.ts", "other.txt"]);
  });

  test("is fine where it is the very same", async () => {
    const folder = emptyFolder();
    for (const _ of [1, 2]) expect((await make(withoutNamespaces, folder, "mine", ...FROM, "--editor")).status).toBe(0);
  });

  test("is left alone where it is a folder, also with --force", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "mine.ts"));
    const { status, stderr } = await make(withoutNamespaces, folder, "mine", ...FROM, "--force");
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'wirework: Cannot write "mine.ts": it is a folder\n' });
  });
});

describe("where nothing can be written, that is said", () => {
  const isRoot = process.geteuid?.() === 0;
  const shell = (script: string, user: User): User => ({
    name: user.name,
    prefix: ["sh", "-c", script, "sh", ...user.prefix],
  });
  const someone = allUsers.at(-1) ?? { name: "self", prefix: [] };

  test.if(isRoot)("in another one's folder", async () => {
    const folder = emptyFolder();
    expect(await make(someone, folder, "mine", "--from", "point-to-point")).toEqual({
      status: 2,
      stdout: "",
      stderr:
        'wirework: Cannot write "mine.ts": you may not write there\n  try: cd to a folder of yours, and try again\n',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.if(isRoot)("on a file system that is full, or can only be read; nothing is left half", async () => {
    const folder = emptyFolder();
    for (const [options, reason, then] of [
      ["size=8k,mode=777", "there is no space left", "head -c 4096 /dev/zero > full"],
      ["size=64k,mode=777", "it is read-only", `mount -o remount,ro ${folder}`],
    ] as const) {
      const script = `mount -t tmpfs -o ${options} tmpfs ${folder} && cd ${folder} && { ${then}; "$@"; status=$?; ls >&2; exit $status; }`;
      const user = { ...someone, prefix: ["unshare", "--mount", ...shell(script, someone).prefix] };
      const { status, stderr } = await make(user, "/", "mine", "--from", "point-to-point", "--editor");
      expect(status).toBe(2);
      expect(stderr).toContain(reason);
      expect(stderr).not.toMatch(/^(?:mine|tsconfig|wirework\.d)/m);
    }
  });
});

describe("what can't be understood is refused, and nothing is written", () => {
  test.each([
    ["usage", "", ["Cannot make a recipe without its name"], "wirework new my-link --from point-to-point"],
    ["usage", "mine", ["Cannot make a recipe without another one to copy"], "wirework new mine --from point-to-point"],
    ["usage", "mine --from", ['"--from"'], null],
    ["recipe", "mine --from point-to-pont", ['"point-to-pont"', '"point-to-point"'], "point-to-point"],
    ["recipe", "mine --from ./nowhere.ts", ['"./nowhere.ts"'], "wirework list"],
    [
      "bad-value",
      "../mine --from point-to-point",
      ['"../mine" as a recipe\'s name: it is made in the folder where you are'],
      null,
    ],
    ["bad-value", "my.link --from point-to-point", ['"my.link"'], null],
    ["bad-value", ".ts --from point-to-point", ['".ts"'], null],
    ["usage", "one two --from point-to-point", ['"two"'], null],
  ] as const)("%s: wirework new %s", async (kind, line, values, hint) => {
    const folder = emptyFolder();
    const args = line.split(" ").filter((word) => word !== "");
    const ended = await make(withoutNamespaces, folder, "--json", ...args);
    expect(ended.status).toBe(2);
    expect(errorOf(ended)).toEqual({ kind, message: naming(...values), cause: null, try: hint });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a recipe that needs the file beside it", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "addresses.ts"), 'export const FROM = "10.8.7.6";\n');
    const recipe =
      'export default recipe({ summary: "Mine", options: {}, permissions: { run: [] }, async run() { FROM; } });\n';
    writeFileSync(
      join(folder, "mine.ts"),
      `import { recipe } from "wirework";\nimport { FROM } from "./addresses.ts";\n${recipe}`,
    );
    const { status, stderr } = await make(withoutNamespaces, folder, "other", "--from", "./mine.ts");
    expect(status).toBe(2);
    expect(stderr).toContain('it imports "./addresses.ts", which the copy would not find');
  });
});
