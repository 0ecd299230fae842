/**
 * `find`.
 *
 * @module
 */
import { resolve } from "node:path";

import { type InverseStep, NONE, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** Actions that change something, or may; find(1) */
const ACTIONS: ReadonlySet<string> = new Set(
  "-delete -exec -execdir -ok -okdir -fprint -fprint0 -fprintf -fls".split(" "),
);

/** Links that dangle: where each is, and where it leads */
type Dangling = ReadonlyMap<string, string>;

/**
 * Only the article's `find -L FOLDER -type l -delete` is taken back, as `-L` leaves those links that lead nowhere.
 *
 * Equivalent to: `ln -s TARGET LINK` for each that was deleted
 */
export function find(typed: Typed): Plan {
  const action = typed.args.find((word) => ACTIONS.has(word));
  if (action === undefined) return NONE;
  const [option, folder = "", ...tests] = typed.args;
  if (option !== "-L" || folder.startsWith("-") || tests.join(" ") !== "-type l -delete")
    return unknown(
      `nobody here knows what ${action} does to what it finds, unless it is find -L FOLDER -type l -delete`,
    );
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
      step([], ["ln", "-s", target, path], { kind: "symbolic link", path, was: target, made: null }),
    );
}
