/**
 * `$`: the road from a template to what it does.
 *
 * @module
 */
import type { Announcer, Line, Performer, Redirection, Speaker } from "./line.ts";
import { CommandError } from "./command-error.ts";
import { Named } from "./named.ts";
import type { Outcome } from "./outcome.ts";
import { Pending } from "./pending.ts";
import { permit } from "./permit.ts";
import { quote } from "./quote.ts";
import type { Sampled } from "./sampled.ts";
import type { Value } from "./value.ts";
import { type Command, words } from "./words.ts";

/** A template tag */
type Tagged<T> = (template: TemplateStringsArray, ...values: readonly Value[]) => T;

/** What `$` and `$.told` are */
export interface Tag extends Tagged<Pending> {
  /** Runs a command whose output is a value, with a name and the article's sample */
  as<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** The same, set as a shell variable in a line of its own: `pid=2778`, and `$pid` from then on */
  let<T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>>;
  /** Adds what a command prints to a file: `echo … >> file` */
  append(file: string): Tagged<Pending>;
  /** Replaces a file by what a command prints: `echo … > file` */
  write(file: string): Tagged<Pending>;
  /** Feeds each command's output to the next: `a | b` */
  pipe(first: Pending, ...others: readonly Pending[]): Pending;
}

/** What recipes call `$` */
export interface Shell extends Tag {
  /** For what the article tells in words only, without a line of its own */
  readonly told: Tag;
}

/** What a shell is made of: the stations that differ from mode to mode */
export interface Stations {
  readonly allowed: readonly string[];
  readonly announcer: Announcer;
  readonly performer: Performer;
}

/** A shell, and the commands that were written and never awaited */
export interface OpenShell {
  readonly $: Shell;
  /** @throws {TypeError} when there are such commands: somebody forgot an `await` */
  assertAllAwaited(): void;
}

/** Makes a `$` */
export function openShell(stations: Stations): OpenShell {
  const road = new Road(stations);
  const $: Shell = Object.assign(tagOf(road, "article"), {
    told: tagOf(road, "told"),
  });
  return { $, assertAllAwaited: () => road.assertAllAwaited() };
}

function tagOf(road: Road, speaker: Speaker): Tag {
  const redirecting =
    (operator: ">" | ">>") =>
    (file: string): Tagged<Pending> =>
    (template, ...values) =>
      road.pending([words(template, values)], speaker, { operator, file });
  const tag: Tagged<Pending> = (template, ...values) => road.pending([words(template, values)], speaker, null);
  return Object.assign(tag, {
    as:
      <T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>> =>
      (template, ...values) =>
        road.value(words(template, values), speaker, {
          name,
          sampled,
          spelled: "value",
        }),
    let:
      <T>(name: string, sampled: Sampled<T>): Tagged<Promise<Named<T>>> =>
      async (template, ...values) => {
        const named = await road.value(words(template, values), speaker, {
          name,
          sampled,
          spelled: "name",
        });
        road.assign(named, speaker);
        return named;
      },
    append: redirecting(">>"),
    write: redirecting(">"),
    pipe: (first: Pending, ...others: readonly Pending[]) => road.piped([first, ...others], speaker),
  });
}

/** A value to come: its name, its type, and how it will be spelled */
interface Wanted<T> {
  readonly name: string;
  readonly sampled: Sampled<T>;
  readonly spelled: "value" | "name";
}

class Road {
  readonly #stations: Stations;
  readonly #unawaited = new Set<Pending>();

  constructor(stations: Stations) {
    this.#stations = stations;
  }

  pending(commands: readonly [Command, ...Command[]], speaker: Speaker, redirection: Redirection | null): Pending {
    for (const { argv } of commands) permit(argv, this.#stations.allowed);
    const text = commands.map((command) => command.text).join(" | ");
    const target = redirection === null ? "" : ` ${redirection.operator} ${quote(redirection.file)}`;
    const line = { text: `${text}${target}`, commands, redirection, speaker };
    const pending = new Pending(line, this, (taken) => this.#unawaited.delete(taken));
    this.#unawaited.add(pending);
    return pending;
  }

  piped(stages: readonly [Pending, ...Pending[]], speaker: Speaker): Pending {
    for (const stage of stages) stage.take();
    const [first, ...others] = stages;
    return this.pending([...first.line.commands, ...others.flatMap(({ line }) => line.commands)], speaker, null);
  }

  async value<T>(command: Command, speaker: Speaker, { name, sampled, spelled }: Wanted<T>): Promise<Named<T>> {
    const { sample, type } = sampled;
    const output = await this.pending([command], speaker, null);
    if (!this.#stations.performer.knows)
      return new Named({
        name,
        sample,
        value: type.parse(sample),
        word: sample,
        spelled: "name",
      });
    const word = output.text();
    return new Named({ name, sample, value: type.parse(word), word, spelled });
  }

  assign(named: Named<unknown>, speaker: Speaker): void {
    this.#stations.announcer.assign(named.name, this.#stations.performer.knows ? named.word() : "...", speaker);
  }

  async run(line: Line): Promise<Outcome> {
    this.#stations.announcer.announce(line);
    const outcome = await this.#stations.performer.perform(line);
    this.#stations.announcer.finished(line, outcome);
    if (outcome.exitCode !== 0) throw new CommandError(line.text, outcome);
    return outcome;
  }

  runQuietly(line: Line): Promise<Outcome> {
    return this.#stations.performer.perform(line);
  }

  assertAllAwaited(): void {
    const [forgotten] = this.#unawaited;
    if (forgotten === undefined) return;
    throw new TypeError(`Cannot end the recipe: \`${forgotten.line.text}\` was never run, as its await is missing`);
  }
}
