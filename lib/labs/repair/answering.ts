/**
 * A recipe that runs again beside its own containers: a line that has made one before makes none.
 *
 * @module
 */
import type { Line } from "../../shell/template/line.ts";
import type { Kept, Undoing } from "../../shell/undoing.ts";
import type { JournalWriter } from "../journal/write.ts";
import type { MadeContainer } from "./made-container.ts";

/** What is asked of the host's Docker */
export interface Containers {
  /** Makes sure that a container runs; false when it is not there any more */
  start(id: string): Promise<boolean>;
}

/** Answers the lines whose containers are still there with them, and leaves all others to another undoing */
export function answering(
  made: readonly MadeContainer[],
  containers: Containers,
  journal: JournalWriter,
  others: Undoing,
): Undoing {
  const places = new Map<string, number>();
  return {
    async before(line) {
      const place = places.get(line.text) ?? 0;
      places.set(line.text, place + 1);
      const known = made.find((container) => container.text === line.text && container.place === place);
      if (known === undefined || !(await containers.start(known.id))) return others.before(line);
      return answer(line, known, journal);
    },
  };
}

/** To start what runs already does nothing, and prints the id as the line did that made it */
function answer(line: Line, { id, steps }: MadeContainer, journal: JournalWriter): Kept {
  const number = journal.intend(line.text, steps);
  return {
    line: { ...line, commands: [{ argv: ["sudo", "docker", "start", id], text: line.text, handles: [] }] },
    container: id,
    after: async ({ exitCode }) => journal.ended(number, exitCode, steps),
  };
}
