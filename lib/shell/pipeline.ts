/**
 * The pipeline of a shell's commands: permitted, made undoable, announced, performed.
 *
 * @module
 */
import { BadValue } from "../values/bad-value.ts";
import type { ValueType } from "../values/value-type.ts";
import { failureOf } from "./failure/command-error.ts";
import type { Failures } from "./failure/failures.ts";
import type { Announcer, Line, Performer, Redirection, Speaker } from "./template/session-line.ts";
import { Named } from "./template/named.ts";
import { NOTHING, type Outcome } from "./outcome.ts";
import { Output } from "./output.ts";
import type { Pace } from "./pace.ts";
import { Pending } from "./pending.ts";
import { permit } from "./permit.ts";
import { quote } from "./template/quote.ts";
import { refuseReserved } from "./template/reserved-names.ts";
import type { Sampled } from "./sampled.ts";
import { refuseStale } from "./failure/stale-value.ts";
import { UnexpectedOutput } from "./failure/unexpected-output.ts";
import type { Undoing } from "./undoing.ts";
import type { Command } from "./template/words.ts";

/** The stages of the pipeline that differ between modes */
export interface Stations {
  readonly allowed: readonly string[];
  readonly announcer: Announcer;
  readonly performer: Performer;
  readonly undoing: Undoing;
  readonly pace: Pace;
  readonly failures: Failures;
}

/** A value that a command will print: its name, type and spelling */
export interface Wanted<T> {
  readonly name: string;
  readonly sampled: Sampled<T>;
  readonly spelled: "value" | "name";
}

/** Options of a command, beside its words */
export interface LineOptions {
  readonly speaker: Speaker;
  /** The reason why it need not be undone; `null` when it must be */
  readonly irreversible: string | null;
}

/** The use of a line's output, beside printing it */
interface OutputUse {
  readonly redirection: Redirection | null;
  /** See {@link Line} */
  readonly stays: string | null;
  readonly gives: string | null;
}

const UNUSED: OutputUse = { redirection: null, stays: null, gives: null };

/** Takes commands through the pipeline, once they are words */
export class Pipeline {
  readonly #stations: Stations;
  readonly #unawaited = new Set<Pending>();
  /** The shell variables that the announced text uses */
  readonly #assigned = new Set<string>();

  constructor(stations: Stations) {
    this.#stations = stations;
  }

  pending(
    commands: readonly [Command, ...Command[]],
    options: LineOptions,
    { redirection, stays, gives }: OutputUse = UNUSED,
  ): Pending {
    for (const { argv } of commands) permit(argv, this.#stations.allowed);
    const text = commands.map((command) => command.text).join(" | ");
    const target = redirection === null ? "" : ` ${redirection.operator} ${quote(redirection.file)}`;
    const end = stays === null ? "" : " 2>&1 &";
    const line = { text: `${text}${target}${end}`, commands, redirection, stays, gives, ...options };
    const pending = new Pending(line, this, (taken) => this.#unawaited.delete(taken));
    this.#unawaited.add(pending);
    return pending;
  }

  piped(stages: readonly [Pending, ...Pending[]], options: LineOptions): Pending {
    for (const stage of stages) stage.take();
    const [first, ...others] = stages;
    return this.pending([...first.line.commands, ...others.flatMap(({ line }) => line.commands)], options);
  }

  async value<T>(command: Command, options: LineOptions, { name, sampled, spelled }: Wanted<T>): Promise<Named<T>> {
    const { sample, type, hold } = sampled;
    refuseReserved(name);
    if (spelled === "name" || this.#stations.performer.unknowns === "variables") this.#refuseSecond(name);
    const writes = this.#stations.performer.unknowns === "samples" ? spelled : "name";
    const planned = new Named({ name, sample, value: type.parse(sample), word: sample, spelled: writes });
    const pending = this.pending([command], options, { ...UNUSED, gives: name });
    pending.take();
    const outcome = await this.#take(pending.line);
    if (!this.#stations.performer.knows) return planned;
    const asPrinted = new Named({ name, sample, value: planned.value, word: sample, spelled });
    // The run continues with the article's output
    if (outcome === null || outcome.exitCode !== 0) return asPrinted;
    const word = new Output(outcome).text();
    const value = this.#parsed(type, word, pending.line.text);
    if (value === null) return asPrinted;
    this.#stations.announcer.named(name, word);
    return new Named({ name, sample, value: value.parsed, word, spelled, held: hold(value.parsed) });
  }

  /** Parses a value; `null` when the command printed something else, and that does not end the run */
  #parsed<T>(type: ValueType<T>, word: string, command: string): { readonly parsed: T } | null {
    try {
      return { parsed: type.parse(word) };
    } catch (error) {
      if (!(error instanceof BadValue)) throw error;
      this.#stations.failures.meet(new UnexpectedOutput(command, error));
      return null;
    }
  }

  assign(named: Named<unknown>, speaker: Speaker): void {
    const { knows, unknowns } = this.#stations.performer;
    this.#stations.announcer.assign(named.name, knows || unknowns === "samples" ? named.word() : "...", speaker);
  }

  /**
   * Refuses a second value of a name: a line that shows `$pid` would then mean another value than the one it
   * ran with
   */
  #refuseSecond(name: string): void {
    if (this.#assigned.has(name))
      throw new TypeError(`Cannot set the value "${name}" twice: choose another name for the second`);
    this.#assigned.add(name);
  }

  async run(line: Line): Promise<Outcome> {
    return (await this.#take(line)) ?? NOTHING;
  }

  /** Runs a line through the pipeline; `null` for a skipped line */
  async #take(line: Line): Promise<Outcome | null> {
    const turn = await this.#stations.pace.before(line);
    if (turn === null) return null;
    this.#refuseStale(line);
    const kept = await this.#stations.undoing.before(line);
    this.#stations.announcer.announce(line);
    const outcome = await this.#stations.performer.perform(kept.line);
    await kept.after(outcome);
    this.#stations.announcer.finished(line, outcome);
    await turn.after();
    if (outcome.exitCode !== 0) this.#stations.failures.meet(failureOf(this.#stations.performer, line.text, outcome));
    return outcome;
  }

  async runQuietly(line: Line): Promise<Outcome> {
    this.#refuseStale(line);
    const kept = await this.#stations.undoing.before(line);
    const outcome = await this.#stations.performer.perform(kept.line);
    await kept.after(outcome);
    return outcome;
  }

  /**
   * Refuses a line with a stale value.
   *
   * @throws {StaleValue} when a value in the line no longer means what it did
   */
  #refuseStale(line: Line): void {
    if (this.#stations.performer.knows) refuseStale(line);
  }

  assertAllAwaited(): void {
    const [forgotten] = this.#unawaited;
    if (forgotten === undefined) return;
    throw new TypeError(`Cannot end the recipe: \`${forgotten.line.text}\` was never run, as its await is missing`);
  }
}
