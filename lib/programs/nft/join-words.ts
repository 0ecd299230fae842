import type { Word } from "../grammar.ts";

/**
 * Divides words as nft does, which joins them all and lexes the result: a quoted text, a block in braces, a list with
 * commas, and a map are one word each.
 *
 * Source: main() of nftables' src/main.c
 */
export function joinWords(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  let open: Word | null = null;
  for (const part of words.flatMap(parts)) {
    const whole: Word =
      open === null ? part : { typed: `${open.typed} ${part.typed}`, text: `${open.text} ${part.text}` };
    open = isOpen(whole.text) ? whole : null;
    if (open === null) joined.push(whole);
  }
  return open === null ? joined : [...joined, open];
}

function parts({ typed, text }: Word): readonly Word[] {
  if (!/\s/.test(text)) return [{ typed, text }];
  return text.split(/\s+/).flatMap((part) => (part === "" ? [] : [{ typed: part, text: part }]));
}

function isOpen(text: string): boolean {
  const bare = text.replace(/"[^"]*"/g, "");
  const depth = bare.split("{").length - bare.split("}").length;
  return bare.includes('"') || depth > 0 || bare.endsWith(",") || bare === "vmap" || bare === "map";
}
