import type { Undo } from "../shell/invert/inversion.ts";
import type { Look } from "../resources/look.ts";
import type { Line } from "../shell/template/session-line.ts";
import { plansOf } from "../shell/plans.ts";
import type { Undoing } from "../shell/undoing.ts";
import type { JournalWriter } from "./journal/write.ts";

/** A command of a line that is about to run */
interface Prepared {
  readonly command: number | null;
  readonly undo: Undo;
}

/** The journal's side of running lines */
export interface Journalled extends Undoing {
  /** Reports whether an earlier line has made this symbolic link, with this target */
  hasLinked(path: string, target: string): boolean;
  /** The number of a line in the journal; `null` for one that needs no undo */
  numberOf(line: Line): number | null;
}

/** Records how to undo each line before it runs, and again when it has run */
export function journalled(journal: JournalWriter, look: Look): Journalled {
  const links = new Map<string, string>();
  const numbers = new WeakMap<Line, number>();
  return {
    hasLinked: (path, target) => links.get(path) === target,
    numberOf: (line) => numbers.get(line) ?? null,
    async before(line) {
      const prepared: Prepared[] = [];
      for (const { command, plan } of plansOf(line, "refused"))
        prepared.push({ command, undo: await plan.prepare(look) });
      if (prepared.length === 0) return { line, after: async () => {} };
      const number = journal.intend(line.text, backwards(prepared.map(({ undo }) => undo.steps)));
      numbers.set(line, number);
      return {
        line: marked(line, prepared),
        async after(outcome) {
          const steps = await Promise.all(prepared.map(({ undo }) => undo.complete(outcome, look)));
          journal.ended(number, outcome.exitCode, backwards(steps));
          for (const step of steps.flat()) {
            if (step.kind !== "rules" && step.takes.kind === "symbolic link" && step.takes.made !== null)
              links.set(step.takes.path, step.takes.made);
          }
        },
      };
    },
  };
}

/** Reverses the order: what was made last is undone first */
function backwards<Step>(parts: readonly (readonly Step[])[]): readonly Step[] {
  return parts.toReversed().flat();
}

/** Adds labels to a line, by which the things it makes are recognised later */
function marked(line: Line, prepared: readonly Prepared[]): Line {
  const argvs = new Map(prepared.map(({ command, undo }) => [command, undo.argv]));
  const [first, ...others] = line.commands.map((command, index) => ({
    ...command,
    argv: argvs.get(index) ?? command.argv,
  }));
  // A line keeps its first command
  return first === undefined ? line : { ...line, commands: [first, ...others] };
}
