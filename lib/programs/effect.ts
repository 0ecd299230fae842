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

/** The engine that a line of `docker` is for */
interface Engine {
  /** The client's options that say which one is meant */
  readonly engine: readonly string[];
  /** How many of the client's words stand before those of its command */
  readonly optionsAt: number;
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
    readonly how: "removes" | "makes" | "writes" | "copies";
    /** What it is a copy of */
    readonly from: string | null;
    /** Whether a folder goes along with all in it */
    readonly contents: "along" | "refused";
  };
  /** A thing that has another path afterwards, in place of what is there */
  readonly "moved path": { readonly from: string; readonly path: string; readonly into: Into | null };
  /** Symbolic links in a folder, and below it, that lead nowhere: they are removed */
  readonly "dangling links": { readonly folder: string };
  /** A setting of the kernel, by its file below `/proc/sys` */
  readonly setting: { readonly path: string; readonly value: string };
  /** What is mounted on a path once more */
  readonly mount: { readonly source: string; readonly path: string };
  /** A module that is in the kernel */
  readonly module: { readonly name: string };
  /** A service, which runs afterwards, or doesn't */
  readonly service: {
    readonly name: string;
    readonly action: "start" | "stop" | "restart";
    /** The program that is told to do it */
    readonly by: "service" | "systemctl";
  };
  /** An object of Docker's that is made, and is known by its label, or its id */
  readonly "docker object": Engine & {
    readonly object: "container" | "network" | "volume";
    readonly becomes: "running" | "created";
    /** Why it can't be undone by its removal; `null` where it can */
    readonly obstacle: string | null;
  };
  /** Containers, and what becomes of them */
  readonly container: Engine & {
    readonly becomes: "running" | "exited" | "paused" | "removed";
    /** What is done with them, in words: `sends a signal to` */
    readonly how: string;
    readonly references: readonly string[];
  };
  /** Links of containers, by `CLIENT/ALIAS`, which are taken away */
  readonly "container link": Engine & { readonly links: readonly string[] };
  /** A container's name */
  readonly "container name": Engine & { readonly reference: string; readonly name: string };
  /** A container's place in a network of Docker's */
  readonly endpoint: Engine & { readonly polarity: Polarity; readonly network: string; readonly reference: string };
  /** An image's name */
  readonly image: Engine & { readonly polarity: Polarity; readonly name: string };
  /** A program that stays */
  readonly program: {
    /** What it is, in words: `a name server` */
    readonly is: string;
    /** Why it could not be known again, or what else it may do; `null` where it can be ended, and all is as before */
    readonly obstacle: string | null;
  };
  /** A rule of iptables */
  readonly rule: {
    readonly how: "appends" | "inserts" | "deletes" | "replaces";
    readonly table: string;
    readonly chain: string;
    /** Its number in the chain, where it is given */
    readonly place: number | null;
    /** What it matches, and what is done then; empty where only its place tells */
    readonly words: readonly string[];
  };
  /** A chain of iptables */
  readonly chain: {
    readonly how: "makes" | "deletes" | "renames" | "sets the policy";
    readonly table: string;
    /** `null` for all that are empty */
    readonly chain: string | null;
    /** Its new name, or its policy; empty for none */
    readonly to: string;
  };
}

/** The kinds of effects */
export type EffectKind = keyof Effects;

/** An effect; or one of a kind */
export type Effect<Kind extends EffectKind = EffectKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Effects[Each];
}[Kind];

/** Effects of one kind: one at least */
export type Some<Kind extends EffectKind> = readonly [Effect<Kind>, ...Effect<Kind>[]];

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
