/**
 * Shows the present contents of a lab.
 *
 * @module
 */
import { join } from "node:path";

import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering } from "../../hosts/holder-identity.ts";
import { settledLab } from "../../labs/lab-lock.ts";
import { LabError } from "../../labs/lab-error.ts";
import { type LabState, stateOf } from "../../labs/lab-state.ts";
import type { LiveInterface } from "../../labs/live/interfaces.ts";
import type { LiveLab } from "../../labs/live/live-lab.ts";
import type { LabRecord } from "../../labs/lab-record.ts";
import { printable } from "../../recipe/printable.ts";
import { BadValue } from "../../values/bad-value.ts";
import { type LabName, parseLabName } from "../../values/name/lab-name.ts";
import { isThrowAway } from "./find-lab.ts";
import { requirePrograms } from "../run/require-programs.ts";
import { BUN_COMMAND } from "../self.ts";
import { sayWaiting } from "../terminal/waiting.ts";

const INSIDE = join(import.meta.dir, "look-inside.ts");

/** A lab, its state, and its contents; `null` when those can't be read */
export interface ShownLab {
  readonly record: LabRecord;
  readonly state: LabState;
  readonly live: LiveLab | null;
}

/** Looks at a lab; `null` when there is none of that name, or the name can't be a lab's */
export async function lookAt(reference: string): Promise<ShownLab | null> {
  const name = nameIn(reference);
  const record = name === null ? null : await settledLab(name, () => sayWaiting(name));
  if (record === null) return null;
  const state = stateOf(record);
  return { record, state, live: state.state === "gone" || state.state === "out of sight" ? null : await live(record) };
}

/** Formats it for a program */
export function labDocument({ record, state, live: holds }: ShownLab): object {
  const { name, recipe, since, host, containers } = record;
  const called = containers.map(({ id, name: own, called: names }) => ({ id, name: own, called: names }));
  const made = { recipe: recipe?.name ?? null, options: recipe?.typed ?? {} };
  return { name, ...made, on: host.kind, since, ...state, called, holds };
}

/** Formats it for a person */
export function labLines({ record, state, live: holds }: ShownLab): readonly string[] {
  const { name, recipe, since, host } = record;
  const why = "why" in state ? `: ${state.why}` : "";
  const heading = `The lab ${name}, of ${recipe?.name ?? "no recipe"} on ${host.kind}, since ${since}: ${state.state}${why}`;
  return (holds === null ? [heading] : [heading, ...sections(record, holds)]).map(printable);
}

function sections({ containers }: LabRecord, { containers: running, links, bridges, chains, netns }: LiveLab) {
  const called = new Map(containers.map((container) => [container.id, container.called]));
  return [
    ...section(
      "Containers",
      running.map(({ id, name, interfaces }) => [
        id,
        [name, ...(called.get(id) ?? [])].join(", "),
        addressesIn(interfaces),
      ]),
    ),
    ...section(
      "Links of the host",
      links.map(({ name, kind, state, addresses }) => [name, kind, state, addresses.join(", ")]),
    ),
    ...section(
      "Bridges",
      bridges.map(({ name, usable, members }) => [name, roomIn(usable), members.join(", ") || "no ports"]),
    ),
    ...section(
      "Chains",
      chains.map(({ table, chain, policy, rules }) => [table, chain, policy ?? "-", rulesIn(rules.length)]),
    ),
    ...section(
      "Names in /var/run/netns",
      netns.map(({ name, names }) => [name, names]),
    ),
  ];
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return rows.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line.trimEnd()}`)];
}

/** Lists addresses, except the loopback's */
function addressesIn(interfaces: readonly LiveInterface[]): string {
  const wired = interfaces.filter(({ kind }) => kind !== "loopback");
  return wired.map(({ name, addresses }) => [name, ...addresses].join(" ")).join(", ");
}

function roomIn(usable: number): string {
  return usable === 0 ? "no address" : `${usable.toLocaleString("en")} usable addresses`;
}

function rulesIn(count: number): string {
  return count === 1 ? "1 rule" : `${count} rules`;
}

function nameIn(reference: string): LabName | null {
  try {
    return parseLabName(reference);
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

async function live({ name, host, project }: LabRecord): Promise<LiveLab | null> {
  if (!isThrowAway(host)) return null;
  requirePrograms({ name, host, project });
  const running = Bun.spawn(entering(host.holder, [...BUN_COMMAND, INSIDE, host.kind]), {
    env: { ...HOST_ENVIRONMENT, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [text, complaint, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  if (status === 0) return JSON.parse(text) as LiveLab; // it printed one
  throw new LabError(`Cannot read the lab "${name}"`, complaint.trim() || `status ${status}`, `wirework shell ${name}`);
}
