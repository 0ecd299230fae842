import { type LabState, stateOf } from "../../labs/lab-state.ts";
import { listLabs, type NamedLab } from "../../labs/labs.ts";
import { type UnrecordedLab, unrecordedLabs } from "../../labs/unrecorded.ts";
import { printable } from "../../recipe/printable.ts";
import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { printLine } from "../terminal/standard-output.ts";
import { showHelp } from "../help/show-help.ts";

/** A lab in the list */
interface Row {
  readonly name: string;
  /** `null` when no recipe has made it, or its record can't be read */
  readonly recipe: string | null;
  readonly on: string | null;
  readonly since: string | null;
  readonly state: LabState["state"] | "unreadable" | "unrecorded";
  readonly why: string | null;
}

const HEADINGS = ["NAME", "RECIPE", "ON", "SINCE", "STATE"] as const;

/** `wirework ps`: lists the labs */
export const ps: Command = async (argv) => {
  const typed = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 0 });
  if (typed.switches.has("help")) return showHelp("ps", typed);
  const rows = [...listLabs().map(rowOf), ...unrecordedLabs().map(unrecordedRow)].toSorted(byName);
  if (typed.switches.has("json")) printLine(JSON.stringify({ schema: 1, labs: rows }));
  else for (const line of table(rows)) printLine(printable(line));
  return 0;
};

function rowOf({ name, record }: NamedLab): Row {
  if ("reason" in record) {
    const why = record.reason === "torn" ? "its record is damaged" : `its record has schema ${record.schema}`;
    return { name, recipe: null, on: null, since: null, state: "unreadable", why };
  }
  const { recipe, host, since } = record;
  return { name, recipe: recipe?.name ?? null, on: host.kind, since, why: null, ...stateOf(record) };
}

function unrecordedRow({ name, host }: UnrecordedLab): Row {
  const why = "it is running, but its record is lost";
  return { name, recipe: null, on: host.kind, since: null, state: "unrecorded", why };
}

function byName(one: Row, other: Row): number {
  return one.name.localeCompare(other.name);
}

/** Formats columns as wide as their contents; without labs, only the headings */
function table(rows: readonly Row[]): readonly string[] {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function cellsOf({ name, recipe, on, since, state, why }: Row): readonly string[] {
  const shown = since === null ? "-" : since.slice(0, "2026-11-25T10:37:58".length).replace("T", " ");
  return [name, recipe ?? "-", on ?? "-", shown, why === null ? state : `${state}: ${why}`];
}
