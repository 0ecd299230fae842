/**
 * A session whose program is the test: it shows, reads and ends as it is told.
 */
import type { Streams } from "../../../lib/builtins/builtin.ts";
import { Session } from "../../../lib/recipe/terminal/session.ts";
import type { Explained } from "../../../lib/shell/failure/cause.ts";
import type { Performer } from "../../../lib/shell/template/session-line.ts";
import { NOTHING } from "../../../lib/shell/outcome.ts";

export interface Screen {
  readonly session: Session;
  readonly performer: Performer;
  readonly argv: readonly string[];
  readonly streams: Streams;
  shows(text: string): void;
  /** What is typed next */
  reads(): Promise<string>;
  ends(exitCode: number): void;
}

/** Opens one; `known` explains any words, with the words and the command in its cause */
export function onScreen(known: Explained | null = null): Screen {
  const end = Promise.withResolvers<number>();
  const ran: { readonly argv: readonly string[]; readonly streams: Streams }[] = [];
  const performer: Performer = {
    knows: true,
    unknowns: "names",
    perform: async () => NOTHING,
    run: (argv, streams) => {
      ran.push({ argv, streams });
      return end.promise;
    },
    explain: (words, command) => known && { ...known, cause: `${known.cause} of ${words} of ${command}` },
  };
  const session = new Session(performer, ["docker", "run"]);
  const [began] = ran;
  if (began?.streams.input === undefined || began.streams.input === null) throw new Error("it did not run");
  const typed = began.streams.input[Symbol.asyncIterator]();
  return {
    session,
    performer,
    ...began,
    shows: (text) => began.streams.output(Buffer.from(text)),
    reads: async () => Buffer.from((await typed.next()).value ?? "").toString(),
    ends: end.resolve,
  };
}
