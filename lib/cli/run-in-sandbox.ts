/**
 * A run on the sandbox, from outside: opens it, starts the runner inside, and sees to it that nothing is left.
 *
 * @module
 */
import { requireModules } from "../hosts/modules.ts";
import { requirePrograms } from "../hosts/programs.ts";
import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import { openSandbox, type Sandbox } from "../hosts/sandbox/open.ts";
import { askOnTerminal } from "./ask.ts";
import { errorDocument } from "./explain.ts";
import { EXIT, exitStatusOf } from "./exit-status.ts";
import { keptPaths } from "./kept-paths.ts";
import { complain, printLine, writeTo } from "./output.ts";
import type { RunRequest } from "./run-request.ts";
import { BUN_COMMAND } from "./self.ts";
import { firstSignal, type StopSignal } from "./signals.ts";

const INSIDE = new URL("inside.ts", import.meta.url).pathname;

/** Runs a recipe in a sandbox of its own; the exit status */
export async function runInSandbox(request: RunRequest, argv: readonly string[]): Promise<number> {
  const { run, modules } = request.recipe.permissions;
  await requirePrograms(["ip", ...run], request.mayInstall ? "allowed" : "forbidden", complain);
  using _modules = await requireModules(modules, askOnTerminal());
  const stopped = firstSignal();
  const kept = keptPaths(request.file);
  await using sandbox = await openSandbox(kept);
  const running = Bun.spawn(sandbox.enter([...BUN_COMMAND, INSIDE, JSON.stringify(kept), ...argv]), {
    env: runnerEnvironment(),
    stdio: ["inherit", request.telling === "json" ? "pipe" : "inherit", "inherit"],
  });
  const document = request.telling === "json" ? new Response(running.stdout).bytes() : null;
  const ended = await Promise.race([running.exited, stopped]);
  if (typeof ended === "string") return stoppedBy(ended, request);
  if (ended !== EXIT.done && request.keep) return keep(sandbox, ended);
  // Only when all is gone is it said that nothing is left
  await sandbox.close();
  if (document !== null) writeTo("output", await document);
  if (running.signalCode !== null)
    complain(`wirework: the runner was killed (${running.signalCode}); its sandbox is gone`);
  else if (ended === EXIT.done && request.telling === "transcript")
    printLine("the sandbox is gone, and with it all that was in it");
  return running.signalCode === null ? ended : EXIT.failed;
}

/** The sandbox's environment, and what the reader wants of the output */
function runnerEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR } = process.env;
  return {
    ...SANDBOX_ENVIRONMENT,
    ...(NO_COLOR === undefined ? {} : { NO_COLOR }),
  };
}

function stoppedBy(signal: StopSignal, { telling }: RunRequest): number {
  const exit = exitStatusOf(signal);
  if (telling === "json")
    printLine(
      errorDocument({
        message: `Stopped by ${signal}`,
        cause: null,
        try: null,
        exit,
      }),
    );
  return exit;
}

/** Leaves the sandbox open, for a look at what went wrong */
async function keep(sandbox: Sandbox, exit: number): Promise<number> {
  const { pid, enter } = await sandbox.leaveOpen();
  complain(`wirework: the sandbox is kept open. Enter it, and end it:\n  ${enter}\n  kill -9 ${pid}`);
  return exit;
}
