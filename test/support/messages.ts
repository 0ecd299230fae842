/** Messages made by their own classes, so that tests follow a rewording. */
import { CheckFailed } from "../../lib/recipe/checks/prover.ts";
import { CommandError } from "../../lib/shell/failure/command-error.ts";
import { CannotUndo } from "../../lib/shell/invert/cannot-undo.ts";
import { NotPermitted } from "../../lib/shell/failure/not-permitted.ts";
import { StaleValue } from "../../lib/shell/failure/stale-value.ts";
import { UnexpectedOutput } from "../../lib/shell/failure/unexpected-output.ts";
import { BadValue } from "../../lib/values/bad-value.ts";

/** Returns the message of a failed command, up to its own words, which follow after `: ` */
export function failedCommand(command: string, exitCode: number): string {
  return new CommandError(command, { exitCode, stdout: "", stderr: "", ms: 0 }, null).message;
}

/** Returns the message of a failed check */
export function failedCheck(claim: number, name: string, expected: string, seen: string): string {
  return new CheckFailed(claim, name, expected, seen).message;
}

/** Returns the error for a program that the recipe does not permit */
export function notPermitted(program: string, allowed: readonly string[]): NotPermitted {
  return new NotPermitted({ program, allowed, argv: [program] });
}

/** Returns the message for a command that nobody can undo */
export function cannotUndo(command: string): string {
  return new CannotUndo(command, "").message;
}

/** Returns the message for a command with a stale value */
export function didNotRun(command: string, reason: string): string {
  return new StaleValue(command, { reason, cause: "", tryThis: "" }).message;
}

/** Returns the message for output that is not the expected value */
export function printedNo(kind: string, command: string, value: string, reason = ""): string {
  return new UnexpectedOutput(command, new BadValue({ value, kind, reason, tryThis: null })).message;
}

/** Returns the message for an invalid value */
export function cannotUse(value: string, kind: string, reason = ""): string {
  return new BadValue({ value, kind, reason, tryThis: null }).message;
}

/** Returns the last line of a run on a throw-away host */
export function gone(host: string): string {
  return `the ${host} and everything in it is gone\n`;
}

/** Returns the message for a killed runner on a throw-away host */
export function runnerKilled(host: string): string {
  return `The runner was killed (SIGKILL); its ${host} is gone`;
}

/** The last line of a run on the machine itself, all of which was undone */
export const MACHINE_AS_BEFORE = "this machine is as it was before";

/** Returns the message of a command that waits for another one on the same lab */
export function waitsFor(lab: string): string {
  return `wirework: waiting for another command on the lab ${lab}`;
}

/** The remark after a line that has changed nothing */
export const NOTHING_CHANGED = "nothing has changed";

/** The expectation of a connection, and of datagrams, by the address that the server sees */
export const BYTES = "bytes both ways";
export const OWN_BYTES = `${BYTES}, from the client's own address`;
export const OWN_DATAGRAM = "a datagram and its answer, from the client's own address";

/** Returns the observation of a check at both ends, up to the server's address */
export function bothWays(what: "bytes" | "a datagram", saw: string): string {
  return `${what} went both ways; the server saw ${saw}`;
}

/** The observation for abstract sockets */
export const BYTES_WENT = "bytes went both ways";

/** Returns the observation for a server that had the port before the check */
export function serverWasThere(client: string): string {
  return `connected from ${client} to the existing server`;
}

/** The observation for a datagram */
export const NO_ANSWER_CAME = "no answer came back";

/** A script's comment in place of an undo */
export const NOT_TAKEN_BACK = "# not undone: it is removed with the host";
