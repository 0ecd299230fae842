/** Finds examples in documents: fenced blocks of TypeScript. */

/** A block and its place */
export interface Example {
  /** `lib/values/mtu.ts:16` */
  readonly place: string;
  readonly file: string;
  readonly code: string;
}

/** Returns the blocks of a Markdown file in a language */
export function fencedIn(text: string, language: string, file: string): readonly Example[] {
  const fences = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"));
  return [...fences].map(({ index, 1: code = "" }) => ({ place: `${file}:${lineOf(text, index)}`, file, code }));
}

/** Returns the blocks in doc comments */
export function fencedInComments(text: string, file: string): readonly Example[] {
  const markdown = text
    .split("\n")
    .map((line) => /^\s*\* ?(.*)$/.exec(line)?.[1] ?? "")
    .join("\n");
  return fencedIn(markdown, "ts", file);
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
