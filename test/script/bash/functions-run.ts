/**
 * Functions of a script, run by bash on a throw-away host, and what they have noted taken back.
 */
import { type BashFunction, bashText, functionsText } from "../../../lib/script/functions.ts";
import type { TestHost } from "../../support/test-host.ts";
import { placeOn, RunningScript, type ScriptEnd } from "../running-script.ts";

/** A script that takes these functions, and has these steps; whoever runs it is root */
function scriptOf(functions: readonly BashFunction[], steps: string): string {
  return [
    "set -euo pipefail",
    "NAME=test",
    'sudo() { "$@"; }',
    ...functionsText(new Set<BashFunction>(["undo", ...functions])),
    `steps() {\n${bashText("trap-failure")}\n${steps}\n}`,
    bashText("main"),
    "KEEP=$1",
    bashText("keep"),
  ].join("\n");
}

/**
 * Runs steps to their end, and looks on before all is taken back.
 *
 * @param meanwhile happens while all stands
 */
export async function runSteps(
  host: TestHost,
  functions: readonly BashFunction[],
  steps: string,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<ScriptEnd> {
  const running = new RunningScript(placeOn(host), scriptOf(functions, steps), "keep");
  await running.stands();
  await meanwhile();
  await running.enter();
  return await running.ended();
}

/** How a script ends that has taken all back */
export const ALL_BACK = {
  status: 0,
  stderr: "test: all of it stands; Enter takes it back\ntest: all is taken back\n",
};
