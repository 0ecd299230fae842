/**
 * `wirework down`: takes labs down, until nothing of them is left.
 *
 * @module
 */
import { lockLab } from "../labs/lab-lock.ts";
import { listLabs } from "../labs/labs.ts";
import { removeLab, type Was } from "../labs/remove-lab.ts";
import { unrecordedLabs } from "../labs/unrecorded.ts";
import { type LabName, parseLabName } from "../values/lab-name.ts";
import { parseArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { DOWN_OPTIONS } from "./down-options.ts";
import { printLine } from "./output.ts";
import { showHelp } from "./show-help.ts";
import { UsageError } from "./usage-error.ts";
import { sayWaiting } from "./waiting.ts";

/** What a person is told, by what the lab was before */
const TOLD: Record<Was, (name: string) => string> = {
  up: (name: string) => `the lab ${name} is down`,
  gone: (name: string) => `the lab ${name} was gone already, and is forgotten`,
  absent: (name: string) => `there is no lab ${name}`,
};

/** `wirework down LAB…|--all` */
export const down: Command = async (argv) => {
  const typed = parseArguments(argv, { options: DOWN_OPTIONS, mostPositionals: Number.POSITIVE_INFINITY });
  const { positionals, switches } = typed;
  if (switches.has("help")) return showHelp("down", typed);
  if (positionals.length === 0 && !switches.has("all"))
    throw new UsageError("Cannot take down a lab without its name", "wirework down --all");
  const named = positionals.map(parseLabName);
  const names = new Set([...named, ...(switches.has("all") ? allNames() : [])]);
  const taken: { name: LabName; was: Was }[] = [];
  for (const name of names) {
    const was = await takeDownLab(name);
    taken.push({ name, was });
    if (!switches.has("json")) printLine(TOLD[was](name));
  }
  if (switches.has("json")) printLine(JSON.stringify({ schema: 1, labs: taken }));
  return 0;
};

function allNames(): readonly LabName[] {
  return [...listLabs(), ...unrecordedLabs()].map(({ name }) => name);
}

async function takeDownLab(name: LabName): Promise<Was> {
  using locked = await lockLab(name, () => sayWaiting(name));
  // Awaited, as the lock goes when this returns
  return await removeLab(name, locked);
}
