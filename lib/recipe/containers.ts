/**
 * What Docker says of containers, asked without a word in the transcript.
 *
 * @module
 */
import { CommandError } from "../shell/command-error.ts";
import type { Performer } from "../shell/line.ts";
import { quote } from "../shell/quote.ts";
import { UnexpectedOutput } from "../shell/unexpected-output.ts";
import { BadValue } from "../values/bad-value.ts";
import { type Ipv4, parseIpv4 } from "../values/ipv4.ts";
import { type Pid, parsePid } from "../values/pid.ts";

/** The short ids of the containers that run */
export async function listContainers(performer: Performer): Promise<string[]> {
  const text = await ask(performer, ["docker", "ps", "--quiet"]);
  return text === "" ? [] : text.split("\n");
}

/** A container's first process */
export function pidOf(performer: Performer, container: string): Promise<Pid> {
  return askFor(performer, ["docker", "inspect", "--format", "{{.State.Pid}}", container], parsePid);
}

/** A container's address on Docker's bridge */
export function addressOf(performer: Performer, container: string): Promise<Ipv4> {
  return askFor(performer, ["docker", "inspect", "--format", "{{.NetworkSettings.IPAddress}}", container], parseIpv4);
}

/** The address that a container finds under a name, by its own `/etc/hosts` and resolver */
export function lookUp(performer: Performer, container: string, name: string): Promise<Ipv4> {
  return askFor(performer, ["docker", "exec", container, "getent", "ahostsv4", name], (text) =>
    parseIpv4(text.split(/\s/)[0] ?? ""),
  );
}

/** @throws {UnexpectedOutput} when the answer is not such a value */
async function askFor<T>(performer: Performer, argv: readonly string[], parse: (text: string) => T): Promise<T> {
  const text = await ask(performer, argv);
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof BadValue ? new UnexpectedOutput(textOf(argv), error) : error;
  }
}

/** @throws {CommandError} when it fails */
async function ask(performer: Performer, argv: readonly string[]): Promise<string> {
  const printed: Uint8Array[] = [];
  const complaint: Uint8Array[] = [];
  const exitCode = await performer.run(["sudo", ...argv], {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: (chunk) => complaint.push(chunk),
  });
  const stdout = Buffer.concat(printed).toString();
  const stderr = Buffer.concat(complaint).toString();
  if (exitCode !== 0) throw new CommandError(textOf(argv), { exitCode, stdout, stderr, ms: 0 });
  return stdout.trim();
}

function textOf(argv: readonly string[]): string {
  return argv.map(quote).join(" ");
}
