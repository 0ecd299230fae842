/**
 * Programs that change what is at the paths they name: `rm`, `rmdir`, `cp`, `touch`, `tee`.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";

import { type Options, optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { isSetting, writtenSettings } from "./kernel-setting.ts";
import { DEVICES } from "./devices.ts";
import { followed } from "./followed.ts";
import { type PathState, restorePath, seePath } from "./path-state.ts";

/** A program that changes paths */
interface PathProgram {
  /** Those that change nothing else than what is said here */
  readonly options: Options;
  /** What it does to what it names */
  readonly does: string;
  /** The paths that may be another thing afterwards */
  changed(operands: readonly string[], isFolder: (path: string) => Promise<boolean>): Promise<readonly string[]>;
  /** Whether there may be something afterwards where there was nothing */
  readonly makes: "something" | "nothing";
}

const each = async (operands: readonly string[]) => operands;

const PROGRAMS: Readonly<Record<string, PathProgram>> = {
  rm: {
    options: optionsOf("-f --force -r -R --recursive -d --dir -v --verbose"),
    does: "removes",
    makes: "nothing",
    changed: each,
  },
  rmdir: {
    options: optionsOf("-v --verbose"),
    does: "removes",
    makes: "nothing",
    changed: each,
  },
  touch: {
    options: optionsOf("-c --no-create -a -m -d: --date: -t: -r: --reference:"),
    does: "makes",
    makes: "something",
    changed: each,
  },
  tee: {
    options: optionsOf("-a --append -i -p"),
    does: "writes",
    makes: "something",
    changed: each,
  },
  cp: {
    options: optionsOf("-f --force -n --no-clobber -p -a -r -R --recursive -d -v --verbose -T -L -P"),
    does: "copies",
    makes: "something",
    async changed(operands, isFolder) {
      const [target = "."] = operands.slice(-1);
      const sources = operands.slice(0, -1);
      const isInto = await isFolder(target);
      return sources.map((source) => (isInto ? join(target, basename(source)) : target));
    },
  },
};

/** The options with which some are about a folder together with what is in it */
const RECURSIVE: Readonly<Record<string, RegExp>> = {
  rm: /^(?:--recursive|-[a-zA-Z]*[rR][a-zA-Z]*)$/,
  cp: /^(?:--recursive|-[a-zA-Z]*[rRa][a-zA-Z]*)$/,
};

/** What is at each of the paths */
type Paths = ReadonlyMap<string, PathState>;

/** Puts back what was at the paths that a program names: files up to a size, links and empty folders */
export function changedPaths(typed: Typed): Plan {
  const program = PROGRAMS[typed.program];
  if (program === undefined) return unknown("nobody here knows which paths it changes");
  const skipped = skipOptions(typed.args, program.options);
  if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to ${typed.program}`);
  const operands = skipped.operands.filter((path) => !DEVICES.has(path));
  if (operands.length === 0) return NONE;
  if (operands.some(isSetting)) return writtenSettings(typed, operands);
  return comparing<Paths>({
    argv: typed.argv,
    changes: `${program.does} ${operands.join(" and ")}`,
    see: (look, before) => (before === null ? see(look, typed, program, operands) : seeAll(look, [...before.keys()])),
    steps: (before, after) =>
      [...before]
        .filter(([, { kind }]) => kind !== "nothing" || program.makes === "something")
        .flatMap(([path, was]) => restorePath(path, was, after?.get(path) ?? null)),
  });
}

async function see(look: Look, typed: Typed, program: PathProgram, operands: readonly string[]): Promise<Paths> {
  const isFolder = async (path: string) => (await look.text(["test", "-d", resolve(path)])) !== null;
  const named = (await program.changed(operands, isFolder)).map((path) => resolve(path));
  // What is removed is the link itself
  const paths = program.makes === "nothing" ? named : named.map((path) => followed(look, path));
  const sources = typed.program === "cp" ? operands.slice(0, -1).map((path) => resolve(path)) : paths;
  const isDeep = typed.args.some((word) => RECURSIVE[typed.program]?.test(word));
  const folders = isDeep ? await Promise.all(sources.map((path) => seePath(look, path))) : [];
  if (folders.some(({ kind }) => kind === "folder"))
    throw new CannotUndo(textOf(typed), "it is about a folder, and what is in that is not kept");
  const states = await seeAll(look, paths);
  for (const [path, state] of states)
    if (state.kind === "other") throw new CannotUndo(textOf(typed), `${path} is ${state.what}, which is not kept`);
  return states;
}

async function seeAll(look: Look, paths: readonly string[]): Promise<Paths> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await seePath(look, path)] as const)));
}
