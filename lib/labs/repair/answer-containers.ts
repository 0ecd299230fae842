/**
 * Runs a recipe again beside its own containers: a line whose container still exists makes no second one.
 *
 * @module
 */
import type { Line } from "../../shell/template/session-line.ts";
import type { Kept, Undoing } from "../../shell/undoing.ts";
import type { JournalWriter } from "../journal/write.ts";
import type { MadeContainer } from "./made-container.ts";

/** The part of Docker's interface that this needs */
export interface Containers {
  /** Starts a container unless it runs; returns false when it no longer exists */
  start(id: string): Promise<boolean>;
}

/** Answers lines whose containers still exist with those containers; passes all others to another undoing */
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

/**
 * Answers with `docker start`, which does nothing to a running container and prints its id as the original
 * line did
 */
function answer(line: Line, { id, steps }: MadeContainer, journal: JournalWriter): Kept {
  const number = journal.intend(line.text, steps);
  return {
    line: { ...line, commands: [{ argv: ["sudo", "docker", "start", id], text: line.text, handles: [] }] },
    container: id,
    after: async ({ exitCode }) => journal.ended(number, exitCode, steps),
  };
}
