/**
 * Runs lines that the article types only when a program is missing.
 *
 * @module
 */
import type { Performer } from "../shell/template/session-line.ts";
import { permit } from "../shell/permit.ts";
import type { Tag } from "../shell/open-shell.ts";
import type { Value } from "../shell/template/value.ts";
import { words } from "../shell/template/words.ts";

/** Types a line only when the program is missing; what it installs stays */
export type IfMissing = (
  program: string,
) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<void>;

/** A shell's exit status for a program that is not there */
const NOT_FOUND = 127;

/** Returns a recipe's `$.ifMissing` */
export function ifMissing(performer: Performer, allowed: readonly string[], $: Tag): IfMissing {
  return (program) =>
    async (template, ...values) => {
      permit(words(template, values).argv, allowed);
      if (await isMissing(performer, program)) await $.irreversible("installed packages stay")(template, ...values);
    };
}

/**
 * Reports whether a program is missing. Printed lines of the article include the installation; a rehearsal
 * acts as a run would
 */
async function isMissing(performer: Performer, program: string): Promise<boolean> {
  if (!performer.knows) return performer.unknowns === "samples";
  const nowhere = () => {};
  const streams = { input: null, window: null, output: nowhere, errors: nowhere };
  return (await performer.run([program, "--version"], streams)) === NOT_FOUND;
}
