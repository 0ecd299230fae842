/**
 * The `$` of a recipe while it is read on a learner's host.
 *
 * @module
 */
import { InFlight } from "../recipe/run/in-flight.ts";
import type { RecipeShell } from "../recipe/terminal/recipe-shell.ts";
import { Terminal } from "../recipe/terminal/terminal.ts";
import type { Speaker } from "../shell/template/session-line.ts";
import { Named } from "../shell/template/named.ts";
import type { Output } from "../shell/output.ts";
import { AT_ONCE } from "../shell/pace.ts";
import { permit } from "../shell/permit.ts";
import type { Sampled } from "../shell/sampled.ts";
import { type Tag, openShell } from "../shell/open-shell.ts";
import type { Stations } from "../shell/pipeline.ts";
import type { Value } from "../shell/template/value.ts";
import { words } from "../shell/template/words.ts";
import { BadValue } from "../values/bad-value.ts";
import type { Reader } from "./reader.ts";

/** Makes the shell: lines are read instead of run, and values come from the learner's host */
export function openReadingShell(reader: Reader, stations: Stations): RecipeShell {
  const { $ } = openShell(stations);
  const told = Object.assign(reading(reader, $.told, "told"), { terminal: opens(reader, stations, "told") });
  return Object.assign(reading(reader, $, "article"), {
    terminal: opens(reader, stations, "article"),
    // A missing program shows when it is used
    ifMissing: () => async () => {},
    told,
  });
}

function reading(reader: Reader, tag: Tag, speaker: Speaker): Tag {
  const reads =
    <T>(name: string, sampled: Sampled<T>, spelled: "value" | "name") =>
    async (template: TemplateStringsArray, ...values: readonly Value[]): Promise<Named<T>> => {
      const named = valueIn(reader, await tag(template, ...values), { name, sampled });
      if (spelled === "name") reader.announcer.assign(name, named.word(), speaker);
      return named;
    };
  return Object.assign((template: TemplateStringsArray, ...values: readonly Value[]) => tag(template, ...values), {
    as: <T>(name: string, sampled: Sampled<T>) => reads(name, sampled, "value"),
    let: <T>(name: string, sampled: Sampled<T>) => reads(name, sampled, "name"),
    append: (file: string) => tag.append(file),
    write: (file: string) => tag.write(file),
    background: (file: string, says: string) => tag.background(file, says),
    pipe: (...stages: Parameters<Tag["pipe"]>) => tag.pipe(...stages),
    irreversible: (reason: string) => reading(reader, tag.irreversible(reason), speaker),
  });
}

/** A value, and its name in the recipe */
interface Wanted<T> {
  readonly name: string;
  readonly sampled: Sampled<T>;
}

/**
 * Finds the first line that is such a value, as the learner may have more things than the recipe at that moment. Shown
 * lines contain the value itself, so that they can be typed where no variable is set. The process behind it is not held,
 * since no command that changes something will run with it. A missing value is represented by its name.
 */
function valueIn<T>(reader: Reader, output: Output, { name, sampled }: Wanted<T>): Named<T> {
  const { sample, type } = sampled;
  for (const word of output.lines()) {
    const value = parsed(word, type.parse);
    if (value !== null) return new Named({ name, sample, value, word, spelled: "value" });
  }
  const [first = ""] = output.lines();
  const word = reader.isAbsent(first) ? first : reader.absent(`$${name}`, type.kind);
  return new Named({ name, sample, value: type.parse(sample), word, spelled: "name" });
}

function parsed<T>(word: string, parse: (text: string) => T): T | null {
  try {
    return parse(word);
  } catch (error) {
    if (error instanceof BadValue) return null;
    throw error;
  }
}

/** Opens a container's shell, in which nothing is typed: it is the learner's */
function opens(reader: Reader, { allowed, performer }: Stations, speaker: Speaker): RecipeShell["terminal"] {
  // Lines are announced as before a run, which types none either
  const untyped = { knows: false, unknowns: performer.unknowns };
  return (sample) =>
    async (template, ...values) => {
      const command = words(template, values);
      permit(command.argv, allowed);
      const { text } = command;
      const line = {
        text,
        commands: [command],
        redirection: null,
        stays: null,
        speaker,
        irreversible: null,
        gives: sample,
      } as const;
      const container = reader.opened(line, sample);
      const word = container?.id ?? sample;
      const announcer = reader.announcerIn(container, word);
      const surroundings = { announcer, inFlight: new InFlight(), pace: AT_ONCE, performer: untyped, speaker };
      return new Terminal(word, null, surroundings);
    };
}
