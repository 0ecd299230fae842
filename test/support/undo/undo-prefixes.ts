/**
 * Runs a recipe in the current sandbox up to each of its commands in turn, and undoes it by its journal.
 *
 *   bun undo-prefixes.ts RECIPE ODD EVEN
 *
 * ODD and EVEN say how the last command is left when it has such a number: "ended", "interrupted", or both
 * with a comma. It prints a line of JSON for each: the differences afterwards, and what was left.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { BUILTINS } from "../../../lib/builtins/builtin-table.ts";
import { bootId } from "../../../lib/hosts/boot-id.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { journalled } from "../../../lib/labs/journalled.ts";
import { lookHere, runHere } from "../../../lib/labs/look-here.ts";
import { undo } from "../../../lib/labs/undo.ts";
import { liveHost } from "../../../lib/recipe/run/live-host.ts";
import { loadRecipe } from "../../../lib/recipe/load.ts";
import { SILENT } from "../../../lib/recipe/run/observer.ts";
import { preflight } from "../../../lib/recipe/run/preflight.ts";
import { runRecipe } from "../../../lib/recipe/run/run-recipe.ts";
import { ENDING } from "../../../lib/shell/failure/failures.ts";
import { AT_ONCE } from "../../../lib/shell/pace.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";
import type { Undoing } from "../../../lib/shell/undoing.ts";
import { DOCKER_STATE, PRINT_STATE, stateIn } from "../machine/machine-state.ts";

/** The result for a part of a recipe */
export interface Prefix {
  /** The number of commands that ran; for the last one, whether the journal has its result or only its intent */
  readonly commands: number;
  readonly last: "ended" | "interrupted";
  readonly stopped: boolean;
  readonly left: readonly object[];
  /** Lines that differ between before and after; and again after a second undo */
  readonly differences: readonly string[];
}

/** Thrown to stop a recipe */
class Enough extends Error {}

const performer = new RealPerformer({ builtins: BUILTINS.sandbox, environment: HOST_ENVIRONMENT });
const look = lookHere(performer);
const loaded = await loadRecipe(process.argv[2] ?? "");
const folder = mkdtempSync("/tmp/journals-");

// Duplicate address detection of IPv6 takes a second
for (const which of ["all", "default"]) writeFileSync(`/proc/sys/net/ipv6/conf/${which}/accept_dad`, "0");
let before = await seeState();
const [odd = [], even = []] = process.argv.slice(3).map((words) => words.split(",") as Prefix["last"][]); // a test's own words
for (let commands = 1; ; commands += 1) {
  const prefixes: Prefix[] = [];
  for (const last of commands % 2 === 1 ? odd : even) prefixes.push(await runPrefix(commands, last));
  for (const prefix of prefixes) console.log(JSON.stringify(prefix));
  if (prefixes.some(({ stopped }) => !stopped)) break;
}
process.exit(0);

async function runPrefix(commands: number, last: Prefix["last"]): Promise<Prefix> {
  const file = join(folder, `${commands}-${last}`);
  using journal = JournalWriter.begin(file, "test", bootId());
  const { name, recipe } = loaded;
  const values = Object.fromEntries(Object.entries(recipe.options).map(([option, value]) => [option, value.default]));
  const all = await preflight(name, recipe, values, new Set(), liveHost(look));
  const undoing = upTo(commands, last, journalled(journal, look));
  const { failure } = await runRecipe(recipe, all, {
    performer,
    undoing,
    observer: SILENT,
    pace: AT_ONCE,
    failures: ENDING,
  });
  if (failure !== null && !(failure instanceof Enough)) throw failure;
  const surroundings = { look, run: (argv: readonly string[]) => runHere(performer, argv) };
  const left = await undo(file, surroundings);
  const after = await seeState();
  // Undoing again must change nothing
  const leftAgain = await undo(file, surroundings);
  const again = await seeState();
  const found = [...differences(before, after), ...differences(after, again)];
  // Nothing runs until the next part
  before = again;
  return { commands, last, stopped: failure !== null, left: [...left, ...leftAgain], differences: found };
}

/** Stops a recipe after so many of its commands, those of checks included */
function upTo(commands: number, last: Prefix["last"], undoing: Undoing): Undoing {
  let count = 0;
  return {
    async before(line) {
      const kept = await undoing.before(line);
      return {
        line: kept.line,
        async after(outcome) {
          count += 1;
          if (count < commands || last === "ended") await kept.after(outcome);
          if (count === commands) throw new Enough();
        },
      };
    },
  };
}

async function seeState(): Promise<readonly string[]> {
  const parts = [await runHere(performer, ["sh", "-c", PRINT_STATE]), await runHere(performer, DOCKER_STATE)];
  return stateIn(parts.map(({ stdout }) => stdout).join(""));
}

function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}
