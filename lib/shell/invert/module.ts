import type { Effect } from "../../programs/effect.ts";
import { CannotUndo } from "./cannot-undo.ts";
import type { Plan } from "./inversion.ts";
import { textOf, type Typed } from "./typed.ts";
import { comparing } from "./undo-steps.ts";

/** Refuses to load a module; one that is loaded already needs no undo */
export function planOfModules(effects: readonly Effect<"module">[], typed: Typed): Plan {
  const names = effects.map(({ name }) => name);
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
