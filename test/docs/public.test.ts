/**
 * What recipes are written with says what it is: every export of lib/mod.ts, and what these are made of.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const LIB = resolve(import.meta.dir, "../../lib");

/** A declaration of a module */
interface Declared {
  readonly name: string;
  /** Below lib/ */
  readonly file: string;
}

/** What has no name in lib/mod.ts, and is reached by what has */
const REACHED: readonly Declared[] = [
  { name: "ChecksOf", file: "recipe/checks/checks-of.ts" },
  { name: "Tag", file: "shell/open-shell.ts" },
  { name: "Pending", file: "shell/pending.ts" },
  { name: "Output", file: "shell/output.ts" },
];

/** The names that lib/mod.ts exports */
const exported: readonly Declared[] = [
  ...readFileSync(join(LIB, "mod.ts"), "utf8").matchAll(/^export (?:type )?\{([^}]*)\} from "\.\/([^"]+)";/gm),
].flatMap(([, names = "", file = ""]) =>
  names
    .split(",")
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== "")
    .map((name) => ({ name, file })),
);

const all = [...exported, ...REACHED];

/** The comment before a declaration, without its stars; empty where there is none */
function commentBefore(text: string): string {
  const [, comment = ""] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:\/\/ oxlint.*\s*)?$/.exec(text) ?? [];
  return comment.replace(/^\s*\* ?/gm, "").trim();
}

/** The text before a declaration, and from it on to its end */
function declarationOf({ name, file }: Declared): { readonly comment: string; readonly body: string } {
  const text = readFileSync(join(LIB, file), "utf8");
  const declared = new RegExp(`^export (?:async )?(?:function|const|class|interface|type) ${name}\\b`, "m").exec(text);
  if (declared === null) throw new Error(`lib/${file} declares no ${name}`);
  const rest = text.slice(declared.index);
  return { comment: commentBefore(text.slice(0, declared.index)), body: rest.slice(0, rest.indexOf("\n}") + 1) };
}

/** The public members of an interface or a class, with what is said of each */
function membersOf(declared: Declared): readonly (readonly [name: string, comment: string])[] {
  const { body } = declarationOf(declared);
  if (!/^export (?:class|interface) /.test(body)) return [];
  const members = body.matchAll(/^ {2}(?:readonly |get |async )*(?!constructor\b)([a-z$]\w*)\??[<(:]/gm);
  return [...members].map(({ index, 1: name = "" }) => [name, commentBefore(body.slice(0, index))] as const);
}

test("they are all found", () => {
  expect(exported.map(({ name }) => name)).toEqual(expect.arrayContaining(["recipe", "Terminal", "hostAt", "Rule"]));
  expect(membersOf({ name: "Tools", file: "recipe/recipe.ts" }).map(([name]) => name)).toEqual(["$", "step", "check"]);
});

describe.each(all.map((declared) => [declared.name, declared] as const))("%s", (_, declared) => {
  const { comment } = declarationOf(declared);

  test("has a sentence", () => {
    expect(comment.split("\n\n")[0]).toMatch(/^[A-Z`][^@]*[.:]/);
  });

  test("has an example", () => {
    expect(comment).toMatch(/@example\n```ts\nimport [^]*\n```/);
  });

  test("says what each of its members is", () => {
    expect(membersOf(declared).filter(([, said]) => !/^[A-Z`]/.test(said))).toEqual([]);
  });
});

test("what is equivalent to a command says to which", () => {
  const equivalent = /^Equivalent to: [^`]*`[^`]+`/m;
  const known = all.filter((declared) => {
    const said = [declarationOf(declared).comment, ...membersOf(declared).map(([, member]) => member)];
    return said.some((comment) => equivalent.test(comment));
  });
  expect(known.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["gatewayOn", "isBridge", "pid", "Terminal", "ChecksOf", "Tag"]),
  );
});

describe("an editor is told the same, but for the example", () => {
  const types = readFileSync(join(LIB, "new/wirework.d.ts"), "utf8");

  test.each(all.map((declared) => [declared.name, declared] as const))("of %s", (name, declared) => {
    const declaration = new RegExp(`^(?:export )?(?:declare )?(?:function|const|class|interface|type) ${name}\\b`, "m");
    const at = declaration.exec(types)?.index;
    const [said] = declarationOf(declared).comment.split("\n\n@example");
    expect(commentBefore(types.slice(0, at))).toBe(String(said));
  });
});
