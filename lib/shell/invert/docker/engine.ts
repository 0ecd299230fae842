/**
 * The engine that a line of `docker` addresses, and the client's options.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import type { Argv, Typed } from "../typed.ts";

/** Returns the first words of other commands for the same engine */
export function dockerOf({ engine }: Pick<Effect<"container">, "engine">): Argv {
  return ["docker", ...engine];
}

/** Adds options after a line's command, `run` for example; `optionsAt` counts from the client's first argument */
export function withOptions(
  { argv, args }: Typed,
  { optionsAt }: Pick<Effect<"container">, "optionsAt">,
  options: readonly string[],
): Argv {
  const [program, ...words] = argv;
  const at = words.length - args.length + optionsAt;
  return [program, ...words.slice(0, at), ...options, ...words.slice(at)];
}
