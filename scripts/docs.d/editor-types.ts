/**
 * The types that recipes are written with, in one file for editors: what lib/mod.ts exports, and what that is made of.
 *
 * @module
 */
import { isAbsolute, join } from "node:path";

import { type DeclaredModule, declaredModule, type Reference } from "./declarations.ts";

const PROJECT = join(import.meta.dir, "../..");
const ENTRY = join(PROJECT, "lib/mod.ts");

/** The path in the project's folder */
export const EDITOR_TYPES = "lib/new/wirework.d.ts";

const HEADER = `/**
 * The types of the module "wirework", for editors of recipes, with nothing installed.
 *
 * Made by scripts/docs from lib/mod.ts: change it there.
 *
 * @module
 */

/* oxlint-disable -- TypeScript has its own way to declare what is private */`;

/** Ends the file: without it, everything that a declaration file declares is exported */
const FOOTER = "export {};";

/** Makes the file's text */
export async function editorTypes(): Promise<string> {
  return await formatted([HEADER, ...reachedDeclarations(), FOOTER].join("\n\n"));
}

/** Collects declarations of what lib/mod.ts exports, each after those that it is made of */
function reachedDeclarations(): readonly string[] {
  const modules = new Map<string, DeclaredModule>();
  const moduleOf = (file: string) => modules.getOrInsertComputed(file, declaredModule);
  const exported = new Set(moduleOf(ENTRY).links.keys());
  const files = new Map<string, string>();
  const texts: string[] = [];

  function reach({ file, name }: Reference): void {
    const { links, declarations } = moduleOf(file);
    const link = links.get(name);
    if (link !== undefined) return reach(approved(link, name));
    const found = declarations.filter((declaration) => declaration.name === name);
    if (found.length === 0 || files.get(name) === file) return;
    if (files.has(name))
      throw new Error(`Cannot have two types ${name} in one file: see ${files.get(name)} and ${file}`);
    files.set(name, file);
    for (const used of found.flatMap(({ uses }) => uses)) reach({ file, name: used });
    texts.push(...found.map(({ text }) => written(text, exported.has(name))));
  }

  for (const name of exported) reach({ file: ENTRY, name });
  return texts;
}

/** Refuses a name that one file without imports cannot declare */
function approved({ file, name }: Reference, alias: string): Reference {
  if (!isAbsolute(file)) throw new Error(`Cannot declare ${name} of "${file}": an editor has no package installed`);
  if (name !== alias) throw new Error(`Cannot declare ${name} of ${file} as ${alias}: import it by its own name`);
  return { file, name };
}

/** An example in a docstring, and the empty line before it */
const EXAMPLE = /\n *\*\n *\* @example\n[^]*?(?=\n *\*(?:\/| @))/g;

/** A docstring that fits into one line */
const SHORT = /\/\*\*\n *\* (.{1,110})\n *\*\//g;

/** Leaves out examples: an editor shows docstrings beside what is typed, where there is room for a few lines */
function written(text: string, isExported: boolean): string {
  const short = text.replaceAll(EXAMPLE, "").replaceAll(SHORT, "/** $1 */");
  return isExported ? short : short.replace(/^export /m, "");
}

async function formatted(text: string): Promise<string> {
  const running = Bun.spawn([process.execPath, "fmt", `--stdin-filepath=${EDITOR_TYPES}`], {
    cwd: PROJECT,
    stdin: new Blob([text]),
    stderr: "pipe",
  });
  const [types, errors, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  if (status !== 0) throw new Error(`bun fmt ended with ${status}: ${errors}`);
  return types;
}
