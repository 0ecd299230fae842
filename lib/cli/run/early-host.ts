/**
 * Opens a sandbox and a runner in it while the recipe is still being loaded: both take time, in other
 * processes. The runner does nothing until the whole request is read and valid.
 *
 * @module
 */
import type { OpenHost } from "../../hosts/open-host.ts";
import { SYSTEM_PATH } from "../../hosts/programs.ts";
import { openSandbox } from "../../hosts/sandbox/open.ts";
import { isOwnRecipe } from "../../recipe/own-recipe.ts";
import { keptPaths } from "./kept-paths.ts";
import { prepareRunner, type WaitingRunner } from "./runner.ts";

/** A sandbox and the runner that waits in it */
export interface Manned {
  readonly host: OpenHost;
  readonly runner: WaitingRunner;
}

/** A sandbox that is opening; disposing of it ends it unless it was taken */
export interface EarlyHost extends AsyncDisposable {
  /** Waits for it; `null` when it could not be opened: the caller opens another one and gets the error */
  take(): Promise<Manned | null>;
}

/** Options that need another host, more of the machine, or no host */
const OTHERS = /^(?:-h|--(?:help|dry-run|on|load)(?:=.*)?)$/;

/**
 * Opens one for a command line of `run`, as far as its words show without parsing.
 *
 * @returns `null` when it is not for one of wirework's own recipes in a sandbox
 */
export function openEarly(argv: readonly string[]): EarlyHost | null {
  const [reference = ""] = argv;
  if (!isOwnRecipe(reference) || argv.some((word) => OTHERS.test(word))) return null;
  // As for any run: not the user's own programs, which might then run as root
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
