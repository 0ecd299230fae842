/**
 * The undo of Docker's daemon in a script that starts or stops it.
 *
 * @module
 */
import type { Effect } from "../programs/effect.ts";
import { isDocker } from "../programs/service.ts";
import type { Around } from "./around.ts";
import type { BashFunction } from "./functions.ts";
import type { Made } from "./made.ts";
import { scriptWord } from "./shell-words.ts";
import type { ScriptCommand } from "./script-command.ts";

/**
 * Writes the undo of a start, stop or restart of Docker; `null` for another service. One that ran already is not stopped for a
 * start; where containers run, the script does not stop it at all. The daemon restarts after its files are restored, to read
 * them again.
 */
export function aroundService(
  { name, action }: Effect<"service">,
  command: ScriptCommand,
  { bridgeWords }: Made,
): Around | null {
  if (!isDocker(name)) return null;
  const words = [...bridgeWords].map((word) => scriptWord(word));
  const rules = action === "stop" || words.length === 0 ? [] : [`undo_rules ${words.join(" ")}`];
  const line = (other: string) => command.words.map(({ typed, text }) => (text === action ? other : typed)).join(" ");
  const address = action === "stop" || rules.length === 0 ? [] : ["undo_address"];
  const needs: readonly BashFunction[] = [
    "docker-answers",
    ...(rules.length === 0 ? [] : (["undo-address", "undo-rules"] as const)),
  ];
  const isRunning = `${line("status")} >/dev/null 2>&1`;
  // Noted before the command, which may fail halfway
  if (action === "stop")
    return {
      before: [`if ${isRunning}; then`, "  undo docker_answers", `  undo ${line("start")}`, "fi"],
      after: [],
      needs,
    };
  if (action === "start")
    return { before: [...address, ...rules, `${isRunning} || undo ${line("stop")}`], after: ["docker_answers"], needs };
  return {
    before: [
      ...address,
      ...rules,
      `if ${isRunning}; then`,
      `  undo_last ${line("restart")}`,
      "  undo_last docker_answers",
      "else",
      `  undo ${line("stop")}`,
      "fi",
    ],
    after: ["docker_answers"],
    needs: [...needs, "undo-last"],
  };
}
