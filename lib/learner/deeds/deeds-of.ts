/**
 * Results of lines that can be seen afterwards.
 *
 * @module
 */
import { ownEntry } from "../../programs/parse/own-entry.ts";
import { effectsOfCommand } from "../../programs/read-effects.ts";
import { PROGRAMS } from "../../programs/table.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Redirection } from "../../shell/template/session-line.ts";
import type { Deed } from "../deed.ts";
import { deedsOfEffects } from "./deeds-of-effects.ts";
import { writtenDeeds } from "./written-deeds.ts";
import { deedsOfVerb } from "./deeds-of-verb.ts";

/**
 * Lists the results of a command, also behind `sudo`, `ip netns exec` and `nsenter`; none that wirework can't look for.
 *
 * @example
 * ```ts
 * import { deedsOf } from "./deeds-of.ts";
 * import { expect } from "bun:test";
 *
 * expect(deedsOf(["sudo", "ip", "netns", "exec", "2778", "ip", "link", "set", "B", "up"])).toMatchObject([
 *   { kind: "link set", way: { name: "2778" }, name: "B", settings: { state: "up" } },
 * ]);
 * expect(deedsOf(["ip", "link", "show"])).toEqual([]);
 * ```
 */
export function deedsOf(argv: Argv): readonly Deed[] {
  const command = typed(argv);
  if ("kind" in command) return [];
  const reads = ownEntry(PROGRAMS, command.program)?.reads;
  return reads === undefined ? deedsOfEffects(command) : deedsOfVerb(reads, command);
}

/** Lists the results of a whole line */
export function deedsOfLine(commands: readonly Argv[], redirection: Redirection | null): readonly Deed[] {
  const last = commands.at(-1);
  const written = redirection === null || last === undefined ? [] : writtenDeeds(last, redirection);
  return [...commands.flatMap(deedsOf), ...written];
}

/** Returns the words after `docker run` in a command that makes a container; `null` for any other command */
export function containerMadeBy(argv: Argv): readonly string[] | null {
  const command = typed(argv);
  if ("kind" in command) return null;
  const effects = effectsOfCommand(command.program, command.args);
  if (effects === null || typeof effects === "string") return null;
  const made = effects.find((effect) => effect.kind === "docker object");
  return made?.object === "container" && made.becomes === "running" ? command.args.slice(made.optionsAt) : null;
}

/** Returns the program of a command, behind `sudo` and the like */
export function programOf(argv: Argv): string {
  const command = typed(argv);
  return "kind" in command ? argv[0] : command.program;
}
