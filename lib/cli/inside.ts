/**
 * A run on the sandbox, from inside: the runner.
 *
 *   inside.ts KEPT ARGUMENTS…
 *
 * with a JSON array of what must stay readable, and the arguments of `wirework run`.
 *
 * @module
 */
import { bootSandbox } from "../hosts/sandbox/boot.ts";
import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import { OutputClosed } from "./output.ts";
import { WIREWORK } from "./self.ts";

process.exit(await runInside(process.argv.slice(2)));

async function runInside([kept = "[]", ...argv]: readonly string[]): Promise<number> {
  // Before anything else is loaded, as the root changes
  const { SANDBOX_BUILTINS } = await import("../builtins/table.ts");
  bootSandbox(JSON.parse(kept) as string[], {
    command: WIREWORK,
    names: Object.keys(SANDBOX_BUILTINS),
  });
  const { start } = await import("../builtins/service/service.ts");
  start();
  const { readRunRequest } = await import("./run-request.ts");
  const { observerFor, printReport } = await import("./tell.ts");
  const { runRecipe } = await import("../recipe/run-recipe.ts");
  const { RealPerformer } = await import("../shell/perform.ts");
  const request = await readRunRequest(argv);
  const performer = new RealPerformer({
    builtins: SANDBOX_BUILTINS,
    environment: SANDBOX_ENVIRONMENT,
  });
  try {
    return printReport(request, await runRecipe(request.recipe, request.values, performer, observerFor(request)));
  } catch (error) {
    if (error instanceof OutputClosed) return 141;
    throw error;
  }
}
