/**
 * Runs a recipe on the host that it is started in, and looks around before each shell that it leaves, and at its end.
 *
 *   bun run-and-look.ts sandbox|docker RECIPE
 *
 * Prints a {@linkcode RunAndLook}.
 */
import { builtinsOn } from "../../lib/builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { lookHere } from "../../lib/labs/look-here.ts";
import { liveHost } from "../../lib/recipe/run/live-host.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import { SILENT } from "../../lib/recipe/run/observer.ts";
import { preflight } from "../../lib/recipe/run/preflight.ts";
import { Terminal } from "../../lib/recipe/terminal/terminal.ts";
import { runRecipe } from "../../lib/recipe/run/run-recipe.ts";
import { ENDING } from "../../lib/shell/failure/failures.ts";
import { AT_ONCE } from "../../lib/shell/pace.ts";
import { RealPerformer } from "../../lib/shell/perform.ts";
import { refusing } from "../../lib/shell/refusing.ts";
import { look, type Look } from "./look.ts";

/** What a recipe proved, and what the host was like then */
export interface RunAndLook {
  /** Its checks, as `57 the rules stand in the article's order` */
  readonly held: readonly string[];
  /** Why it failed; `null` when it came to its end */
  readonly failure: string | null;
  readonly looks: readonly Look[];
}

const [kind, reference] = process.argv.slice(2) as [ThrowAwayKind, string];
const performer = new RealPerformer({ builtins: builtinsOn(kind), environment: HOST_ENVIRONMENT });
const { name, recipe } = await loadRecipe(reference);
const defaults = Object.fromEntries(
  Object.entries(recipe.options).map(([option, { default: value }]) => [option, value]),
);
const values = await preflight(name, recipe, defaults, new Set(), liveHost(lookHere(performer)));
const looks: Look[] = [];
// A container that was wired by hand goes with its shell
const exit = Terminal.prototype.exit;
Terminal.prototype.exit = async function () {
  looks.push(await look(performer));
  return exit.call(this);
};
const { checks, failure } = await runRecipe(recipe, values, {
  performer,
  undoing: refusing("allowed"),
  pace: AT_ONCE,
  failures: ENDING,
  observer: SILENT,
});
const document: RunAndLook = {
  held: checks.filter(({ ok }) => ok).map((check) => `${check.claim} ${check.name}`),
  failure: failure === null ? null : String(failure),
  looks: [...looks, await look(performer)],
};
console.log(JSON.stringify(document));
process.exit(0);
