/**
 * Functions of a script, run by bash alone, with functions of the test in the place of programs and of other functions.
 */
import { type BashFunction, functionsText } from "../../../lib/script/functions.ts";
import type { Said } from "../../support/host/host-lines.ts";
import { UNSHARE } from "../../support/host/in-namespaces.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

/** Where the programs of each Debian are */
const PATH = "/usr/bin:/bin:/usr/sbin:/sbin";

/** What runs before: where a script fails, and how its root is here */
const BEGIN = `set -euo pipefail\nNAME=test\nsudo() { "$@"; }`;

/**
 * Runs lines of bash that have these functions, and a `SCRATCH` folder of their own.
 *
 * @param standIns functions that replace programs, or those that the functions call
 */
export function inBash(functions: readonly BashFunction[], standIns: string, steps: string, input = ""): Said {
  return run(["bash"], [BEGIN, ...functionsText(new Set(functions)), standIns, steps].join("\n"), input);
}

/** The same in a network of its own, in which they are root */
export function inOwnNetwork(functions: readonly BashFunction[], standIns: string, steps: string): Said {
  return run([...UNSHARE, "bash"], [BEGIN, ...functionsText(new Set(functions)), standIns, steps].join("\n"), "");
}

/** Runs a text, with no functions but those in it */
export function run(shell: readonly string[], text: string, input: string): Said {
  const { exitCode, stdout, stderr } = Bun.spawnSync([...shell, "-c", text], {
    env: { LC_ALL: "C", PATH, SCRATCH: emptyFolder() },
    stdin: Buffer.from(input),
  });
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** How lines end that print this, and nothing else */
export function printing(...lines: readonly string[]): Said {
  return { status: 0, stdout: lines.map((line) => `${line}\n`).join(""), stderr: "" };
}

/** `say OUT [ERROR [STATUS]]` prints a text, and another one to its standard error; `try LINE…` prints its status, and what is seen */
const SAY = `say() { printf -- "$1"; printf -- "\${2-}" >&2; return "\${3-0}"; }
try() { local STATUS=0; "$@" || STATUS=$?; echo "$STATUS"; [[ -z $SEEN ]] || echo "$SEEN"; }
SEEN=before`;

/** Tries a line of a check, which may `say` something */
export function tried(name: BashFunction, line: string, standIns = ""): Said {
  return inBash([name], `${SAY}\n${standIns}`, `try ${line}`);
}
