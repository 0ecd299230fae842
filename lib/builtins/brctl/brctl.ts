/**
 * `brctl` of bridge-utils, which few machines still have, over rtnetlink.
 *
 * @module
 */
import { hasLibc } from "../../netlink/libc.ts";
import { RouteSocket } from "../../netlink/rtnetlink/route-socket.ts";
import { BRCTL_VERBS } from "../../programs/brctl/verbs.ts";
import { Complaint } from "../../programs/complaint.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import { ownEntry } from "../../programs/parse/own-entry.ts";
import type { Context } from "../../programs/verb.ts";
import { ON_HOST } from "../../resources/entering.ts";
import { BadValue } from "../../values/bad-value.ts";
import { type Builtin, print, type Sink, type Streams } from "../builtin.ts";
import { realProgram, runReal } from "../real-program.ts";
import { COMMANDS } from "./brctl-commands.ts";
import { readOptions } from "./brctl-options.ts";
import { show } from "./show-bridges.ts";
import { usage, usageOf } from "./usage.ts";

const HERE: Context = { enter: ON_HOST, family: null };

/**
 * `brctl`, as bridge-utils 1.7 has it: `addbr`, `delbr`, `addif`, `delif`, `show` and `stp`, in its words, with its exit
 * status. It acts on this process's network namespace, and needs neither iproute2 nor `/sys`. All other commands are left
 * to the real one if it is installed; without a C library, these are too.
 *
 * Equivalent to: `brctl $args`
 *
 * @example
 * ```ts
 * import { brctl } from "./brctl.ts";
 * import { expect } from "bun:test";
 *
 * const printed: Uint8Array[] = [];
 * const status = await brctl(["--version"], {
 *   input: null,
 *   output: (chunk) => printed.push(chunk),
 *   errors: (chunk) => printed.push(chunk),
 *   window: null,
 *   perform: async () => 127,
 * });
 * expect(status).toBe(0);
 * expect(Buffer.concat(printed).toString()).toBe("bridge-utils, 1.7\n");
 * ```
 */
export const brctl: Builtin = async (args, streams) => {
  if (!hasLibc) return runReal("brctl", args, streams);
  const request = readOptions(args);
  switch (request.kind) {
    case "version":
      print(streams.output, "bridge-utils, 1.7");
      return 0;
    case "help":
      printAll(streams.output, usage());
      return 0;
    case "mistake":
      printAll(streams.errors, [`brctl: ${request.complaint}`, "Unknown option '?'"]);
      return misuse(streams);
    case "operands":
      return run(request.operands, streams);
  }
};

function run([name, ...operands]: readonly string[], streams: Streams): number | Promise<number> {
  if (name === undefined) return misuse(streams);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    print(streams.errors, `never heard of command [${name}]`);
    return misuse(streams);
  }
  if (command.instead !== null) {
    if (realProgram("brctl") !== null) return runReal("brctl", [name, ...operands], streams);
    const [bridge = "BRIDGE", port = "PORT"] = operands;
    const instead = command.instead.replace("BRIDGE", bridge).replace("PORT", port);
    print(
      streams.errors,
      `Cannot run "brctl ${name}": without bridge-utils, the commands are ${ours()}. Try: ${instead}`,
    );
    return 1;
  }
  if (operands.length < command.operands.filter((operand) => !operand.startsWith("[")).length) {
    printAll(streams.output, usageOf(command));
    return 1;
  }
  using socket = RouteSocket.open();
  return name === "show" ? show(socket, operands, streams) : change(socket, name, operands, streams);
}

/** Performs a command that changes something */
function change(
  socket: RouteSocket,
  name: string,
  operands: readonly string[],
  { errors }: Pick<Streams, "errors">,
): number {
  const verb = ownEntry(BRCTL_VERBS, name);
  if (verb?.perform === undefined) throw new Error(`Cannot perform brctl ${name}: its verb has no performance`);
  try {
    verb.perform(parse(verb.grammar, plainWords(operands)), HERE)(socket);
    return 0;
  } catch (error) {
    if (!(error instanceof BadValue) && !(error instanceof Complaint)) throw error;
    print(errors, error.message);
    return 1;
  }
}

/** Lists the names of the builtin commands */
function ours(): string {
  const names = COMMANDS.filter(({ instead }) => instead === null).map((command) => command.name);
  return new Intl.ListFormat("en").format(names);
}

function misuse({ output }: Streams): number {
  printAll(output, usage());
  return 1;
}

function printAll(sink: Sink, lines: readonly string[]): void {
  for (const line of lines) print(sink, line);
}
