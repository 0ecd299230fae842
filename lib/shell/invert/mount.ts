/**
 * `mount`, and `modprobe`.
 *
 * @module
 */
import { resolve } from "node:path";

import { optionsOf, skipOptions } from "../wrappers/skip-options.ts";
import { CannotUndo } from "./cannot-undo.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import { mountsAt } from "./mounts.ts";
import { textOf, type Typed } from "./typed.ts";
import { comparing, step } from "./undo-steps.ts";

/** Those that make one mount more; mount(8) */
const OPTIONS = optionsOf(
  "-t: --types: -o: --options: -r --read-only -w --rw --read-write -B --bind -R --rbind -n --no-mtab -v --verbose -l",
);

/** Options that change a mount that is there */
const CHANGES = /(?:^|,)(?:remount|(?:r?(?:shared|private|slave|unbindable)))(?:,|$)/;

/** Equivalent to: `umount FOLDER`, as long as that mount is the topmost there */
export function mount(typed: Typed): Plan {
  const skipped = skipOptions(typed.args, OPTIONS);
  if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to mount`);
  const [first, folder] = skipped.operands;
  if (first === undefined) return NONE;
  if (folder === undefined || typed.args.some((word) => CHANGES.test(word)))
    return unknown("nobody here knows what it mounts, or changes");
  const path = resolve(folder);
  return comparing<readonly number[]>({
    argv: typed.argv,
    changes: `mounts ${first} on ${folder}`,
    see: async (look) => mountsAt(look, path),
    steps: (before, after): readonly InverseStep[] => {
      const made = after === null ? [null] : after.filter((id) => !before.includes(id));
      return made.map((id) => step([], ["umount", path], { kind: "mount", path, id, before }));
    },
  });
}

/** Nothing, for a module that is there already */
export function modprobe(typed: Typed): Plan {
  const names = typed.args.filter((word) => !word.startsWith("-"));
  if (typed.args.some((word) => /^(?:-[a-zA-Z]*r|--remove)/.test(word)))
    return unknown("a module that is taken away may not come back as it was");
  if (typed.args.some((word) => /^(?:-n|--dry-run|--show-depends|-D|-c|--showconfig)$/.test(word))) return NONE;
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
