/**
 * What Docker says of containers, asked without a word in the transcript.
 *
 * @module
 */
import type { Performer } from "../shell/line.ts";
import { type Ipv4, parseIpv4 } from "../values/ipv4.ts";
import { type Pid, parsePid } from "../values/pid.ts";

/** The short ids of the containers that run */
export async function listContainers(performer: Performer): Promise<string[]> {
  const text = await ask(performer, ["docker", "ps", "--quiet"]);
  return text === "" ? [] : text.split("\n");
}

/** A container's first process */
export async function pidOf(performer: Performer, container: string): Promise<Pid> {
  return parsePid(await ask(performer, ["docker", "inspect", "--format", "{{.State.Pid}}", container]));
}

/** A container's address on Docker's bridge */
export async function addressOf(performer: Performer, container: string): Promise<Ipv4> {
  return parseIpv4(
    await ask(performer, ["docker", "inspect", "--format", "{{.NetworkSettings.IPAddress}}", container]),
  );
}

/** The address that a container finds under a name, by its own `/etc/hosts` and resolver */
export async function lookUp(performer: Performer, container: string, name: string): Promise<Ipv4> {
  const [address = ""] = (await ask(performer, ["docker", "exec", container, "getent", "ahostsv4", name])).split(/\s/);
  return parseIpv4(address);
}

async function ask(performer: Performer, argv: readonly string[]): Promise<string> {
  const printed: Uint8Array[] = [];
  const complaint: Uint8Array[] = [];
  const sinks = {
    output: (chunk: Uint8Array) => printed.push(chunk),
    errors: (chunk: Uint8Array) => complaint.push(chunk),
  };
  const exitCode = await performer.run(["sudo", ...argv], {
    input: null,
    window: null,
    ...sinks,
  });
  if (exitCode !== 0) throw new Error(Buffer.concat(complaint).toString().trim());
  return Buffer.concat(printed).toString().trim();
}
