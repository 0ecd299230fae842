/**
 * A run on the sandbox, from outside: opens it, starts the runner inside, and sees to it that nothing is left.
 *
 * @module
 */
import { requireModules } from "../hosts/modules.ts";
import { requirePrograms, SYSTEM_PATH } from "../hosts/programs.ts";
import { SANDBOX_ENVIRONMENT } from "../hosts/sandbox/environment.ts";
import { openSandbox, type Sandbox } from "../hosts/sandbox/open.ts";
import { quote } from "../shell/quote.ts";
import { askOnTerminal } from "./ask.ts";
import { errorDocument, explanationLines } from "./explain.ts";
import { EXIT, exitStatusOf } from "./exit-status.ts";
import { keptPaths } from "./kept-paths.ts";
import { complain, printLine, writeTo } from "./output.ts";
import type { RunRequest, Telling } from "./run-request.ts";
import { runRunner } from "./runner.ts";
import { awaitStop, type Stopped, type StopSignal } from "./signals.ts";

/** Runs a recipe in a sandbox of its own; the exit status */
export async function runInSandbox(request: RunRequest): Promise<number> {
  const stopped = awaitStop();
  // What runs outside, perhaps as root, is the system's own, whatever else the user's search path finds first
  process.env["PATH"] = SYSTEM_PATH;
  try {
    const ended = await runUntil(stopped, request);
    if (typeof ended === "number") return ended;
    return tellStop(ended, request.telling);
  } catch (error) {
    // Ctrl-C is for all of a terminal's programs: that `apt-get` ended is then no failure of its own
    if (stopped.by === null) throw error;
    return tellStop(stopped.by, request.telling);
  }
}

/** The exit status, or the signal that stopped it; nothing is left then */
async function runUntil(stopped: Stopped, request: RunRequest): Promise<number | StopSignal> {
  const { run, modules } = request.recipe.permissions;
  const kept = keptPaths(request.file);
  await requirePrograms(["ip", ...run], request.mayInstall ? "allowed" : "forbidden", complain);
  using _modules = await requireModules(modules, askOnTerminal());
  if (stopped.by !== null) return stopped.by;

  await using sandbox = await openSandbox(kept);
  const { file, typed, telling, keep } = request;
  const running = runRunner(sandbox, { kept, file, typed, telling, keep }, stopped);
  const ended = await Promise.race([running, stopped.signal]);
  if (typeof ended === "string") {
    await sandbox.close();
    await running;
    return ended;
  }
  const isKept = keep && (ended.status === EXIT.failed || ended.status === EXIT.refused);
  // Only when all is gone is it said that nothing is left
  if (!isKept) await sandbox.close();
  if (ended.errors !== "") complain(ended.errors.trimEnd());
  if (ended.killedBy !== null)
    return tellError(`The runner was killed (${ended.killedBy}); its sandbox is gone`, EXIT.failed, telling);
  writeTo("output", ended.output);
  if (isKept) await leaveOpen(sandbox);
  else if (ended.status === EXIT.done && telling === "transcript")
    printLine("the sandbox is gone, and with it all that was in it");
  return ended.status;
}

/** Whoever sent the signal knows; only a program wants to read it */
function tellStop(signal: StopSignal, telling: Telling): number {
  const exit = exitStatusOf(signal);
  return telling === "json" ? tellError(`Stopped by ${signal}`, exit, telling) : exit;
}

function tellError(message: string, exit: number, telling: Telling): number {
  const error = { message, cause: null, try: null };
  if (telling === "json") printLine(errorDocument({ ...error, exit }));
  else for (const line of explanationLines(error)) complain(line);
  return exit;
}

/** Leaves the sandbox to itself, for a look at what went wrong */
async function leaveOpen(sandbox: Sandbox): Promise<void> {
  const environment = Object.entries(SANDBOX_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  const enter = sandbox
    .enter(["env", "-i", ...environment, "bash"])
    .map(quote)
    .join(" ");
  const pid = await sandbox.leaveOpen();
  complain(`wirework: the sandbox is kept open. Enter it, and end it:\n  ${enter}\n  kill -9 ${pid}`);
}
