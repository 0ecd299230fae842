/**
 * What is remembered of a lab, a JSON file of schema 1.
 *
 * @module
 */
import type { HolderIdentity } from "../hosts/holder-identity.ts";
import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import type { ProcessIdentity } from "../netlink/process/process-identity.ts";
import type { LabName } from "../values/name/lab-name.ts";

/** The record of a lab that is up */
export interface LabRecord {
  readonly schema: 1;
  readonly name: LabName;
  /** `null` when none has made it: `wirework shell` on a fresh host */
  readonly recipe: LabRecipe | null;
  /** The folder of the wirework that made it: an absolute path */
  readonly project: string;
  /** When it came up: RFC 3339, in UTC */
  readonly since: string;
  readonly host: ThrowAwayHost | MachineHost;
  /** Those that ran when it came up */
  readonly containers: readonly LabContainer[];
  /** The first line of its recipe that can't be taken back, and so not be done again; `null` when there is none */
  readonly obstacle: string | null;
}

/** What it was made with, to make it again */
export interface LabRecipe {
  readonly name: string;
  /** An absolute path without symbolic links */
  readonly file: string;
  /** Its options as typed */
  readonly typed: Readonly<Record<string, string>>;
  /** Files of images that were loaded */
  readonly archives: readonly string[];
}

/** A throw-away host, which lives as long as its holder */
export interface ThrowAwayHost {
  readonly kind: ThrowAwayKind;
  readonly holder: HolderIdentity;
}

/** This machine itself */
export interface MachineHost {
  readonly kind: "host";
  /** Which start of the machine it was made in */
  readonly boot: string;
  /** What takes it back: a file's path */
  readonly journal: string;
  /** Whether it is there to stay, or its run goes on, or was interrupted */
  readonly stage: "up" | "running";
}

/** A container, and what it is called */
export interface LabContainer {
  readonly id: string;
  /** Docker's name */
  readonly name: string;
  /** What the recipe calls it: `$.as("client", …)`, and the id that a terminal shows in the article */
  readonly called: readonly string[];
  /** Its first process, as the machine sees it, and the network that was wired; `null` when that could not be seen */
  readonly process: (ProcessIdentity & { readonly pid: number }) | null;
}

/** Why a text is no record that we can read */
export type Unreadable =
  | { readonly reason: "torn" }
  /** Another version wrote it */
  | { readonly reason: "unknown schema"; readonly schema: string };

/**
 * Reads a record.
 *
 * @example
 * ```ts
 * import { readRecord } from "./record.ts";
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
  return value as LabRecord; // of that schema, and nobody else can write there
}

/** `null`, which is no record either, when it is not whole */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
