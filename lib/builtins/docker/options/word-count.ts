import { DockerFailure } from "../../../programs/docker/failure.ts";
import { usageOf } from "../docker-help.ts";

/** The number of words that a command takes beside its options; `most` may be infinite */
export interface WordCount {
  readonly least: number;
  readonly most: number;
}

export const NO_WORDS: WordCount = { least: 0, most: 0 };

/** Requires exactly so many */
export function exactly(count: number): WordCount {
  return { least: count, most: count };
}

/** Requires so many or more */
export function atLeast(count: number): WordCount {
  return { least: count, most: Number.POSITIVE_INFINITY };
}

/**
 * Refuses a command line with too few or too many words. Source: docker/cli 20.10, `cli/required.go`.
 *
 * @throws {DockerFailure} in the client's words
 */
export function requireCount(
  words: readonly string[],
  command: { readonly usage: string; readonly summary: string; readonly words: WordCount },
): void {
  const { least, most } = command.words;
  if (words.length >= least && words.length <= most) return;
  const name = `docker ${/^[a-z]+(?: [a-z]+)*/.exec(command.usage)?.[0]}`;
  throw new DockerFailure(`"${name}" ${demand(command.words)}.\nSee '${name} --help'.\n${usageOf(command)}`);
}

function demand({ least, most }: WordCount): string {
  if (most === 0) return "accepts no arguments";
  if (Number.isFinite(most) && most > least && least > 0)
    return `requires at least ${least} and at most ${most} arguments`;
  const bound = least === most ? "exactly" : least === 0 ? "at most" : "at least";
  const count = least === 0 ? most : least;
  return `requires ${bound} ${count} argument${count === 1 ? "" : "s"}`;
}
