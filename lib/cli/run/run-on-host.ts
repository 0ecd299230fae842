/**
 * Runs a recipe on a throw-away host, from outside: opens it, starts the runner inside, and leaves nothing
 * behind.
 *
 * @module
 */
import { requireModules } from "../../hosts/modules.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { HOST_KINDS } from "../../hosts/host-kind.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import { SYSTEM_PATH } from "../../hosts/programs.ts";
import { quote } from "../../shell/template/quote.ts";
import { askOnTerminal } from "../terminal/ask-on-terminal.ts";
import type { EarlyHost } from "./early-host.ts";
import { errorDocument, explanationLines } from "../errors/explain.ts";
import { EXIT, exitStatusOf } from "../errors/exit-status.ts";
import { openThrowAway, prepare, type ThrowAwayRequest } from "./open-throw-away.ts";
import { keptPaths } from "./kept-paths.ts";
import { complain, printLine, writeTo } from "../terminal/standard-output.ts";
import { type HostCommand, SHELL_ON_HOST } from "../terminal/own-terminal.ts";
import type { Telling } from "../options/run-request.ts";
import { prepareRunner } from "./runner.ts";
import { answering } from "../step/answer-runner.ts";
import { awaitStop, type Stopped, type StopSignal } from "./signals.ts";

/** The treatment of the host after success, and the transcript's last lines */
export interface Fate {
  meet(host: OpenHost): Promise<readonly string[]>;
}

/** Runs a recipe on a host of its own; returns the exit status */
export async function runOnHost(
  request: ThrowAwayRequest,
  fate: Fate | null,
  early: EarlyHost | null,
): Promise<number> {
  const stopped = awaitStop();
  // Programs outside, which may run as root, are the system's own, whatever the user's search path finds
  // first
  process.env["PATH"] = SYSTEM_PATH;
  try {
    const ended = await runUntil(stopped, request, fate ?? thrownAway(request), early);
    if (typeof ended === "number") return ended;
    return tellStop(ended, request.telling);
  } catch (error) {
    // Ctrl-C reaches every program on the terminal: an `apt-get` that it ended has not failed by itself
    if (stopped.by === null) throw error;
    return tellStop(stopped.by, request.telling);
  }
}

/** Runs it; returns the exit status, or the signal that stopped it: nothing is left then */
async function runUntil(
  stopped: Stopped,
  request: ThrowAwayRequest,
  fate: Fate,
  early: EarlyHost | null,
): Promise<number | StopSignal> {
  const programs = await prepare({ ...request, programs: request.recipe.permissions.run });
  using needed = await requireModules(request.recipe.permissions.modules, askOnTerminal());
  if (stopped.by !== null) return stopped.by;

  // A host opened earlier lacks programs and modules that have been added since
  const isEarlyEnough = programs === "as they were" && needed.modules === "as they were";
  const { host: open, job, waiting } = await openManned(request, isEarlyEnough ? early : null);
  await using host = open;
  const { on, file, typed, telling, pace, keep, without, lab } = request;
  const runner = waiting.give({ host: job, file, typed, telling, pace, keep, without, lab }, stopped, "goes on");
  const shell: HostCommand = {
    argv: host.enter(SHELL_ON_HOST),
    environment: { PS1: `${request.name}:\\w\\$ ` },
    reads: "mended for the host",
  };
  const end = Promise.race([runner.ended, stopped.signal]);
  const ended = await answering({ pace, channel: runner.channel, shell }, end).catch(async (error: unknown) => {
    // A closed terminal can't be read any more; even then nothing is left when we end
    await host.close();
    await runner.ended;
    throw error;
  });
  if (typeof ended === "string") {
    await host.close();
    await runner.ended;
    if (ended !== "quit") return ended;
    printLine(goneLine(on));
    return EXIT.done;
  }
  const isKept = keep && (ended.status === EXIT.failed || ended.status === EXIT.refused);
  const isWell = ended.status === EXIT.done && ended.killedBy === null;
  // The claim that nothing is left comes only after the host has ended
  const lastLines = isWell ? await fate.meet(host) : [];
  if (!isWell && !isKept) await host.close();
  if (ended.errors !== "") complain(ended.errors.trimEnd());
  const name = HOST_KINDS[on];
  if (ended.killedBy !== null)
    return tellError("killed", `The runner was killed (${ended.killedBy}); its ${name} is gone`, EXIT.failed, telling);
  writeTo("output", ended.output);
  if (isKept) await leaveOpen(host, name);
  else if (telling === "transcript") for (const line of lastLines) printLine(line);
  return ended.status;
}

/** Returns a host with a waiting runner: the early one, or a new one */
async function openManned(request: ThrowAwayRequest, early: EarlyHost | null) {
  const manned = await early?.take();
  if (manned)
    return { host: manned.host, job: { kind: "sandbox", kept: keptPaths(null) } as const, waiting: manned.runner };
  const { host, job } = await openThrowAway(request);
  return { host, job, waiting: prepareRunner(host, request.telling) };
}

function thrownAway({ on }: ThrowAwayRequest): Fate {
  return {
    async meet(host) {
      await host.close();
      return [goneLine(on)];
    },
  };
}

function goneLine(on: ThrowAwayRequest["on"]): string {
  return `the ${HOST_KINDS[on]} and everything in it is gone`;
}

/** Reports a stop to a program; a person sent the signal and knows */
function tellStop(signal: StopSignal, telling: Telling): number {
  const exit = exitStatusOf(signal);
  return telling === "json" ? tellError("stopped", `Stopped by ${signal}`, exit, telling) : exit;
}

function tellError(kind: "killed" | "stopped", message: string, exit: number, telling: Telling): number {
  const error = { kind, message, cause: null, try: null };
  if (telling === "json") printLine(errorDocument({ ...error, exit }));
  else for (const line of explanationLines(error)) complain(line);
  return exit;
}

/** Leaves the host running, for a look at what went wrong */
async function leaveOpen(host: OpenHost, name: string): Promise<void> {
  const environment = Object.entries(HOST_ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
  const enter = host
    .enter(["env", "-i", ...environment, "bash"])
    .map(quote)
    .join(" ");
  const pid = await host.leaveOpen();
  complain(`wirework: the ${name} is still open. To enter it, and to end it:\n  ${enter}\n  kill -9 ${pid}`);
}
