/**
 * Deeds of the programs whose words tell what they do.
 *
 * @module
 */
import { resolve } from "node:path";

import { type Effect, effectsOf } from "../../programs/effect.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed } from "../deed.ts";

/** Lists what a line does, as far as that can be seen afterwards; nothing where a word of it is unknown */
export function deedsOfEffects(typed: Typed): readonly Deed[] {
  const { program: name, args } = typed;
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (program?.effects === undefined) return [];
  const { grammar, effects: read, unknown } = program;
  const parsed = parse(grammar, plainWords(args));
  const effects = effectsOf({ grammar, effects: read, ...(unknown !== undefined && { unknown }) }, name, parsed);
  return typeof effects === "string" ? [] : effects.flatMap((effect) => deedsOfEffect(effect, typed));
}

function deedsOfEffect(effect: Effect, { program, args, enter: way }: Typed): readonly Deed[] {
  switch (effect.kind) {
    case "symbolic link": {
      const { path, into, target } = effect;
      return [{ kind: "symbolic link", path: resolve(path), within: into?.name ?? null, target }];
    }
    case "folder":
      return [{ kind: "path", polarity: "there", path: resolve(effect.path) }];
    case "path": {
      const { afterwards, path, how } = effect;
      // A file that may have been there before is told by what is in it, and nobody knows that
      const isTold = afterwards !== "as before" && how !== "writes" && how !== "copies";
      return !isTold ? [] : [{ kind: "path", polarity: afterwards, path: resolve(path) }];
    }
    case "setting":
      return [{ kind: "setting", way, path: effect.path, value: effect.value }];
    case "service":
      return [{ kind: "service", name: effect.name.replace(/\.service$/, ""), action: effect.action }];
    case "container": {
      const { becomes, references } = effect;
      if (becomes === "paused") return [];
      return [{ kind: "container", polarity: becomes === "running" ? "there" : "gone", references }];
    }
    case "image":
      return [effect];
    case "container link":
    case "container name":
    case "endpoint":
    case "dangling links":
    case "mount":
    case "module":
      return [];
    case "program":
      return [{ kind: "program", name: program, args }];
    case "rule": {
      const { polarity, table, words } = effect;
      const check = ["iptables", "-t", table, "-C", ...words] as const;
      return [{ kind: "rule", polarity, way, check, rule: `-A ${words.join(" ")}` }];
    }
  }
}
