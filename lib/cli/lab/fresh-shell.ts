/**
 * A shell on a fresh host, which ends with the shell.
 *
 * @module
 */
import { HostError } from "../../hosts/host-error.ts";
import { HOST_KINDS } from "../../hosts/host-kind.ts";
import { requirePrograms, SYSTEM_PATH } from "../../hosts/programs.ts";
import { isOnTerminal } from "./attach-to-lab.ts";
import { exitStatusOf } from "../errors/exit-status.ts";
import { explain, explanationLines } from "../errors/explain.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { type FreshHost, NotBooted, openFreshLab } from "./fresh-lab.ts";
import { wrapped } from "../terminal/mended.ts";
import { prepare } from "../run/open-throw-away.ts";
import { complain } from "../terminal/standard-output.ts";
import { launcher } from "../self.ts";
import { awaitStop, type Stopped } from "../run/signals.ts";

/** A fresh host, and permissions on this machine */
export interface FreshShell extends FreshHost {
  readonly mayInstall: boolean;
  /** The whole command as it would be typed again */
  readonly line: readonly string[];
}

/** Programs that the article uses; a shell works without them */
const WANTED = ["ping", "iptables", "ifconfig", "route"] as const;

/** Opens a host, runs a shell on it with `enter`, and ends it; returns the shell's exit status */
export async function freshShell(asked: FreshShell, enter: (lab: ThrowAwayLab) => Promise<number>): Promise<number> {
  const stopped = awaitStop();
  // Programs outside, which may run as root, are the system's own, whatever the user's search path finds
  // first
  process.env["PATH"] = SYSTEM_PATH;
  try {
    await prepare({ ...asked, programs: [] });
    await wantPrograms(asked);
    if (stopped.by !== null) return exitStatusOf(stopped.by);
    return await shellOn(asked, stopped, enter);
  } catch (error) {
    // Ctrl-C reaches every program on the terminal: an `apt-get` that it ended has not failed by itself
    if (stopped.by !== null) return exitStatusOf(stopped.by);
    if (!(error instanceof NotBooted)) throw error;
    complain(error.message);
    return error.status;
  }
}

async function shellOn(
  asked: FreshShell,
  stopped: Stopped,
  enter: (lab: ThrowAwayLab) => Promise<number>,
): Promise<number> {
  await using fresh = await openFreshLab(asked, stopped);
  const { lab } = fresh;
  if (stopped.by !== null) return exitStatusOf(stopped.by);
  if (isOnTerminal()) welcome(lab);
  return await enter(lab);
}

/** Prints which of them are missing, and goes on */
async function wantPrograms({ mayInstall }: FreshShell): Promise<void> {
  try {
    await requirePrograms(WANTED, mayInstall ? "allowed" : "forbidden", complain);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    for (const line of explanationLines(explain(error))) complain(line);
    complain("wirework: opening the shell anyway");
  }
}

/** Prints where the user is, what to do first, how to come back, and how to check the result */
function welcome({ name, host: { kind } }: ThrowAwayLab): void {
  const where = `wirework: a fresh ${HOST_KINDS[kind]} for the article's lines; exit removes it and everything in it`;
  for (const line of [
    ...wrapped(where, process.stderr),
    "  the first line    sudo docker run -i -t --rm --net=none base /bin/bash",
    `  another terminal  ${launcher()} shell ${name}`,
    `  to check, there   ${launcher()} check RECIPE ${name}`,
  ])
    complain(line);
}
