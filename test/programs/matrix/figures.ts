/** Counts what each reader of lines makes of the matrix. */
import type { Answer, Reading } from "./matrix-host.ts";

/** `refused`: it says that it can't, or says in words what a person has to look up */
const OUTCOMES = ["right", "wrong", "refused"] as const;
type Outcome = (typeof OUTCOMES)[number];

const READERS = ["journal", "script", "explain", "check"] as const;
type Reader = (typeof READERS)[number];

/** The figures of the lines so far */
export class Figures {
  readonly #answers: Readonly<Record<Reader, Outcome>>[] = [];

  add(answer: Answer): void {
    this.#answers.push(outcomesOf(answer));
  }

  /** Lists them, a line for all readers and one for each */
  lines(): readonly string[] {
    const all = this.#answers.filter((outcomes) => READERS.every((reader) => outcomes[reader] === "right"));
    const count = (reader: Reader, outcome: Outcome) =>
      this.#answers.filter((outcomes) => outcomes[reader] === outcome).length;
    return [
      `${this.#answers.length} lines; all readers are right about ${all.length}`,
      ...READERS.map(
        (reader) =>
          `${reader.padEnd(8)}${OUTCOMES.map((outcome) => `${`${count(reader, outcome)}`.padStart(5)} ${outcome}`).join("")}`,
      ),
    ];
  }
}

function outcomesOf({ check, journal, script, explain }: Answer): Readonly<Record<Reader, Outcome>> {
  const seen = check?.after.state ?? "unseen";
  return {
    journal: undone(journal),
    script: undone(script),
    explain: undone(explain),
    check: seen === "unseen" ? "refused" : seen === "done" ? "right" : "wrong",
  };
}

function undone(reading: Reading | null): Outcome {
  if (reading === null || reading.left.length > 0) return "wrong";
  return reading.refused === null ? "right" : reading.hasRun ? "wrong" : "refused";
}
