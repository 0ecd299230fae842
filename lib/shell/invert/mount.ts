import { resolve } from "node:path";

import type { Effect } from "../../programs/effect.ts";
import type { InverseStep, Plan } from "./inversion.ts";
import { ON_HOST } from "../../resources/entering.ts";
import { mountsAt } from "../../resources/mounts.ts";
import type { Typed } from "./typed.ts";
import { comparing, step } from "./undo-steps.ts";

/** Equivalent to: `umount FOLDER`, as long as that mount is on top */
export function planOfMount(mounted: Effect<"mount">, typed: Typed): Plan {
  const path = resolve(mounted.path);
  return comparing<readonly number[]>({
    argv: typed.argv,
    changes: `mounts ${mounted.source} on ${mounted.path}`,
    see: async (look) => mountsAt(look, path),
    steps: (before, after): readonly InverseStep[] => {
      const made = after === null ? [null] : after.filter((id) => !before.includes(id));
      return made.map((id) => step(ON_HOST, ["umount", path], { kind: "mount", path, id, before }));
    },
  });
}
