/**
 * `wirework down`: removes labs, and waits until nothing of them is left.
 *
 * @module
 */
import { hasFolder } from "../../labs/labs.ts";
import { lockLab } from "../../labs/lab-lock.ts";
import { listLabs } from "../../labs/labs.ts";
import { removeLab, type Was } from "../../labs/remove-lab.ts";
import { unrecordedLabs } from "../../labs/unrecorded.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { noLab } from "../lab/find-lab.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { DOWN_OPTIONS } from "../options/down-options.ts";
import { EXIT } from "../errors/exit-status.ts";
import { explain } from "../errors/explain.ts";
import { printLine } from "../terminal/standard-output.ts";
import { reportError } from "../errors/report-error.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";
import { sayWaiting } from "../terminal/waiting.ts";

/** Messages by the lab's state before its removal */
const TOLD: Record<Was, (name: string) => string> = {
  up: (name: string) => `the lab ${name} is down`,
  gone: (name: string) => `the lab ${name} was gone already; its record is removed`,
  absent: (name: string) => `the lab ${name} was removed meanwhile`,
};

/** `wirework down LAB…|--all` */
export const down: Command = async (argv) => {
  const typed = parseArguments(argv, { options: DOWN_OPTIONS, mostPositionals: Number.POSITIVE_INFINITY });
  const { positionals, switches } = typed;
  if (switches.has("help")) return showHelp("down", typed);
  if (positionals.length === 0 && !switches.has("all"))
    throw new UsageError("Cannot remove a lab without its name", "wirework down --all");
  const [name] = positionals;
  if (name !== undefined && switches.has("all"))
    throw new UsageError(
      `Cannot remove the lab "${name}" with --all, which removes every lab`,
      `wirework down ${name}`,
    );
  const names = [...new Set(switches.has("all") ? allNames() : positionals.map(parseLabName))];
  return switches.has("json") ? takeDownForDocument(names) : takeDownOneByOne(names);
};

/** Reports each lab when it is removed; a failure does not stop the others */
async function takeDownOneByOne(names: readonly LabName[]): Promise<number> {
  let worst: number = EXIT.done;
  for (const name of names) {
    try {
      printLine(TOLD[await takeDownLab(name)](name));
    } catch (error) {
      worst = Math.max(worst, await reportError(error, "text"));
    }
  }
  return worst;
}

/** Removes labs and prints one document */
async function takeDownForDocument(names: readonly LabName[]): Promise<number> {
  const labs: { name: LabName; was: Was }[] = [];
  const failed: { name: LabName; error: unknown }[] = [];
  for (const name of names) {
    try {
      labs.push({ name, was: await takeDownLab(name) });
    } catch (error) {
      failed.push({ name, error });
    }
  }
  const [first] = failed;
  // With a single lab, its error is the command's
  if (first !== undefined && names.length === 1) throw first.error;
  const errors = failed.map(({ name, error }) => ({ name, ...explain(error) }));
  printLine(JSON.stringify({ schema: 1, labs, ...(errors.length === 0 ? {} : { errors }) }));
  return Math.max(EXIT.done, ...errors.map(({ exit }) => exit));
}

function allNames(): readonly LabName[] {
  return [...listLabs(), ...unrecordedLabs()].map(({ name }) => name);
}

/**
 * Removes a lab; returns `absent` when another command has removed it first.
 *
 * @throws {LabError} also when there was none
 */
async function takeDownLab(name: LabName): Promise<Was> {
  const hadFolder = hasFolder(name);
  using locked = await lockLab(name, () => sayWaiting(name));
  const was = await removeLab(name, locked);
  if (was === "absent" && !hadFolder) throw noLab(name);
  return was;
}
