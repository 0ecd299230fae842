import fc from "fast-check";
import { Named } from "../../lib/shell/template/named.ts";

/** A part of a template, and the text that it stands for. */
type Part =
  | { readonly raw: string; readonly means: string }
  | {
      readonly value: string | number;
      readonly spelled: "value" | "name" | "as is";
      readonly means: string;
    };

/** A template with its values, and what it must become. */
export interface Sample {
  readonly template: TemplateStringsArray;
  readonly values: readonly unknown[];
  readonly variables: ReadonlyMap<string, string>;
  readonly argv: readonly string[];
}

/** Everything that means something to some shell, in some place. */
const SPECIAL = [..."abZ09_-./:=@%+,^]}!é☃😀 \t\n'\"\\$`|&;<>()*?[{~#"];

function textOf(characters: readonly string[]): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...characters),
    minLength: 1,
    maxLength: 6,
  });
}

function without(excluded: string): readonly string[] {
  return SPECIAL.filter((character) => !excluded.includes(character));
}

function literal(raw: string, means = raw): Part {
  return { raw, means };
}

/** A backquote and `${` as an author has to type them in a template. */
function typed(text: string): string {
  return text.replace(/`|\$(?=\{)/g, String.raw`\$&`);
}

const text = fc.oneof(
  textOf(SPECIAL),
  fc.string({ unit: "grapheme" }).filter((string) => !string.includes("\0")),
  fc.constantFrom("", "~", "~root", "-n", "A=b", "if", "{a,b}", "$(id)", "10.1.1.1/32", "it's", "!!"),
);

/** Any value but an array. */
export const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

const value: fc.Arbitrary<Part> = fc
  .tuple(scalar, fc.constantFrom("value" as const, "name" as const, "as is" as const))
  .map(([value, spelled]) => ({ value, spelled, means: String(value) }));

const joined = fc.constant(literal("\\\n", ""));

const plain = fc.oneof(
  textOf(without(" \t\n'\"\\$`|&;<>()*?[{~#")).map((raw) => literal(raw)),
  fc.constantFrom("a~", "a#b~", "x=", "x:", "--k=").map((raw) => literal(raw)),
);

const escaped = fc.constantFrom(...without("\n`")).map((character) => literal(`\\${character}`, character));

const single = fc
  .array(
    fc.oneof(
      textOf(without("'\\")).map((text) => literal(typed(text), text)),
      textOf(without("'$`")).map((text) => literal(text)),
      value,
    ),
  )
  .filter(backslashMeansItself)
  .map((parts) => [literal("'", ""), ...parts, literal("'", "")]);

const double = fc
  .array(
    fc.oneof(
      textOf(without('"\\$`')).map((text) => literal(text)),
      fc.constantFrom('"', "\\").map((character) => literal(`\\${character}`, character)),
      fc.constant(literal("\\$.", "$.")),
      fc.constantFrom("a", "'", " ", "!", "*").map((character) => literal(`\\${character}`)),
      joined,
      value,
    ),
  )
  .map((parts) => [literal('"', ""), ...parts, literal('"', "")]);

const word = fc
  .array(fc.oneof(plain.map(one), escaped.map(one), single, double, value.map(one), joined.map(one)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((fragments) => fragments.flat())
  .filter((parts) => parts.some((part) => !("raw" in part && part.raw === "\\\n")));

const list = fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), {
  maxLength: 3,
});

const blank = fc.constantFrom(" ", "  ", "\t", " \\\n  ");

/** Templates over every kind of quoting, with values in every kind of place. */
export const sample: fc.Arbitrary<Sample> = fc
  .array(fc.tuple(blank, fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: list.map(asList) })), {
    maxLength: 5,
  })
  .map(assemble);

interface List {
  readonly items: readonly unknown[];
}

function asList(items: readonly unknown[]): List {
  return { items };
}

function one(part: Part): readonly Part[] {
  return [part];
}

/** An author cannot type a backslash right before a backquote, `${` or a value: it would be the template's. */
function backslashMeansItself(parts: readonly Part[]): boolean {
  return parts.every((part, at) => {
    const next = parts[at + 1];
    if (!("raw" in part) || !part.raw.endsWith("\\")) return true;
    return next === undefined || ("raw" in next && !/^[\\`$]/.test(next.raw));
  });
}

function assemble(words: readonly (readonly [string, readonly Part[] | List])[]): Sample {
  const raw = ["program"];
  const values: unknown[] = [];
  const variables = new Map<string, string>();
  const argv = ["program"];
  for (const [blank, word] of words) {
    raw.push(`${raw.pop()}${blank}`);
    if ("items" in word) {
      values.push(word.items);
      raw.push("");
      argv.push(...word.items.flat().map(String));
      continue;
    }
    argv.push(word.map(({ means }) => means).join(""));
    for (const part of word) {
      if ("raw" in part) {
        raw.push(`${raw.pop()}${part.raw}`);
        continue;
      }
      raw.push("");
      const name = `v${values.length}`;
      const { value, spelled, means } = part;
      if (spelled === "name") variables.set(name, means);
      values.push(spelled === "as is" ? value : new Named({ name, value, sample: "", word: means, spelled }));
    }
  }
  return { template: templateOf(raw), values, variables, argv };
}

/** What the engine hands to a tag; the cooked strings are never read. */
export function templateOf(raw: readonly string[]): TemplateStringsArray {
  return Object.assign([...raw], { raw });
}
