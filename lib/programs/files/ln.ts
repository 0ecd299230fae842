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

const TARGET = operand("target", "the target, which need not exist");
const LINK = operand("link", "the link");

/** Matches a line whose link replaces an existing file */
const FORCED = /(?:^| )-(?:\w*f|-force\b)/;

/** ln(1), without options that change the meaning of its operands */
export const LN = {
  grammar: grammar({
    words: {
      ...spelled(word("makes a symbolic link: a file that points to another one"), "-s", "--symbolic"),
      ...spelled(word("replaces an existing file"), "-f", "--force"),
      ...spelled(word("replaces a link to a folder, too"), "-n", "--no-dereference"),
      ...spelled(word("uses that very name, never a name inside that folder"), "-T", "--no-target-directory"),
      ...spelled(word("prints what it makes"), "-v", "--verbose"),
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

/** Explains the article's use of a link: a name for a network namespace */
function namespaceOf({ target, link }: Said): string {
  if (!/^\/proc\/.+\/ns\/net$/.test(target ?? "") || !link?.startsWith("/var/run/netns/")) return "";
  return `: ip can now use that process's network namespace by the name ${link.slice("/var/run/netns/".length)}`;
}

function effects(parsed: Parsed): readonly Effect<"symbolic link">[] | string {
  const [target] = textsOf(parsed, TARGET);
  const [path = "."] = textsOf(parsed, LINK);
  if (!isSaid(parsed, "-s")) return "it makes a hard link, which looks just like the file itself: use ln -s";
  if (target === undefined || parsed.lost !== null) return "it makes several links: write a line for each";
  const isName = isSaid(parsed, "-n") || isSaid(parsed, "-T");
  const into = { name: basename(target), links: isName ? "replaced" : "followed" } as const;
  return [{ kind: "symbolic link", path, into, target, replaces: isSaid(parsed, "-f") }];
}
