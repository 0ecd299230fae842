/**
 * Results of programs whose words tell their effects.
 *
 * @module
 */
import { resolve } from "node:path";

import type { Effect } from "../../programs/effect.ts";
import { effectsOfCommand } from "../../programs/read-effects.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed, Polarity, Way } from "../deed.ts";

/** Lists the results that can be seen afterwards; none for a line with an unknown word */
export function deedsOfEffects(typed: Typed): readonly Deed[] {
  const effects = effectsOfCommand(typed.program, typed.args);
  return effects === null || typeof effects === "string"
    ? []
    : effects.flatMap((effect) => deedsOfEffect(effect, typed));
}

/** The polarity of a rule, by the command that names it */
const RULES: Readonly<Record<Effect<"rule">["how"], Polarity>> = {
  appends: "there",
  inserts: "there",
  deletes: "gone",
  replaces: "there",
};

function deedsOfEffect(effect: Effect, { program, args, enter: way }: Typed): readonly Deed[] {
  switch (effect.kind) {
    case "symbolic link": {
      const { path, into, target } = effect;
      return [{ kind: "symbolic link", path: resolve(path), within: into?.name ?? null, target }];
    }
    case "folder":
      return [{ kind: "path", polarity: "there", path: resolve(effect.path) }];
    case "path": {
      const { afterwards, path, how, from, into } = effect;
      if (how === "copies" && from !== null)
        return [{ kind: "copy", from: resolve(from), path: resolve(path), within: into?.name ?? null }];
      // A file that may have existed before could only be recognised by its content, which is unknown
      const isTold = afterwards !== "as before" && how !== "writes";
      return !isTold ? [] : [{ kind: "path", polarity: afterwards, path: resolve(path) }];
    }
    case "moved path":
      return [
        { kind: "path", polarity: "gone", path: resolve(effect.from) },
        { kind: "path", polarity: "there", path: resolve(effect.path) },
      ];
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
      return [{ kind: "image", polarity: effect.polarity, name: effect.name }];
    case "docker object":
    case "container link":
    case "container name":
    case "endpoint":
    case "dangling links":
    case "module":
      return [];
    case "chain":
      return chainDeeds(effect, { program, way });
    case "mount":
      return [{ kind: "mount", path: resolve(effect.path) }];
    case "program":
      return [{ kind: "program", name: program, args }];
    case "rule": {
      const { how, table, chain, words } = effect;
      const polarity = RULES[how];
      if (words.length === 0) return [];
      const list = [program, "-t", table, "-C", chain, ...words] as const;
      return [{ kind: "named", polarity, way, list, name: `rule -A ${[chain, ...words].join(" ")}` }];
    }
  }
}

function chainDeeds(
  { how, table, chain, to }: Effect<"chain">,
  { program, way }: { readonly program: string; readonly way: Way },
): readonly Deed[] {
  const named = (name: string, polarity: Polarity): Deed => {
    const list = [program, "-t", table, "-S", name] as const;
    return { kind: "named", polarity, way, list, name: `chain ${name} in the table ${table}` };
  };
  if (chain === null) return [];
  if (how === "sets the policy") {
    const about = `-P ${chain} `;
    return [{ kind: "printed", way, list: [program, "-t", table, "-S", chain], line: `${about}${to}`, about }];
  }
  if (how === "renames") return [named(chain, "gone"), named(to, "there")];
  return [named(chain, how === "makes" ? "there" : "gone")];
}
