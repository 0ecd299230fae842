/**
 * Shows what will be done to this machine, and asks for consent.
 *
 * @module
 */
import type { Ask } from "../../hosts/modules.ts";
import { HostError } from "../../hosts/host-error.ts";
import type { PlannedLine } from "../../recipe/run/plan-recipe.ts";
import type { Line } from "../../shell/template/session-line.ts";
import { complain } from "../terminal/standard-output.ts";
import type { RunRequest } from "../options/run-request.ts";
import type { MachinePlan } from "./prepare.ts";

/**
 * Shows what each command will change, and asks, unless consent was given already.
 *
 * @returns whether it may be done
 * @throws {HostError} when there is nobody to ask
 */
export async function consent(
  { name, consent: given, telling }: RunRequest,
  { planned, interrupted }: MachinePlan,
  ask: Ask | null,
): Promise<boolean> {
  if (given === "given") return true;
  if (ask === null)
    throw new HostError(
      `Cannot run ${name} on this machine without asking`,
      "there is no terminal to ask on",
      `--dry-run to see what it does, and --yes to let it`,
    );
  if (telling !== "json") for (const line of planLines(name, planned, interrupted)) complain(line);
  return ask(`Run ${name} on this machine?`);
}

/** Formats the plan for people */
function planLines(name: string, planned: readonly PlannedLine[], interrupted: readonly string[]): readonly string[] {
  const changes = planned.filter(({ line, parts }) => parts.length > 0 || line.irreversible !== null);
  const interruption =
    interrupted.length === 0 ? [] : ["", `Docker stops, and with it these containers: ${interrupted.join(", ")}.`];
  return [
    `${name} changes this machine:`,
    "",
    ...changes.flatMap(({ line, parts }) => [
      `  ${line.text}`,
      ...parts.map(({ plan }) => `      ${named(plan.changes, line)}`),
      ...(line.irreversible === null ? [] : [`      and is not undone: ${line.irreversible}`]),
    ]),
    ...interruption,
    "",
    `Everything${changes.some(({ line }) => line.irreversible !== null) ? " else" : ""} is undone at the end, whatever happens.`,
  ];
}

/** Describes a change, with the names of values in place of the article's samples */
function named(changes: string, { commands }: Line): string {
  const names = commands.flatMap(({ handles }) =>
    handles.flatMap((handle) => {
      const name = handle.spelling();
      return name === null ? [] : [[handle.word(), `$${name}`] as const];
    }),
  );
  return names.reduce((text, [word, name]) => text.replaceAll(word, name), changes);
}
