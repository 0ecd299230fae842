import type { Effect } from "../../../programs/effect.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Look } from "../../../resources/look.ts";
import { CannotUndo } from "../cannot-undo.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { placedAt } from "./placed-at.ts";

/** The state of the link's path */
interface Seen {
  readonly path: string;
  readonly target: string | null;
}

/** Equivalent to: `rm LINK`, as long as its target is the same; then a replaced link is restored */
export function planOfSymbolicLink(made: Effect<"symbolic link">, typed: Typed): Plan {
  return comparing<Seen>({
    argv: typed.argv,
    changes: `makes the symbolic link ${made.path}`,
    see: async (look, before) =>
      before === null ? see(look, typed, made) : { ...before, target: look.link(before.path) },
    steps: (before, after) => steps(made.target, before, after),
  });
}

async function see(look: Look, typed: Typed, made: Effect<"symbolic link">): Promise<Seen> {
  const path = await placedAt(look, made);
  const seen = { path, target: look.link(path) };
  if (made.replaces && seen.target === null && look.inode(path) !== null)
    throw new CannotUndo(textOf(typed), `${path} is there already, and is not a symbolic link`);
  return seen;
}

function steps(target: string, before: Seen, after: Seen | null): readonly InverseStep[] {
  const { path } = before;
  const isMade = before.target !== target && (after === null || after.target === target);
  if (!isMade) return [];
  const made = { kind: "symbolic link", path, was: before.target, made: target } as const;
  if (before.target === null) return [step(ON_HOST, ["rm", path], made)];
  return [step(ON_HOST, ["ln", "-sfn", before.target, path], made)];
}
