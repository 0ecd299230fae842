/**
 * The declarations that the types for editors are made of.
 */
import { describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { declaredModule } from "../../scripts/docs.d/declarations.ts";
import { emptyFolder } from "../support/recipe-file.ts";

function moduleOf(source: string) {
  const file = join(emptyFolder(), "one.ts");
  writeFileSync(file, source);
  return { file, declared: () => declaredModule(file) };
}

function textsOf(source: string): readonly string[] {
  return moduleOf(source)
    .declared()
    .declarations.map(({ text }) => text.replace(/\s+/g, " "));
}

describe("what recipes can't use is left out:", () => {
  test("bodies, private fields, and what is marked as internal", () => {
    const source = "export class One { #own = 1;\n/** @internal */\nfor = 1; get own(): number { return this.#own; } }";
    expect(textsOf(source)).toEqual(["export declare class One { #private; get own(): number; }"]);
  });

  test("what constructors take", () => {
    const source = "export class One { constructor(own: number) { console.log(own); } }";
    expect(textsOf(source)).toEqual(["export declare class One { protected constructor(); }"]);
  });

  test("the docstring of the module", () => {
    const source = "/** All ones.\n *\n * @module */\n\n/** One */\nexport const one: 1 = 1;";
    expect(textsOf(source)).toEqual(["/** One */ export declare const one: 1;"]);
  });
});

test("functions keep each of their overloads", () => {
  const source = `export function one(of: 1): 1;
export function one(of: 2): 2;
export function one(of: 1 | 2): 1 | 2 { return of; }`;
  expect(textsOf(source)).toEqual(["export declare function one(of: 1): 1;", "export declare function one(of: 2): 2;"]);
});

test("names of other modules are known by where they come from", () => {
  const { file, declared } = moduleOf(
    'import type { One as Own } from "./own.ts";\nexport type Two = Own | typeof two;',
  );
  const { declarations, links } = declared();
  expect(declarations).toMatchObject([{ name: "Two", uses: ["Own", "two"] }]);
  expect([...links]).toEqual([["Own", { file: join(file, "../own.ts"), name: "One" }]]);
});

test("a type that only the type checker could find out is refused, with its place", () => {
  const { file, declared } = moduleOf("const one = Math.random();\n\nexport const two = one;");
  expect(declared).toThrow(`Cannot declare the types of ${file}:3: Variable must have an explicit type annotation`);
});
