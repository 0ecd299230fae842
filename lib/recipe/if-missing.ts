/**
 * Lines that the article has for who lacks a program.
 *
 * @module
 */
import type { Performer } from "../shell/template/line.ts";
import { permit } from "../shell/permit.ts";
import type { Tag } from "../shell/shell.ts";
import type { Value } from "../shell/template/value.ts";
import { words } from "../shell/template/words.ts";

/** Types a line only where there is no such program; what it installs stays */
export type IfMissing = (
  program: string,
) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<void>;

/** A shell's exit status for a program that is not there */
const NOT_FOUND = 127;

/** Makes a recipe's `$.ifMissing` */
export function ifMissing(performer: Performer, allowed: readonly string[], $: Tag): IfMissing {
  return (program) =>
    async (template, ...values) => {
      permit(words(template, values).argv, allowed);
      if (await isMissing(performer, program)) await $.irreversible("what is installed stays")(template, ...values);
    };
}

/** Of those who print the article's lines it is; others, who only rehearse a run, have what a run has */
async function isMissing(performer: Performer, program: string): Promise<boolean> {
  if (!performer.knows) return performer.unknowns === "samples";
  const nowhere = () => {};
  const streams = { input: null, window: null, output: nowhere, errors: nowhere };
  return (await performer.run([program, "--version"], streams)) === NOT_FOUND;
}
