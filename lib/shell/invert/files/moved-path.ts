import { resolve } from "node:path";

import { CannotUndo } from "../cannot-undo.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Effect } from "../../../programs/effect.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Look } from "../../../resources/look.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { type PathState, restorePath, seePath } from "./path-state.ts";
import { placedAt } from "./placed-at.ts";

/** The moved thing, and the former thing at its destination */
interface Moved {
  readonly to: string;
  readonly inode: number | null;
  readonly there: PathState;
  readonly thereInode: number | null;
}

/** Equivalent to: `mv TO FROM`; then a replaced file is restored */
export function planOfMovedPath(moved: Effect<"moved path">, typed: Typed): Plan {
  const from = resolve(moved.from);
  return comparing<Moved>({
    argv: typed.argv,
    changes: `moves ${moved.from} to ${moved.path}`,
    see: async (look, before) =>
      before === null
        ? see(look, typed, moved)
        : { ...before, inode: look.inode(from), thereInode: look.inode(before.to) },
    steps: (before, after) => steps(from, before, after),
  });
}

async function see(look: Look, typed: Typed, moved: Effect<"moved path">): Promise<Moved> {
  const to = await placedAt(look, moved);
  const there = await seePath(look, to);
  if (there.kind === "other") throw new CannotUndo(textOf(typed), `${to} is ${there.what}, which is not kept`);
  return { to, inode: look.inode(resolve(moved.from)), there, thereInode: look.inode(to) };
}

function steps(from: string, { to, inode, there, thereInode }: Moved, after: Moved | null): readonly InverseStep[] {
  if (inode === null || to === from) return [];
  // After a move the old path is empty; between file systems, the inode changes
  if (after !== null && after.inode !== null) return [];
  const back = step(ON_HOST, ["mv", "--no-target-directory", to, from], {
    kind: "moved",
    from,
    to,
    inode: after?.thereInode ?? inode,
  });
  return [back, ...(thereInode === null ? [] : restorePath(to, there, { kind: "nothing" }))];
}
