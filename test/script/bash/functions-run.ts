/**
 * Functions of a script, run by bash on a throw-away host, and what they have noted undone.
 */
import { type BashFunction, bashText, functionsText } from "../../../lib/script/functions.ts";
import type { Said } from "../../support/host/host-lines.ts";
import type { TestHost } from "../../support/host/test-host.ts";

/** Runs steps of a script that has these functions, as root, until all is undone */
export async function runSteps(host: TestHost, functions: readonly BashFunction[], steps: string): Promise<Said> {
  const script = [
    "set -euo pipefail",
    "NAME=test",
    'sudo() { "$@"; }',
    ...functionsText(new Set<BashFunction>(["undo", ...functions])),
    `steps() {\n${bashText("trap-failure")}\n${steps}\n}`,
    bashText("main"),
  ].join("\n");
  return await host.program`bash -c ${script}`;
}

/** How steps end that print nothing, and all of which is undone */
export const ALL_BACK: Said = { status: 0, stdout: "", stderr: "test: everything is undone\n" };
