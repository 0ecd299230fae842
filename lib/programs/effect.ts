/**
 * Effects of a line: what is there or gone once it has run, as far as its words say it.
 *
 * @module
 */
import type { Grammar } from "./grammar.ts";
import type { Parsed } from "./parse.ts";
import { unknownWord } from "./terms.ts";

/** Whether a thing is there afterwards, or gone */
export type Polarity = "there" | "gone";

/** The name that something gets in a folder, where there is one at the path that it should have itself */
export interface Into {
  readonly name: string;
  /** Whether a link to a folder is followed, too */
  readonly links: "followed" | "replaced";
}

/** Effects by their kinds; paths are as typed */
interface Effects {
  /** A symbolic link that is made */
  readonly "symbolic link": {
    readonly path: string;
    /** `null` where the path is the link's own, whatever is there */
    readonly into: Into | null;
    readonly target: string;
    /** Whether it takes the place of another file */
    readonly replaces: boolean;
  };
  /** A folder that is made, where it isn't there yet */
  readonly folder: { readonly path: string; readonly levels: "all" | "last" };
  /** A path at which there may be another thing afterwards */
  readonly path: {
    readonly path: string;
    /** `null` where the path is the thing's own */
    readonly into: Into | null;
    readonly afterwards: Polarity | "as before";
    readonly how: "removes" | "makes" | "writes" | "copies" | "moves";
    /** What it is a copy of, or was before */
    readonly from: string | null;
    /** Whether a folder goes along with all in it */
    readonly contents: "along" | "refused";
  };
  /** Symbolic links in a folder, and below it, that lead nowhere: they are removed */
  readonly "dangling links": { readonly folder: string };
  /** A setting of the kernel, by its file below `/proc/sys` */
  readonly setting: { readonly path: string; readonly value: string };
  /** What is mounted on a path once more */
  readonly mount: { readonly source: string; readonly path: string };
  /** A module that is in the kernel */
  readonly module: { readonly name: string };
  /** A service, which runs afterwards, or doesn't */
  readonly service: { readonly name: string; readonly action: "start" | "stop" | "restart" };
  /** Containers, and what becomes of them */
  readonly container: {
    readonly becomes: "running" | "exited" | "paused" | "removed";
    readonly references: readonly string[];
  };
  /** Links of containers, by `CLIENT/ALIAS`, which are taken away */
  readonly "container link": { readonly links: readonly string[] };
  /** A container's name */
  readonly "container name": { readonly reference: string; readonly name: string };
  /** A container's place in a network of Docker's */
  readonly endpoint: { readonly polarity: Polarity; readonly network: string; readonly reference: string };
  /** An image's name */
  readonly image: { readonly polarity: Polarity; readonly name: string };
  /** The program itself, which stays */
  readonly program: {
    /** Whether it is the process that was started, or another one in the background */
    readonly stays: "as it was started" | "elsewhere";
    /** Files that say what else it does */
    readonly reads: readonly string[];
    /** Files that it writes into */
    readonly writes: readonly string[];
    /** A word of which nobody here knows what it does; `null` where all are known */
    readonly unknown: string | null;
  };
  /** A rule of iptables, in the words that follow `-A`: its chain, and what it matches */
  readonly rule: { readonly polarity: Polarity; readonly table: string; readonly words: readonly string[] };
}

/** The kinds of effects */
export type EffectKind = keyof Effects;

/** An effect; or one of a kind */
export type Effect<Kind extends EffectKind = EffectKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Effects[Each];
}[Kind];

/** What is known of a program whose effects its words tell */
export interface EffectiveProgram<Kind extends EffectKind = EffectKind> {
  readonly grammar: Grammar;
  /** Lists what a line does; or why nobody here knows, which goes on a sentence */
  effects(parsed: Parsed): readonly Effect<Kind>[] | string;
  /** Whether it looks itself at words that nobody knows, as those may leave its effects what they are */
  readonly unknown?: "looked at";
}

/**
 * Lists what a line does when each of its words is known; or says why nobody here knows, which goes on a sentence.
 *
 * @example
 * ```ts
 * import { effectsOf } from "./effect.ts";
 * import { MKDIR } from "./files/mkdir.ts";
 * import { parse, plainWords } from "./parse.ts";
 * import { expect } from "bun:test";
 *
 * const effects = (line: string) => effectsOf(MKDIR, "mkdir", parse(MKDIR.grammar, plainWords(line.split(" "))));
 * expect(effects("-p a/b")).toEqual([{ kind: "folder", path: "a/b", levels: "all" }]);
 * expect(effects("-Z a")).toBe("wirework does not know what -Z does to mkdir");
 * ```
 */
export function effectsOf<Kind extends EffectKind>(
  program: EffectiveProgram<Kind>,
  name: string,
  parsed: Parsed,
): readonly Effect<Kind>[] | string {
  if (program.unknown === "looked at") return program.effects(parsed);
  const { lost } = parsed;
  const unknown = unknownWord(parsed);
  if (unknown !== null && unknown !== lost) return notKnown(unknown, name);
  const effects = program.effects(parsed);
  return lost === null || typeof effects === "string" ? effects : notKnown(lost, name);
}

function notKnown(word: string, program: string): string {
  return `wirework does not know what ${word} does to ${program}`;
}
