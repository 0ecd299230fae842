/**
 * The engine that a line of `docker` is for, and its own options.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import type { Argv, Typed } from "../typed.ts";

/** Makes the words that other commands for the same engine begin with */
export function dockerOf({ engine }: Pick<Effect<"container">, "engine">): Argv {
  return ["docker", ...engine];
}

/** Puts more options behind a line's command */
export function withOptions(
  { argv, args }: Typed,
  { optionsAt }: Pick<Effect<"container">, "optionsAt">,
  options: readonly string[],
): Argv {
  const [program, ...words] = argv;
  const at = words.length - args.length + optionsAt;
  return [program, ...words.slice(0, at), ...options, ...words.slice(at)];
}
