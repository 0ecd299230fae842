/**
 * `$`: turns a template into a command.
 *
 * @module
 */
import type { Named } from "./template/named.ts";
import type { Pending } from "./pending.ts";
import { type LineOptions, Pipeline, type Stations } from "./pipeline.ts";
import type { Sampled } from "./sampled.ts";
import type { Value } from "./template/value.ts";
import { words } from "./template/words.ts";

/** A template tag */
type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/**
 * The template tag of `$` and `$.told`. A template that is not a single command is refused when it is
 * written.
 *
 * @throws {TemplateError} for what only a shell could read: `|`, `>`, `*`, `$(…)`
 *
 * @example
 * ```ts
 * import { recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "A value is one word",
 *   options: {},
 *   permissions: { run: ["ls"] },
 *   async run({ $ }) {
 *     const { exitCode } = await $.told`ls ${"no such; file"}`.quietly();
 *     if (exitCode !== 2) throw new Error(`Expected exit status 2, saw ${exitCode}`);
 *   },
 * });
 * ```
 */
export interface Tag extends Tagged<Pending> {
  /**
   * Runs a command that prints a value, which gets a name and the article's sample.
   *
   * Equivalent to: `pid=$(docker inspect …)`
   *
   * @throws {UnexpectedOutput} when it prints anything else
   */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * Runs a command that prints a value, and assigns it to a shell variable on a line of its own; later lines
   * show `$pid`.
   *
   * Equivalent to: `pid=2778`
   */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /**
   * Appends a command's output to a file.
   *
   * Equivalent to: `echo … >> file`
   */
  append(file: string): Tagged<Pending>;
  /**
   * Writes a command's output to a file.
   *
   * Equivalent to: `echo … > file`
   */
  write(file: string): Tagged<Pending>;
  /**
   * Starts a program that keeps running, and continues once it has printed something. Its output goes to a
   * file. It ends with the run, or with the lab that the run becomes.
   *
   * Equivalent to: `program > file 2>&1 &`
   *
   * @param says the text that it prints when it works, within ten seconds
   * @throws {CommandError} when it ends before it has printed that, or does not print it
   */
  background(file: string, says: string): Tagged<Pending>;
  /**
   * Feeds each command's output to the next.
   *
   * Equivalent to: `a | b`
   */
  pipe(first: Pending, ...others: readonly Pending[]): Pending;
  /**
   * Runs a command that wirework does not know how to undo; the reason says why it need not.
   *
   * @throws {TypeError} when no reason is given
   */
  irreversible(reason: string): Tag;
}

/** A recipe's `$` */
export interface Shell extends Tag {
  /** Types lines that the article describes without printing them */
  readonly told: Tag;
}

/** A shell, and its commands that were never awaited */
export interface OpenShell {
  readonly $: Shell;
  /**
   * Requires that every command was awaited.
   *
   * @throws {TypeError} when one was not: an `await` is missing
   */
  assertAllAwaited(): void;
}

/** Makes a `$` */
export function openShell(stations: Stations): OpenShell {
  const pipeline = new Pipeline(stations);
  const $: Shell = Object.assign(tagOf(pipeline, { speaker: "article", irreversible: null }), {
    told: tagOf(pipeline, { speaker: "told", irreversible: null }),
  });
  return { $, assertAllAwaited: () => pipeline.assertAllAwaited() };
}

function tagOf(pipeline: Pipeline, options: LineOptions): Tag {
  const redirecting =
    (operator: ">" | ">>") =>
    (file: string): Tagged<Pending> =>
    (template, ...values) =>
      pipeline.pending([words(template, values)], options, {
        redirection: { operator, file },
        stays: null,
        gives: null,
      });
  const tag: Tagged<Pending> = (template, ...values) => pipeline.pending([words(template, values)], options);
  return Object.assign(tag, {
    as:
      <T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>> =>
      (template, ...values) =>
        pipeline.value(words(template, values), options, {
          name,
          sampled,
          spelled: "value",
        }),
    let:
      <T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>> =>
      async (template, ...values) => {
        const named = await pipeline.value(words(template, values), options, {
          name,
          sampled,
          spelled: "name",
        });
        pipeline.assign(named, options.speaker);
        return named;
      },
    append: redirecting(">>"),
    write: redirecting(">"),
    background: (file: string, says: string): Tagged<Pending> => {
      if (says === "")
        throw new TypeError(
          "Cannot wait for a program without a text to wait for: pass what it prints when it has started",
        );
      return (template, ...values) =>
        pipeline.pending([words(template, values)], options, {
          redirection: { operator: ">", file },
          stays: says,
          gives: null,
        });
    },
    pipe: (first: Pending, ...others: readonly Pending[]) => pipeline.piped([first, ...others], options),
    irreversible: (reason: string) => {
      if (reason.trim() === "")
        throw new TypeError("Cannot call a command irreversible without a reason: pass why that is fine");
      return tagOf(pipeline, { ...options, irreversible: reason });
    },
  });
}
