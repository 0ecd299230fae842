/** A performer that runs nothing: a test gives each command's output. */
import type { Performer } from "../../../lib/shell/template/session-line.ts";
import { NOTHING, type Outcome } from "../../../lib/shell/outcome.ts";

/** Returns the outcome of a command */
export type Answer = (command: string) => Partial<Outcome>;

/** A performer, and the commands that it got */
export interface Answering {
  readonly performer: Performer;
  readonly ran: readonly string[];
}

/** Answers every command like this; explains failures as `explained: ` and the last words */
export function answering(answer: Answer, knows = true): Answering {
  const ran: string[] = [];
  const outcomeOf = (command: string): Outcome => {
    ran.push(command);
    return { ...NOTHING, ...answer(command) };
  };
  const performer: Performer = {
    knows,
    unknowns: "names",
    perform: async ({ text }) => outcomeOf(text),
    run: async (argv, { output, errors }) => {
      const { exitCode, stdout, stderr } = outcomeOf(argv.join(" "));
      for (const letter of stdout) output(Buffer.from(letter));
      for (const letter of stderr) errors(Buffer.from(letter));
      return exitCode;
    },
    explain: (words, command) => ({ cause: `explained: ${words}`, tryThis: command }),
  };
  return { performer, ran };
}
