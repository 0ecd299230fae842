/**
 * Docker's daemon, started and stopped by a script.
 *
 * @module
 */
import type { Around } from "./around.ts";
import type { BashFunction } from "./functions.ts";
import type { Made } from "./made.ts";
import { scriptWord } from "./shell-words.ts";
import { type ScriptCommand, textOf } from "./script-command.ts";

/**
 * What takes `service docker start`, `stop` and `restart` back; `null` for another command. What the daemon has read of its
 * files it is to read again, once they are put back.
 */
export function takeServiceBack(command: ScriptCommand, made: Made): Around | null {
  const { program, args } = command;
  const [name, verb] = program === "systemctl" ? [args[1], args[0]] : [args[0], args[1]];
  if ((program !== "service" && program !== "systemctl") || !/^docker(?:\.service)?$/.test(name ?? "")) return null;
  const words = [...made.bridgeWords].map((word) => scriptWord(word));
  const rules = verb === "stop" || words.length === 0 ? [] : [`undo_rules ${words.join(" ")}`];
  const line = (other: string) => textOf(command).replace(new RegExp(`\\b${verb}\\b`), other);
  const address = verb === "stop" || rules.length === 0 ? [] : ["undo_address"];
  const needs: readonly BashFunction[] = [
    "docker-answers",
    ...(rules.length === 0 ? [] : (["undo-address", "undo-rules"] as const)),
  ];
  // Noted before: what has failed may have done half of it
  if (verb === "stop") return { before: ["undo docker_answers", `undo ${line("start")}`], after: [], needs };
  if (verb === "start")
    return { before: [...address, ...rules, `undo ${line("stop")}`], after: ["docker_answers"], needs };
  return {
    before: [...address, ...rules, `undo_last ${line("restart")}`, "undo_last docker_answers"],
    after: ["docker_answers"],
    needs: [...needs, "undo-last"],
  };
}
