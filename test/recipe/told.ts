/**
 * An observer that keeps what it is told, and a performer that answers from a table.
 */
import type { Streams } from "../../lib/builtins/builtin.ts";
import type { Observer } from "../../lib/recipe/run/observer.ts";
import type { Line, Performer } from "../../lib/shell/template/session-line.ts";
import type { Outcome } from "../../lib/shell/outcome.ts";

/** What an observer was told, a tuple each */
export type Told = readonly [event: string, ...values: readonly unknown[]];

/** Keeps all that it is told, lines by their text */
export function keeping(told: Told[]): Observer {
  return {
    step: (...values) => void told.push(["step", ...values]),
    announce: (line) => void told.push(["announce", line.text]),
    assign: (...values) => void told.push(["assign", ...values]),
    named: (...values) => void told.push(["named", ...values]),
    typed: (...values) => void told.push(["typed", ...values]),
    finished: (line, { exitCode, stdout }) => void told.push(["finished", line.text, exitCode, stdout]),
    checked: (check) => void told.push(["checked", check]),
    wouldCheck: (...values) => void told.push(["wouldCheck", ...values]),
    ended: () => void told.push(["ended"]),
  };
}

/** Ends a command well, with what it printed */
export function printing(stdout: string): Outcome {
  return { exitCode: 0, stdout, stderr: "", ms: 1 };
}

/** Answers lines by a function, and keeps their texts */
export function answering(
  answer: (line: Line) => Outcome,
  run: (argv: readonly string[], streams: Streams) => Promise<number> = async () => 0,
): Performer & { readonly performed: readonly string[] } {
  const performed: string[] = [];
  return {
    performed,
    knows: true,
    unknowns: "names",
    perform: async (line) => {
      performed.push(line.text);
      return answer(line);
    },
    run,
    explain: () => null,
  };
}
