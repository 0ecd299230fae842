/**
 * Reads a recipe on a learner's host: what only looks runs there, what changes something does not, and values are those of
 * what the learner has built.
 *
 * @module
 */
import { readTypedLine } from "../explain/typed-line.ts";
import { changesSomething } from "../recipe/run/leaving-out.ts";
import type { Announcer, Line, Performer } from "../shell/template/line.ts";
import { NOTHING, type Outcome } from "../shell/outcome.ts";
import { BadValue } from "../values/bad-value.ts";
import type { Deed } from "./deed.ts";
import { containerMadeBy, deedsOf, deedsOfLine, programOf } from "./deeds/deeds-of.ts";
import type { MadeContainer, ReadLine } from "./read-line.ts";
import type { SeenContainer } from "./seen-container.ts";

/** Which container is taken for the one that a line makes, by the line's place among such lines; `null` for none */
export type Choose = (place: number) => SeenContainer | null;

/** What looking lines have printed, by their text: several readings ask once */
export type Looked = Map<string, Promise<Outcome>>;

const A_CONTAINER = "a container";

/** Writes down the lines, and answers them */
export class Reader {
  readonly steps: (readonly string[])[] = [];
  readonly lines: ReadLine[] = [];
  readonly announcer: Announcer;
  readonly performer: Performer;
  readonly #choose: Choose;
  readonly #looked: Looked;
  readonly #performs: Performer;
  /** The words of what is not there, and what each would be: `a process id` */
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

  /** The word of something that is not there: lines with it can't be looked at */
  absent(word: string, kind: string): string {
    this.absences.set(word, kind);
    return word;
  }

  isAbsent(word: string): boolean {
    return this.absences.has(word);
  }

  /** A line that opens a container's shell; the container */
  opened(line: Line, sample: string): SeenContainer | null {
    const container = this.#choose(this.#made++);
    const word = container?.id ?? this.absent(sample, A_CONTAINER);
    this.#addLine(line, { args: containerMadeBy(line.commands[0].argv) ?? [], word, container });
    return container;
  }

  /** Who is told of what is typed in a container, which has that word */
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

  /** What a check asks is asked each time anew */
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
    // What a learner typed was typed before
    if (commands.some(({ argv }) => programOf(argv) === "sleep")) return NOTHING;
    const looked = this.#looked.get(text) ?? this.#performs.perform(line);
    this.#looked.set(text, looked);
    return looked;
  }

  /** Without more, a line on the host that only looks */
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

/** A container that its shell's `exit` ends */
function ended(word: string): Deed {
  return { kind: "container", polarity: "gone", references: [word] };
}

/** What is typed in a container is seen in its network */
function deedsInside(text: string, { pid }: SeenContainer): readonly Deed[] {
  return deedsOf(["ip", "netns", "exec", `${pid}`, ...wordsOf(text)]).filter((deed) => "way" in deed);
}

/** None of what is no single command */
function wordsOf(text: string): readonly string[] {
  try {
    return readTypedLine(text).words.map((word) => word.text);
  } catch (error) {
    if (error instanceof BadValue) return [];
    throw error;
  }
}
