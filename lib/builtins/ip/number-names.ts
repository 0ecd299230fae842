/**
 * Names of the kernel's numbers, of which iproute2 has some built in and others in files of `/etc/iproute2`.
 * Source: lib/rt_names.c of iproute2 6.1
 *
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";

import { NotOurs } from "./words.ts";

const FOLDER = "/etc/iproute2";

/** `0x10 name` or `16 name`; what is behind is not read */
const ENTRY = /^(?:0x(?<hex>[\da-f]{1,7})|(?<decimal>[-+]?\d{1,9}))\s+(?<name>\S+)/i;
const NOTHING = /^(?:#|$)/;

/** Names by numbers, of one kind */
export class NumberNames {
  readonly #file: string;
  readonly #names: Map<number, string>;
  #isRead = false;

  private constructor(file: string, builtIn: Readonly<Record<number, string>>) {
    this.#file = file;
    this.#names = new Map(Object.entries(builtIn).map(([number, name]) => [Number(number), name]));
  }

  /** Names whose file is read when a number comes that has none, and is right about all of them from then on */
  static readLate(file: string, builtIn: Readonly<Record<number, string>>): NumberNames {
    return new NumberNames(file, builtIn);
  }

  /** Names whose file is read before any of them is used */
  static readEarly(file: string, builtIn: Readonly<Record<number, string>>): NumberNames {
    const names = new NumberNames(file, builtIn);
    names.#read();
    return names;
  }

  /**
   * The name of a number, or its digits where it has none.
   *
   * @throws {NotOurs} when a file has something else in it, of which `ip` complains
   */
  of(number: number): string {
    if (!this.#names.has(number)) this.#read();
    return this.#names.get(number) ?? String(number);
  }

  /** The numbers that have a name, which are more than one only by mistake */
  numbersOf(name: string): number[] {
    this.#read();
    return [...this.#names].filter(([, one]) => one === name).map(([number]) => number);
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    for (const path of [`${FOLDER}/${this.#file}`, ...pathsIn(`${FOLDER}/${this.#file}.d`)]) {
      for (const [number, name] of entriesOf(path)) this.#names.set(number, name);
    }
  }
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[^.].*\.conf$/.test(name))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
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
