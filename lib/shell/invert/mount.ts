/**
 * `mount`, and `modprobe`.
 *
 * @module
 */
import { resolve } from "node:path";

import { MODPROBE, MOUNT } from "../../programs/mount.ts";
import { CannotUndo } from "./cannot-undo.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import { mountsAt } from "./mounts.ts";
import { textOf, type Typed } from "./typed.ts";
import { typedEffects } from "./typed-effects.ts";
import { comparing, step } from "./undo-steps.ts";

/** Equivalent to: `umount FOLDER`, as long as that mount is the topmost there */
export function mount(typed: Typed): Plan {
  const effects = typedEffects(typed, MOUNT);
  if (typeof effects === "string") return unknown(effects);
  const [made] = effects;
  if (made === undefined) return NONE;
  const path = resolve(made.path);
  return comparing<readonly number[]>({
    argv: typed.argv,
    changes: `mounts ${made.source} on ${made.path}`,
    see: async (look) => mountsAt(look, path),
    steps: (before, after): readonly InverseStep[] => {
      const made = after === null ? [null] : after.filter((id) => !before.includes(id));
      return made.map((id) => step([], ["umount", path], { kind: "mount", path, id, before }));
    },
  });
}

/** Nothing, for a module that is there already */
export function modprobe(typed: Typed): Plan {
  const effects = typedEffects(typed, MODPROBE);
  if (typeof effects === "string") return unknown(effects);
  const names = effects.map(({ name }) => name);
  if (names.length === 0) return NONE;
  return comparing<null>({
    argv: typed.argv,
    changes: `loads the module ${names.join(" and ")}`,
    async see(look) {
      const missing = names.find((name) => look.inode(`/sys/module/${name.replaceAll("-", "_")}`) === null);
      if (missing !== undefined)
        throw new CannotUndo(textOf(typed), `the module ${missing} is not loaded, and may not be taken away again`);
      return null;
    },
    steps: () => [],
  });
}
