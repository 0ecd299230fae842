/**
 * Messages as their own classes make them: what a test expects then follows a rewording.
 */
import { CheckFailed } from "../../lib/recipe/checks/prover.ts";
import { CommandError } from "../../lib/shell/failure/command-error.ts";
import { CannotUndo } from "../../lib/shell/invert/cannot-undo.ts";
import { NotPermitted } from "../../lib/shell/failure/not-permitted.ts";
import { StaleValue } from "../../lib/shell/failure/stale-value.ts";
import { UnexpectedOutput } from "../../lib/shell/failure/unexpected-output.ts";
import { BadValue } from "../../lib/values/bad-value.ts";

/** Of a command that failed, as far as its own words, which follow after `: ` */
export function failedCommand(command: string, exitCode: number): string {
  return new CommandError(command, { exitCode, stdout: "", stderr: "", ms: 0 }, null).message;
}

/** Of a check that failed */
export function failedCheck(claim: number, name: string, expected: string, seen: string): string {
  return new CheckFailed(claim, name, expected, seen).message;
}

/** A program that the recipe does not permit, with the way out */
export function notPermitted(program: string, allowed: readonly string[]): NotPermitted {
  return new NotPermitted({ program, allowed, argv: [program] });
}

/** Of a command that nobody can undo */
export function cannotUndo(command: string): string {
  return new CannotUndo(command, "").message;
}

/** Of a command with a value that isn't one any more */
export function didNotRun(command: string, reason: string): string {
  return new StaleValue(command, { reason, cause: "", tryThis: "" }).message;
}

/** Of a command whose output isn't the value that it was taken for */
export function printedNo(kind: string, command: string, value: string, reason = ""): string {
  return new UnexpectedOutput(command, new BadValue({ value, kind, reason, tryThis: null })).message;
}

/** Of a value that can't be one */
export function cannotUse(value: string, kind: string, reason = ""): string {
  return new BadValue({ value, kind, reason, tryThis: null }).message;
}

/** The last line of a run whose host is thrown away */
export function gone(host: string): string {
  return `the ${host} is gone, and with it all that was in it\n`;
}

/** Of a runner that somebody killed on a throw-away host */
export function runnerKilled(host: string): string {
  return `The runner was killed (SIGKILL); its ${host} is gone`;
}

/** The last line of a run on the machine itself, all of which was undone */
export const MACHINE_AS_BEFORE = "this machine is as it was before";

/** Of a command that waits for another one on the same lab */
export function waitsFor(lab: string): string {
  return `wirework: waits for another command on the lab ${lab}`;
}

/** What a step is told of whose line has changed nothing */
export const NOTHING_CHANGED = "nothing has changed";

/** What a check expects of a connection, and of datagrams, by whom the other end sees */
export const BYTES = "bytes both ways";
export const OWN_BYTES = `${BYTES}, from the client's own address`;
export const OWN_DATAGRAM = "a datagram and its answer, from the client's own address";

/** What a check has seen of both ends, as far as the server */
export function bothWays(what: "bytes" | "a datagram", saw: string): string {
  return `${what} went both ways; the server saw ${saw}`;
}

/** The same of abstract sockets */
export const BYTES_WENT = "bytes went both ways";

/** Of a server that had the port before the check */
export function serverWasThere(client: string): string {
  return `connected from ${client} to the server that is there`;
}

/** Of a datagram */
export const NO_ANSWER_CAME = "no answer came back";

/** What a script says in the place of an undo */
export const NOT_TAKEN_BACK = "# not taken back: it goes with the host";
