/**
 * `ln -s TARGET LINK`.
 *
 * @module
 */
import { basename } from "node:path";

import type { Effect, EffectiveProgram } from "../effect.ts";
import type { Said } from "../grammar.ts";
import { grammar, needing, operand, spelled, word } from "../grammar-parts.ts";
import type { Parsed } from "../parse.ts";
import { isSaid, textsOf } from "../terms.ts";

const TARGET = operand("target", "where the link leads; it need not be there");
const LINK = operand("link", "the link");

/** ln(1), without those that change what its operands are */
/** One that takes the place of another */
const FORCED = /(?:^| )-(?:\w*f|-force\b)/;

export const LN = {
  grammar: grammar({
    words: {
      ...spelled(word("a symbolic link: a file that only says where another one is"), "-s", "--symbolic"),
      ...spelled(word("in place of what has that name"), "-f", "--force"),
      ...spelled(word("also in place of a link to a folder"), "-n", "--no-dereference"),
      ...spelled(word("under that very name, and not into a folder"), "-T", "--no-target-directory"),
      ...spelled(word("says what it makes"), "-v", "--verbose"),
    },
    operands: [TARGET, LINK],
    needs: needing(TARGET, LINK),
    deed: {
      kernel: (said) =>
        `writes down, under the name ${said["link"]}, that ${said["target"]} is meant${namespaceOf(said)}`,
      back: ({ link, all = "" }) =>
        FORCED.test(all)
          ? { say: `remove ${link}, or let it lead where \`readlink ${link}\` said before: ln -sfn` }
          : { type: `rm ${link}` },
    },
  }),
  effects,
} satisfies EffectiveProgram;

/** The article's own use of a link */
function namespaceOf({ target, link }: Said): string {
  if (!/^\/proc\/.+\/ns\/net$/.test(target ?? "") || !link?.startsWith("/var/run/netns/")) return "";
  return `: from now on ip knows the network of that process by the name ${link.slice("/var/run/netns/".length)}`;
}

function effects(parsed: Parsed): readonly Effect<"symbolic link">[] | string {
  const [target] = textsOf(parsed, TARGET);
  const [path = "."] = textsOf(parsed, LINK);
  if (!isSaid(parsed, "-s")) return "it makes another name for a file, which only ln -s can be told from the file";
  if (target === undefined || parsed.lost !== null) return "it makes several links: write a line for each";
  const isName = isSaid(parsed, "-n") || isSaid(parsed, "-T");
  const into = { name: basename(target), links: isName ? "replaced" : "followed" } as const;
  return [{ kind: "symbolic link", path, into, target, replaces: isSaid(parsed, "-f") }];
}
