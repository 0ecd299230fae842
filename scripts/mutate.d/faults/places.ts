/** Finds the places in a file where a fault can be. */
import type { Place } from "./fault.ts";
import { placesInShell } from "./shell-lines.ts";
import { placesInTypeScript } from "./typescript.ts";

/** Reports whether faults can be put into a file */
export function isMutable(file: string): boolean {
  return /\.(?:ts|sh)$/.test(file);
}

/** Finds the places in a file, in order */
export function placesIn(file: string, text: string): readonly Place[] {
  return file.endsWith(".sh") ? placesInShell(text) : placesInTypeScript(file, text);
}
