import { resolve } from "node:path";

import type { Effect } from "../../../programs/effect.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Look } from "../../../resources/look.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** Targets of broken links, by the links' paths */
type Dangling = ReadonlyMap<string, string>;

/** Equivalent to: `ln -s TARGET LINK` for each that was deleted */
export function planOfDanglingLinks({ folder }: Effect<"dangling links">, typed: Typed): Plan {
  return comparing<Dangling>({
    argv: typed.argv,
    changes: `deletes the symbolic links in ${folder} that lead nowhere`,
    see: (look) => see(look, folder),
    steps,
  });
}

async function see(look: Look, folder: string): Promise<Dangling> {
  const printed = await look.text(["find", "-L", resolve(folder), "-type", "l", "-print0"]);
  const paths = (printed ?? "").split("\0").filter((path) => path !== "");
  return new Map(paths.map((path) => [path, look.link(path) ?? ""]));
}

function steps(before: Dangling, after: Dangling | null): readonly InverseStep[] {
  return [...before]
    .filter(([path, target]) => after?.get(path) !== target)
    .map(([path, target]) =>
      step(ON_HOST, ["ln", "-s", target, path], { kind: "symbolic link", path, was: target, made: null }),
    );
}
