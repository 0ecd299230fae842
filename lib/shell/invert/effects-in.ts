import type { Effect } from "../../programs/effect.ts";
import { effectsOfCommand } from "../../programs/read-effects.ts";
import { type Argv, typed } from "./typed.ts";

/** Lists the effects of a command, also behind `sudo`, `ip netns exec` and `nsenter`; none when they are unknown */
export function effectsIn(argv: Argv): readonly Effect[] {
  const command = typed(argv);
  const effects = "kind" in command ? null : effectsOfCommand(command.program, command.args);
  return effects === null || typeof effects === "string" ? [] : effects;
}
