/**
 * `mv`.
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
import { type PathState, restorePath, seePath } from "./path-state.ts";

const OPTIONS = optionsOf("-f --force -n --no-clobber -v --verbose -T --no-target-directory");

/** A thing that is moved, and what is where it goes */
interface Moved {
  readonly to: string;
  readonly inode: number | null;
  readonly there: PathState;
  readonly thereInode: number | null;
}

/** Equivalent to: `mv TO FROM`, and what was there before is put there again */
export function move(typed: Typed): Plan {
  const skipped = skipOptions(typed.args, OPTIONS);
  if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to mv`);
  const [source, target, ...others] = skipped.operands;
  if (source === undefined || target === undefined || others.length > 0)
    return unknown("it moves several things: write a line for each");
  const from = resolve(source);
  return comparing<Moved>({
    argv: typed.argv,
    changes: `moves ${source} to ${target}`,
    see: async (look, before) =>
      before === null
        ? see(look, typed, from, resolve(target))
        : { ...before, inode: look.inode(from), thereInode: look.inode(before.to) },
    steps: (before, after) => steps(from, before, after),
  });
}

async function see(look: Look, typed: Typed, from: string, target: string): Promise<Moved> {
  const isName = typed.args.some((word) => /^(?:--no-target-directory|-[a-zA-Z]*T[a-zA-Z]*)$/.test(word));
  const isFolder = !isName && (await look.text(["test", "-d", target])) !== null;
  const to = isFolder ? join(target, basename(from)) : target;
  const there = await seePath(look, to);
  if (there.kind === "other") throw new CannotUndo(textOf(typed), `${to} is ${there.what}, which is not kept`);
  return { to, inode: look.inode(from), there, thereInode: look.inode(to) };
}

function steps(from: string, { to, inode, there, thereInode }: Moved, after: Moved | null): readonly InverseStep[] {
  if (inode === null || to === from) return [];
  // What was moved is not here any more; between file systems it is another file there
  if (after !== null && after.inode !== null) return [];
  const back = step([], ["mv", "--no-target-directory", to, from], {
    kind: "moved",
    from,
    to,
    inode: after?.thereInode ?? inode,
  });
  return [back, ...(thereInode === null ? [] : restorePath(to, there, { kind: "nothing" }))];
}
