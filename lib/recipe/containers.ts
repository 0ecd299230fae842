/**
 * What Docker says of containers, asked without a word in the transcript.
 *
 * @module
 */
import { failureOf } from "../shell/command-error.ts";
import type { Performer } from "../shell/line.ts";
import { quote } from "../shell/quote.ts";
import { UnexpectedOutput } from "../shell/unexpected-output.ts";
import { BadValue } from "../values/bad-value.ts";
import { type Ipv4, parseIpv4 } from "../values/ipv4.ts";
import { type Pid, parsePid } from "../values/pid.ts";

/** What is read of a container's network: today's engines have an address a network, the article's one only */
interface NetworkSettings {
  readonly IPAddress?: string;
  readonly Networks?: Readonly<Record<string, { readonly IPAddress?: string }>>;
}

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
  const argv = ["docker", "inspect", "--format", "{{json .NetworkSettings}}", container];
  return askFor(performer, argv, (text) => parseIpv4(firstAddress(JSON.parse(text) as NetworkSettings))); // Docker's own
}

function firstAddress({ IPAddress, Networks }: NetworkSettings): string {
  const addresses = [...Object.values(Networks ?? {}).map((network) => network.IPAddress), IPAddress];
  return addresses.find((address) => address !== undefined && address !== "") ?? "";
}

/** Whether the host has an image of that name */
export async function hasImage(performer: Performer, image: string): Promise<boolean> {
  const argv = ["docker", "image", "inspect", "--format", "{{.Id}}", image];
  const said = await run(performer, argv);
  if (said.exitCode !== 0 && !said.stderr.includes("No such image"))
    throw failureOf(performer, textOf(argv), { ...said, ms: 0 });
  return said.exitCode === 0;
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
  const said = await run(performer, argv);
  if (said.exitCode !== 0) throw failureOf(performer, textOf(argv), { ...said, ms: 0 });
  return said.stdout.trim();
}

/** What a command printed, and how it ended */
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
