/**
 * Asks Docker about containers, without a line in the transcript.
 *
 * @module
 */
import { failureOf } from "../shell/failure/command-error.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { quote } from "../shell/template/quote.ts";
import { UnexpectedOutput } from "../shell/failure/unexpected-output.ts";
import { BadValue } from "../values/bad-value.ts";
import { parseContainerId } from "../values/name/container-id.ts";
import type { Ipv4 } from "../values/address/ipv4.ts";
import { type Pid, parsePid } from "../values/pid.ts";
import { addressIn, networksIn } from "./address-in.ts";

/** Lists the short ids of running containers */
export async function listContainers(performer: Performer): Promise<string[]> {
  const argv = ["docker", "ps", "--quiet"];
  return askFor(performer, argv, (text) => (text === "" ? [] : text.split("\n").map(parseContainerId)));
}

/** Returns the id of a container's first process */
export function pidOf(performer: Performer, container: string): Promise<Pid> {
  return askFor(performer, ["docker", "inspect", "--format", "{{.State.Pid}}", container], parsePid);
}

/** Returns Docker's name for a container */
export async function nameOf(performer: Performer, container: string): Promise<string> {
  const name = await ask(performer, ["docker", "inspect", "--format", "{{.Name}}", container]);
  // The engine stores names with a leading slash
  return name.replace(/^\//, "");
}

/** Returns the command line of a container's first process */
export function commandOf(performer: Performer, container: string): Promise<readonly string[]> {
  const argv = ["docker", "inspect", "--format", "[{{json .Path}},{{json .Args}}]", container];
  return askFor(performer, argv, (text) => (JSON.parse(text) as readonly (string | string[])[]).flat()); // Docker's own
}

/** Returns a container's address on Docker's bridge, or else on the first of its networks */
export function addressOf(performer: Performer, container: string): Promise<Ipv4> {
  return askFor(performer, networkSettings(container), (text) => addressIn(text, []));
}

/** Returns a container's address as another container sees it: on a common network, if there is one */
export async function addressSeenBy(performer: Performer, container: string, neighbour: string): Promise<Ipv4> {
  const shared = await askFor(performer, networkSettings(neighbour), networksIn);
  return askFor(performer, networkSettings(container), (text) => addressIn(text, shared));
}

function networkSettings(container: string): readonly string[] {
  return ["docker", "inspect", "--format", "{{json .NetworkSettings}}", container];
}

/** Reports whether the host has an image of that name */
export async function hasImage(performer: Performer, image: string): Promise<boolean> {
  const argv = ["docker", "image", "inspect", "--format", "{{.Id}}", image];
  const said = await run(performer, argv);
  if (said.exitCode !== 0 && !said.stderr.includes("No such image"))
    throw failureOf(performer, textOf(argv), { ...said, ms: 0 });
  return said.exitCode === 0;
}

/**
 * Runs a command and parses its output.
 *
 * @throws {UnexpectedOutput} when it is not such a value
 */
async function askFor<T>(performer: Performer, argv: readonly string[], parse: (text: string) => T): Promise<T> {
  const text = await ask(performer, argv);
  try {
    return parse(text);
  } catch (error) {
    throw error instanceof BadValue ? new UnexpectedOutput(textOf(argv), error) : error;
  }
}

/**
 * Runs a command and returns its output.
 *
 * @throws {CommandError} when it fails
 */
async function ask(performer: Performer, argv: readonly string[]): Promise<string> {
  const said = await run(performer, argv);
  if (said.exitCode !== 0) throw failureOf(performer, textOf(argv), { ...said, ms: 0 });
  return said.stdout.trim();
}

/** A command's output and exit status */
interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(performer: Performer, argv: readonly string[]): Promise<Said> {
  const printed: Uint8Array[] = [];
  const complaint: Uint8Array[] = [];
  const exitCode = await performer.run(["sudo", ...argv], {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: (chunk) => complaint.push(chunk),
  });
  return { exitCode, stdout: Buffer.concat(printed).toString(), stderr: Buffer.concat(complaint).toString() };
}

function textOf(argv: readonly string[]): string {
  return argv.map(quote).join(" ");
}
