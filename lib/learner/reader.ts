/**
 * Reads a recipe on a learner's host. Lines that only look are run there, lines that change something are not, and
 * values are those of what the learner has built.
 *
 * @module
 */
import { readTypedLine } from "../explain/typed-line.ts";
import { ownEntry } from "../programs/parse/own-entry.ts";
import { PROGRAMS } from "../programs/table.ts";
import { changesSomething } from "../recipe/run/leaving-out.ts";
import type { Announcer, Line, Performer } from "../shell/template/session-line.ts";
import { NOTHING, type Outcome } from "../shell/outcome.ts";
import { BadValue } from "../values/bad-value.ts";
import type { Deed } from "./deed.ts";
import { containerMadeBy, deedsOf, deedsOfLine, programOf } from "./deeds/deeds-of.ts";
import type { MadeContainer, ReadLine } from "./recipe-line.ts";
import type { SeenContainer } from "./host-containers.ts";

/** Returns the container that is matched with a line, by the line's place among those that make one; `null` for none */
export type Choose = (place: number) => SeenContainer | null;

/** The output of lines that only look, by their text; several readings run each line once */
export type Looked = Map<string, Promise<Outcome>>;

const A_CONTAINER = "a container";

/** Records the lines, and answers them */
export class Reader {
  readonly steps: (readonly string[])[] = [];
  readonly lines: ReadLine[] = [];
  readonly announcer: Announcer;
  readonly performer: Performer;
  readonly #choose: Choose;
  readonly #looked: Looked;
  readonly #performs: Performer;
  /** Words for missing values, each with a description: `a process id` */
  readonly absences = new Map<string, string>();
  #announced: Line | null = null;
  #made = 0;

  constructor(performer: Performer, choose: Choose, looked: Looked) {
    this.#choose = choose;
    this.#looked = looked;
    this.#performs = performer;
    this.announcer = {
      announce: (line) => void (this.#announced = line),
      assign: (name, word, said) => this.#add({ text: `${name}=${word}`, said }),
      named: () => {},
      finished: () => {},
      typed: (text, _printed, _prompt, said) => this.#add({ text, said }),
    };
    this.performer = {
      knows: true,
      unknowns: "names",
      perform: (line) => this.#perform(line),
      run: (argv, streams) => performer.run(argv, streams),
      explain: (words, command) => performer.explain(words, command),
    };
  }

  /** Records the word for a missing value; lines with it cannot be run */
  absent(word: string, kind: string): string {
    this.absences.set(word, kind);
    return word;
  }

  isAbsent(word: string): boolean {
    return this.absences.has(word);
  }

  /** Records a line that opens a container's shell, and returns the container */
  opened(line: Line, sample: string): SeenContainer | null {
    const container = this.#choose(this.#made++);
    const word = container?.id ?? this.absent(sample, A_CONTAINER);
    this.#addLine(line, { args: containerMadeBy(line.commands[0].argv) ?? [], word, container });
    return container;
  }

  /** Makes the announcer for lines typed in the container that the word stands for */
  announcerIn(container: SeenContainer | null, word: string): Announcer {
    return {
      ...this.announcer,
      typed: (text, _printed, _prompt, said) => {
        if (text === "exit") return this.#add({ text, said, in: "container", does: "ends", deeds: [ended(word)] });
        const deeds = container === null ? [] : deedsInside(text, container);
        this.#add({ text, said, in: "container", does: deeds.length > 0 ? "changes" : "looks", deeds });
      },
    };
  }

  /** Performs a line; those of checks are run each time anew */
  async #perform(line: Line): Promise<Outcome> {
    if (this.#announced !== line) return this.#performs.perform(line);
    this.#announced = null;
    if (!changesSomething(line)) return this.#look(line);
    const args = containerMadeBy(line.commands[0].argv);
    if (args === null) {
      this.#addLine(line, null);
      return NOTHING;
    }
    const container = this.#choose(this.#made++);
    const word = container?.id ?? this.absent(`container-${this.#made}`, A_CONTAINER);
    this.#addLine(line, { args, word, container });
    return { ...NOTHING, stdout: `${word}\n` };
  }

  async #look(line: Line): Promise<Outcome> {
    const { text, commands, speaker } = line;
    this.#add({ text, said: speaker });
    const words = commands.flatMap(({ argv }) => argv);
    if ([...this.absences.keys()].some((absent) => words.some((word) => word.includes(absent)))) return NOTHING;
    // The learner's lines took effect long ago, so there is nothing to wait for
    if (commands.some(({ argv }) => ownEntry(PROGRAMS, programOf(argv))?.only === "waits")) return NOTHING;
    const looked = this.#looked.get(text) ?? this.#performs.perform(line);
    this.#looked.set(text, looked);
    return looked;
  }

  /** Adds a line; by default it runs on the host, and only looks */
  #add(line: Pick<ReadLine, "text" | "said"> & Partial<ReadLine>): void {
    this.lines.push({ step: this.steps.length - 1, in: "host", does: "looks", deeds: [], made: null, ...line });
  }

  #addLine({ text, commands, redirection, speaker }: Line, made: MadeContainer | null): void {
    const deeds = deedsOfLine(
      commands.map(({ argv }) => argv),
      redirection,
    );
    this.#add({ text, said: speaker, does: "changes", deeds, made });
  }
}

/** The effect of `exit` in a container's shell: the container ends */
function ended(word: string): Deed {
  return { kind: "container", polarity: "gone", references: [word] };
}

/** Effects of a line typed in a container, inspected in the container's network */
function deedsInside(text: string, { pid }: SeenContainer): readonly Deed[] {
  return deedsOf(["ip", "netns", "exec", `${pid}`, ...wordsOf(text)]).filter((deed) => "way" in deed);
}

/** The words of a line; none when it is not a single command */
function wordsOf(text: string): readonly string[] {
  try {
    return readTypedLine(text).words.map((word) => word.text);
  } catch (error) {
    if (error instanceof BadValue) return [];
    throw error;
  }
}
