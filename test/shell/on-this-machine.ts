/**
 * A `$` that runs programs of this machine, and keeps what it announced.
 */
import type { Builtin } from "../../lib/builtins/builtin.ts";
import { ENDING } from "../../lib/shell/failure/failures.ts";
import type { Line, Performer } from "../../lib/shell/template/session-line.ts";
import type { Outcome } from "../../lib/shell/outcome.ts";
import { AT_ONCE } from "../../lib/shell/pace.ts";
import { RealPerformer } from "../../lib/shell/perform.ts";
import { refusing } from "../../lib/shell/refusing.ts";
import { openShell, type Shell } from "../../lib/shell/open-shell.ts";

export const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** What tests run */
export const ALLOWED = [
  "sh",
  "cat",
  "echo",
  "head",
  "true",
  "false",
  "env",
  "yes",
  "wc",
  "printf",
  "ip",
  "sleep",
  "say",
];

export interface TestShell {
  readonly $: Shell;
  /** What was announced, and what it became: `text`, `name=word`, `text → 0` */
  readonly told: readonly string[];
  assertAllAwaited(): void;
}

/** A performer of this machine's programs, with no environment but PATH */
export function performer(
  builtins: Readonly<Record<string, Builtin>> = {},
  environment: NodeJS.ProcessEnv = { PATH },
): RealPerformer {
  return new RealPerformer({ builtins, environment });
}

/** A shell that is not in a recipe */
export function shellOf(performs: Performer, allowed: readonly string[] = ALLOWED): TestShell {
  const told: string[] = [];
  const announcer = {
    announce: ({ text }: Line) => void told.push(text),
    assign: (name: string, word: string) => void told.push(`${name}=${word}`),
    finished: ({ text }: Line, { exitCode }: Outcome) => void told.push(`${text} → ${exitCode}`),
    named: () => {},
    typed: () => {},
  };
  return {
    ...openShell({
      allowed,
      announcer,
      performer: performs,
      undoing: refusing("allowed"),
      pace: AT_ONCE,
      failures: ENDING,
    }),
    told,
  };
}
