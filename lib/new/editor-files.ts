/**
 * The files that an editor needs beside a recipe that stands alone: the types of "wirework", and the way to
 * find them.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TYPES = "wirework.d.ts";

const SETTINGS = {
  compilerOptions: {
    lib: ["ESNext"],
    target: "ESNext",
    module: "Preserve",
    moduleDetection: "force",
    types: [],
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    paths: { wirework: [`./${TYPES}`] },
  },
  include: ["*.ts"],
};

/** A file to write: its name and contents */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** Returns the files; they are the same for every recipe, so several recipes may share a folder */
export function editorFiles(): readonly NewFile[] {
  return [
    { name: "tsconfig.json", text: `${JSON.stringify(SETTINGS, null, 2)}\n` },
    { name: TYPES, text: readFileSync(join(import.meta.dir, TYPES), "utf8") },
  ];
}
