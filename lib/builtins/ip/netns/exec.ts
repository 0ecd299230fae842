/**
 * `ip netns exec` of any program, where iproute2 is not installed.
 *
 * @module
 */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

import { inNetwork } from "../../../netlink/namespaces.ts";
import { EntryError, step } from "../../../netlink/netns/entry-error.ts";
import { entryFile } from "../../../netlink/netns/folder.ts";
import { openNetworkNamed } from "../../../netlink/netns/open-network.ts";
import { type Builtin, print } from "../../builtin.ts";
import { runWith } from "../../run-with.ts";
import type { Reading } from "../commands.ts";
import { NotOurs } from "../words.ts";
import { complains, isName, mayBeNamed } from "./name.ts";

/** What sets up what is around the program: it runs where this process cannot go, as it has threads */
const SCRIPT = join(import.meta.dir, "exec.sh");

/** `ip netns exec` of too few words, or wrong ones. What is done with a program is no matter of a socket, and the real one's if it can be */
export const exec: Reading = ([name, program]) => {
  if (name === undefined) return complains("No netns name specified");
  if (program === undefined || !isName(name)) return mayBeNamed(name, complains("No command specified"));
  throw new NotOurs();
};

/** A program that is to run in a network of a name */
interface InNetwork {
  readonly name: string;
  readonly argv: readonly [program: string, ...args: string[]];
}

/** Reads the words behind `ip`; `null` when they say something else, or it is `ip` itself that isn't there */
export function readExec([object, command, name, program, ...args]: readonly string[]): InNetwork | null {
  if (object !== "netns" || command !== "exec" || name === undefined || program === undefined) return null;
  if (program === "ip") return null;
  return { name, argv: [program, ...args] };
}

/**
 * Runs a program in a network, with a `/sys` of that network, and what `/etc/netns/$name` has in the place of `/etc`'s own.
 *
 * Equivalent to: `ip netns exec $name $argv`, by nsenter(1), unshare(1) and mount(8), which say in their own words what they
 * could not mount
 *
 * @returns the program's exit status; 255 when it cannot be in that network, 1 when there is no such program
 */
export async function execInNetwork({ name, argv }: InNetwork, surroundings: Parameters<Builtin>[1]): Promise<number> {
  for (const [obstacle, status] of [
    [obstacleTo(() => tryToEnter(name)), 255],
    [obstacleTo(() => findProgram(argv[0])), 1],
  ] as const) {
    if (obstacle === null) continue;
    print(surroundings.errors, obstacle);
    return status;
  }
  const inside = ["nsenter", `--net=${entryFile(name)}`, "unshare", "--mount", "--propagation", "slave"];
  return runWith([...inside, "sh", SCRIPT, name, ...argv], surroundings);
}

/** What `ip` says of it when it can't be done */
function obstacleTo(body: () => void): string | null {
  try {
    body();
    return null;
  } catch (error) {
    if (error instanceof EntryError) return error.message;
    throw error;
  }
}

/** @throws {EntryError} when it is no network of a name, or the kernel does not let us in */
function tryToEnter(name: string): void {
  using network = step(`Cannot open network namespace "${name}"`, () => openNetworkNamed(name));
  step(`setting the network namespace "${name}" failed`, () => inNetwork(network.fd, () => null));
}

/** @throws {EntryError} when there is none, or it may not be run */
function findProgram(program: string): void {
  const action = `exec of "${program}" failed`;
  if (program.includes("/")) step(action, () => accessSync(program, constants.X_OK));
  else if (Bun.which(program) === null) throw new EntryError(action, { code: "ENOENT" });
}
