/**
 * `ln -s`.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";

import { optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** ln(1), without those that change what its operands are */
export const LINK_OPTIONS = optionsOf(
  "-s --symbolic -f --force -n --no-dereference -T --no-target-directory -v --verbose",
);

/** What is where the link is to be */
interface Seen {
  readonly path: string;
  readonly target: string | null;
}

/** Equivalent to: `rm LINK`, as long as it leads to the same; and the link that it has replaced */
export function link(typed: Typed): Plan {
  const skipped = skipOptions(typed.args, LINK_OPTIONS);
  if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to ln`);
  const [target, name = ".", ...others] = skipped.operands;
  const words = typed.args.slice(0, typed.args.length - skipped.operands.length);
  if (!words.some((word) => /^(?:--symbolic|-[a-zA-Z]*s[a-zA-Z]*)$/.test(word)))
    return unknown("it makes another name for a file, which only ln -s can be told from the file");
  if (target === undefined || others.length > 0) return unknown("it makes several links: write a line for each");
  const isName = words.some((word) =>
    /^(?:--no-target-directory|--no-dereference|-[a-zA-Z]*[nT][a-zA-Z]*)$/.test(word),
  );
  return comparing<Seen>({
    argv: typed.argv,
    changes: `makes the symbolic link ${name}`,
    see: async (look, before) =>
      before === null ? see(look, typed, { target, name, isName }) : { ...before, target: look.link(before.path) },
    steps: (before, after) => steps(target, before, after),
  });
}

interface Named {
  readonly target: string;
  readonly name: string;
  /** Whether the name is the link's own even where it is a folder's */
  readonly isName: boolean;
}

async function see(look: Look, typed: Typed, { target, name, isName }: Named): Promise<Seen> {
  const path = resolve(name);
  const isFolder = !(isName && look.link(path) !== null) && (await look.text(["test", "-d", path])) !== null;
  const link = isFolder ? join(path, basename(target)) : path;
  const seen = { path: link, target: look.link(link) };
  const isForced = typed.args.some((word) => /^(?:--force|-[a-zA-Z]*f[a-zA-Z]*)$/.test(word));
  if (isForced && seen.target === null && look.inode(link) !== null)
    throw new CannotUndo(textOf(typed), `${link} is there already, and is no symbolic link`);
  return seen;
}

function steps(target: string, before: Seen, after: Seen | null): readonly InverseStep[] {
  const { path } = before;
  const isMade = before.target !== target && (after === null || after.target === target);
  if (!isMade) return [];
  const made = { kind: "symbolic link", path, was: before.target, made: target } as const;
  if (before.target === null) return [step([], ["rm", path], made)];
  return [step([], ["ln", "-sfn", before.target, path], made)];
}
