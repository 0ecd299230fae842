import type { PlannedLine } from "../../recipe/run/plan-recipe.ts";
import { withoutSudo } from "../../shell/wrapped.ts";

/** Effects of a recipe on a Docker engine that others use too */
export interface Interruption {
  /** The lines that stop it, as typed, without duplicates */
  readonly stops: readonly string[];
  /** The first line that writes each file, by path */
  readonly writes: ReadonlyMap<string, string>;
}

/** `service docker stop|restart`, and systemd's equivalents */
const STOPS = /^(?:service docker (?:stop|restart|force-reload)|systemctl (?:stop|restart) docker(?:\.service)?)$/;

/** Finds the interruptions in planned lines */
export function interruptionOf(planned: readonly PlannedLine[]): Interruption {
  const lines = planned.map(({ line }) => line);
  const stops = lines.filter(({ commands }) => commands.some(({ argv }) => STOPS.test(withoutSudo(argv).join(" "))));
  const writes = lines.flatMap(({ text, redirection }) =>
    redirection === null ? [] : [[redirection.file, text] as const],
  );
  return { stops: [...new Set(stops.map(({ text }) => text))], writes: new Map(writes.toReversed()) };
}
