/**
 * The record of a lab, a JSON file of schema 1.
 *
 * @module
 */
import type { HolderIdentity } from "../hosts/holder-identity.ts";
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import type { ProcessIdentity } from "../netlink/process/process-identity.ts";
import type { LabName } from "../values/name/lab-name.ts";
import { NO_SUM, seal, unseal } from "./sealed.ts";

/** The record of a lab that is up */
export interface LabRecord {
  readonly schema: 1;
  readonly name: LabName;
  /** `null` for a lab without a recipe: `wirework shell` on a fresh host */
  readonly recipe: LabRecipe | null;
  /** The folder of the wirework that made it: an absolute path */
  readonly project: string;
  /** The time when it came up: RFC 3339, in UTC */
  readonly since: string;
  readonly host: ThrowAwayHost | MachineHost;
  /** The containers that ran when it came up */
  readonly containers: readonly LabContainer[];
  /**
   * The first line of its recipe that can't be undone, so that the recipe can't run again; `null` when there
   * is none
   */
  readonly obstacle: string | null;
}

/** The values to run its recipe again */
export interface LabRecipe {
  readonly name: string;
  /** An absolute path without symbolic links */
  readonly file: string;
  /** Its options as typed */
  readonly typed: Readonly<Record<string, string>>;
  /** Files of loaded images */
  readonly archives: readonly string[];
}

/** A throw-away host, which lives as long as its holder */
export interface ThrowAwayHost {
  readonly kind: ThrowAwayKind;
  readonly holder: HolderIdentity;
}

/** The machine itself */
export interface MachineHost {
  readonly kind: "host";
  /** The boot id of the time when it was made */
  readonly boot: string;
  /** The namespaces in which it was made, `ownNamespaces("pid", "net")`: from others, nobody can tell what is left */
  readonly seenFrom: string;
  /** The path of the journal that undoes it */
  readonly journal: string;
  /** Says whether the lab is up, or its run is going on or was interrupted */
  readonly stage: "up" | "running";
  /** The sum of the journal's last line when the lab came up; `null` while its run goes on, or when it was interrupted */
  readonly sum: string | null;
}

/** A container and its names */
export interface LabContainer {
  readonly id: string;
  /** Docker's name */
  readonly name: string;
  /** The recipe's names for it: `$.as("client", …)`, and the id that a terminal shows in the article */
  readonly called: readonly string[];
  /** Its first process, as the machine sees it, and its network; `null` when that could not be read */
  readonly process: (ProcessIdentity & { readonly pid: number }) | null;
}

/** The reason why a text is not a readable record */
export type Unreadable =
  /** It was not written completely, or changed since */
  | { readonly reason: "torn" }
  /** Another version wrote it */
  | { readonly reason: "unknown schema"; readonly schema: string };

/** Writes a record as text, with a sum against damage */
export function textOfRecord(record: LabRecord): string {
  return `${seal(JSON.stringify(record), NO_SUM)}\n`;
}

/**
 * Reads a record.
 *
 * @example
 * ```ts
 * import { readRecord } from "./lab-record.ts";
 * import { expect } from "bun:test";
 *
 * expect(readRecord('{"schema": 1, "na')).toEqual({ reason: "torn" });
 * expect(readRecord('{"schema": 2}')).toEqual({ reason: "unknown schema", schema: "2" });
 * ```
 */
export function readRecord(text: string): LabRecord | Unreadable {
  const value = parsed(text);
  if (typeof value !== "object" || value === null || !("schema" in value)) return { reason: "torn" };
  if (value.schema !== 1) return { reason: "unknown schema", schema: JSON.stringify(value.schema) };
  const whole = unseal(text.trimEnd(), NO_SUM);
  return whole === null ? { reason: "torn" } : (JSON.parse(whole.text) as LabRecord); // of that schema, and sealed by us
}

/** Parses JSON; returns `null`, which is no record either, when the text is incomplete */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
