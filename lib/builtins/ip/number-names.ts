/**
 * Names of the kernel's numbers, of which iproute2 has some built in and others in files of `/etc/iproute2` or, since 6.5, of
 * `/usr/share/iproute2`. Source: lib/rt_names.c of iproute2 6.1 and 6.15
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

import { NotOurs } from "./words.ts";

/** Where each file or folder is looked for; the first one that is there is read */
const FOLDERS = ["/etc/iproute2", "/usr/share/iproute2"] as const;

/** `0x10 name` or `16 name`; what is behind is not read */
const ENTRY = /^(?:0x(?<hex>[\da-f]{1,7})|(?<decimal>[-+]?\d{1,9}))\s+(?<name>\S+)/i;
const NOTHING = /^(?:#|$)/;

/** Where names come from */
export interface NameSource {
  readonly builtIn: Readonly<Record<number, string>>;
  /** In one of those folders: a file, or a folder of files that end in `.conf` */
  readonly paths: readonly string[];
  /** When those are read: before the first name is looked for, or when one is looked for that is not built in */
  readonly readAt: "first" | "unknown";
}

/** Names by numbers, of one kind. What is read last is right */
export class NumberNames {
  readonly #source: NameSource;
  readonly #names: Map<number, string>;
  /** All that were ever given: a number that is read first keeps the names that it had */
  readonly #given: [number: number, name: string][];
  #isRead = false;

  constructor(source: NameSource) {
    this.#source = source;
    this.#given = Object.entries(source.builtIn).map(([number, name]) => [Number(number), name]);
    this.#names = new Map(this.#given);
  }

  /**
   * The name of a number, or its digits where it has none.
   *
   * @throws {NotOurs} when a file has something else in it, of which `ip` complains
   */
  of(number: number): string {
    if (this.#source.readAt === "first" || !this.#names.has(number)) this.#read();
    return this.#names.get(number) ?? String(number);
  }

  /** The numbers that have a name, which are more than one only by mistake */
  numbersOf(name: string): number[] {
    this.#read();
    const given = this.#source.readAt === "first" ? this.#given : [...this.#names];
    return [...new Set(given.filter(([, one]) => one === name).map(([number]) => number))];
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    for (const path of this.#source.paths.flatMap((name) => filesAt(placeOf(name)))) {
      for (const [number, name] of entriesOf(path)) {
        this.#names.set(number, name);
        this.#given.push([number, name]);
      }
    }
  }
}

function placeOf(name: string): string {
  const folder = FOLDERS.find((one) => existsSync(`${one}/${name}`)) ?? FOLDERS[0];
  return `${folder}/${name}`;
}

/** The files in a folder, or else the file of that name */
function filesAt(path: string): string[] {
  try {
    const names = readdirSync(path).filter((name) => /^[^.].*\.conf$/.test(name));
    return names.map((name) => `${path}/${name}`);
  } catch {
    return [path];
  }
}

function entriesOf(path: string): [number, string][] {
  return linesOf(path).map((line) => {
    const { hex, decimal, name } = ENTRY.exec(line)?.groups ?? {};
    if (name === undefined) throw new NotOurs();
    return [hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), name];
  });
}

function linesOf(path: string): string[] {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.map((line) => line.replace(/^[ \t]+/, "")).filter((line) => !NOTHING.test(line));
  } catch {
    return [];
  }
}
