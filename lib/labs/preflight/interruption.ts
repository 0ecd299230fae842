import type { PlannedLine } from "../../recipe/run/plan-recipe.ts";
import { withoutSudo } from "./claims.ts";

/** What a recipe does to a Docker that others use as well */
export interface Interruption {
  /** The lines that stop it, as typed, each once */
  readonly stops: readonly string[];
  /** The first line that writes a file, by its path */
  readonly writes: ReadonlyMap<string, string>;
}

/** `service docker stop|restart`, and what systemd takes for it */
const STOPS = /^(?:service docker (?:stop|restart|force-reload)|systemctl (?:stop|restart) docker(?:\.service)?)$/;

/** Reads it off the planned lines */
export function interruptionOf(planned: readonly PlannedLine[]): Interruption {
  const lines = planned.map(({ line }) => line);
  const stops = lines.filter(({ commands }) => commands.some(({ argv }) => STOPS.test(withoutSudo(argv).join(" "))));
  const writes = lines.flatMap(({ text, redirection }) =>
    redirection === null ? [] : [[redirection.file, text] as const],
  );
  return { stops: [...new Set(stops.map(({ text }) => text))], writes: new Map(writes.toReversed()) };
}
