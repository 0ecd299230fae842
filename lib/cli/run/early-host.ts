/**
 * A sandbox with a runner in it that are started while the recipe is still read: both take their time, in other processes. Nothing
 * is done in there before all is read, and good.
 *
 * @module
 */
import type { OpenHost } from "../../hosts/open-host.ts";
import { SYSTEM_PATH } from "../../hosts/programs.ts";
import { openSandbox } from "../../hosts/sandbox/open.ts";
import { isOwnRecipe } from "../../recipe/own-recipe.ts";
import { keptPaths } from "./kept-paths.ts";
import { prepareRunner, type WaitingRunner } from "./runner.ts";

/** A sandbox, and who waits in it */
export interface Manned {
  readonly host: OpenHost;
  readonly runner: WaitingRunner;
}

/** One that opens; disposing of it ends it, unless somebody has taken it */
export interface EarlyHost extends AsyncDisposable {
  /** Waits for it; `null` where it could not be opened, and whoever opens another one is told why */
  take(): Promise<Manned | null>;
}

/** Options with which a run is another one: on another host, with more of the machine, or none at all */
const OTHERS = /^(?:-h|--(?:help|dry-run|on|load)(?:=.*)?)$/;

/**
 * Opens one for a command line of `run`, as far as that tells without being understood.
 *
 * @returns `null` when it is not for a recipe of our own in a sandbox
 */
export function openEarly(argv: readonly string[]): EarlyHost | null {
  const [reference = ""] = argv;
  if (!isOwnRecipe(reference) || argv.some((word) => OTHERS.test(word))) return null;
  // As in a run: perhaps as root, none of the user's own programs
  process.env["PATH"] = SYSTEM_PATH;
  const opening = man(argv.includes("--json") ? "json" : "transcript");
  let isTaken = false;
  return {
    async take() {
      isTaken = true;
      return await opening;
    },
    async [Symbol.asyncDispose]() {
      if (!isTaken) await (await opening)?.host.close();
    },
  };
}

async function man(telling: "json" | "transcript"): Promise<Manned | null> {
  let host: OpenHost | null = null;
  try {
    host = await openSandbox(keptPaths(null), null);
    return { host, runner: prepareRunner(host, telling) };
  } catch {
    await host?.close();
    return null;
  }
}
