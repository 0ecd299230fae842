/**
 * Effects of a line, as far as its words tell: things that exist, or are gone, once it has run.
 *
 * @module
 */
import type { Grammar } from "./grammar.ts";
import type { Parsed } from "./parse.ts";
import { notKnownTo, unknownWord } from "./terms.ts";

/** The state of a thing afterwards: there, or gone */
export type Polarity = "there" | "gone";

/** The name of something inside a folder, if its own path turns out to be a folder */
export interface Into {
  readonly name: string;
  /** Treatment of a link to a folder: the folder is used, or the link itself is replaced */
  readonly links: "followed" | "replaced";
}

/** The engine that runs a line of `docker` */
interface Engine {
  /** The client's options that select it */
  readonly engine: readonly string[];
  /** The number of the client's words before those of its command */
  readonly optionsAt: number;
}

/** Effects by kind; paths are as typed */
interface Effects {
  /** A new symbolic link */
  readonly "symbolic link": {
    readonly path: string;
    /** The name in a folder; `null` when `path` is the link's own path, even if a folder is there */
    readonly into: Into | null;
    readonly target: string;
    /** True when it replaces an existing file */
    readonly replaces: boolean;
  };
  /** A new folder, unless it is there already */
  readonly folder: { readonly path: string; readonly levels: "all" | "last" };
  /** A path at which something may be created, replaced or removed */
  readonly path: {
    readonly path: string;
    /** The name in a folder; `null` when `path` is the thing's own path */
    readonly into: Into | null;
    readonly afterwards: Polarity | "as before";
    readonly how: "removes" | "makes" | "writes" | "copies";
    /** The file that it is a copy of */
    readonly from: string | null;
    /** Treatment of a folder: it goes along with its contents, or is refused */
    readonly contents: "along" | "refused";
  };
  /** A file or folder that is moved, and replaces what is at its new path */
  readonly "moved path": { readonly from: string; readonly path: string; readonly into: Into | null };
  /** Broken symbolic links in a folder and below it, which are removed */
  readonly "dangling links": { readonly folder: string };
  /** A setting of the kernel, by its file below `/proc/sys` */
  readonly setting: { readonly path: string; readonly value: string };
  /** A new mount on a path */
  readonly mount: { readonly source: string; readonly path: string };
  /** A loaded kernel module */
  readonly module: { readonly name: string };
  /** A service that is started or stopped */
  readonly service: {
    readonly name: string;
    readonly action: "start" | "stop" | "restart";
    /** The program that does it */
    readonly by: "service" | "systemctl";
  };
  /** A new Docker object, which is found by its label or its id */
  readonly "docker object": Engine & {
    readonly object: "container" | "network" | "volume";
    readonly becomes: "running" | "created";
    /** The reason why its removal does not undo it; `null` when it does */
    readonly obstacle: string | null;
  };
  /** Containers, and their state afterwards */
  readonly container: Engine & {
    readonly becomes: "running" | "exited" | "paused" | "removed";
    /** The action on them, in words: `sends a signal to` */
    readonly how: string;
    readonly references: readonly string[];
  };
  /** Removed links of containers, by `CLIENT/ALIAS` */
  readonly "container link": Engine & { readonly links: readonly string[] };
  /** A container's new name */
  readonly "container name": Engine & { readonly reference: string; readonly name: string };
  /** A container's endpoint in a Docker network */
  readonly endpoint: Engine & { readonly polarity: Polarity; readonly network: string; readonly reference: string };
  /** An image's name */
  readonly image: Engine & { readonly polarity: Polarity; readonly name: string };
  /** A program that keeps running */
  readonly program: {
    /** Its kind, in words: `a name server` */
    readonly is: string;
    /** The reason why ending it does not undo it; `null` when it does */
    readonly obstacle: string | null;
  };
  /** A rule of iptables */
  readonly rule: {
    readonly how: "appends" | "inserts" | "deletes" | "replaces";
    readonly table: string;
    readonly chain: string;
    /** Its number in the chain, if one is given */
    readonly place: number | null;
    /** Its matches and target; empty when only its number is given */
    readonly words: readonly string[];
  };
  /** A chain of iptables */
  readonly chain: {
    readonly how: "makes" | "deletes" | "renames" | "sets the policy";
    readonly table: string;
    /** `null` for all empty chains */
    readonly chain: string | null;
    /** Its new name, or its policy; otherwise empty */
    readonly to: string;
  };
}

/** The kinds of effects */
export type EffectKind = keyof Effects;

/** An effect, of any kind or of a given one */
export type Effect<Kind extends EffectKind = EffectKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Effects[Each];
}[Kind];

/** Effects of one kind: one at least */
export type Some<Kind extends EffectKind> = readonly [Effect<Kind>, ...Effect<Kind>[]];

/** A program whose effects can be told from its words */
export interface EffectiveProgram<Kind extends EffectKind = EffectKind> {
  readonly grammar: Grammar;
  /** Lists the effects of a line, or says in a clause why they are unknown */
  effects(parsed: Parsed): readonly Effect<Kind>[] | string;
  /** Set when the program handles unknown words itself, since some of them do not matter */
  readonly unknown?: "looked at";
}

/**
 * Lists the effects of a line when each of its words is known; otherwise says in a clause why they are unknown.
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
  if (unknown !== null && unknown !== lost) return notKnownTo(name, unknown);
  const effects = program.effects(parsed);
  // The program's own reason says more than that a word is unknown
  return lost === null || typeof effects === "string" ? effects : notKnownTo(name, lost);
}
