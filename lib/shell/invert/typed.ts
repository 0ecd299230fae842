/**
 * A command, seen as a program and its arguments, wherever it runs.
 *
 * @module
 */
import { quote } from "../template/quote.ts";
import { wrappedByIp } from "../wrappers/ip.ts";
import { wrappedByNsenter } from "../wrappers/nsenter.ts";
import { wrappedBySudo } from "../wrappers/sudo.ts";
import type { Wrapped } from "../wrappers/wrapped.ts";
import { type Plan, unknown } from "./inversion.ts";

/** A program and its arguments */
export type Argv = readonly [string, ...string[]];

/** A command, and what it runs in */
export interface Typed {
  /** The whole of it, as it will run */
  readonly argv: Argv;
  readonly program: string;
  readonly args: readonly string[];
  /** What enters the network namespace that it runs in; nothing on the host itself */
  readonly enter: readonly string[];
  /** Whether the files that it sees are the host's, as after `ip netns exec`, or a container's */
  readonly files: "host" | "other";
}

/** A program that runs another one, and what that means for the other */
interface Wrapper {
  wrapped(args: readonly string[]): Wrapped;
  /** Whether its own words are needed to take back what it runs */
  readonly enters: "network" | "nothing";
}

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ["sudo", { wrapped: wrappedBySudo, enters: "nothing" }],
  ["ip", { wrapped: wrappedByIp, enters: "network" }],
  ["nsenter", { wrapped: wrappedByNsenter, enters: "network" }],
]);

/** Options of nsenter that enter the network of a process, or of a file, and nothing else; nsenter(1) */
const NETWORK_ONLY = /^(?:-t|-t\d+|--target|--target=\d+|\d+|-n|-n.+|--net|--net=.+|--)$/;

/**
 * The command that is left when what runs it for its caller is taken away.
 *
 * @example
 * ```ts
 * import { typed } from "./typed.ts";
 * import { expect } from "bun:test";
 *
 * const inner = typed(["sudo", "ip", "netns", "exec", "2778", "ip", "link", "set", "A", "up"]);
 * expect(inner).toMatchObject({ program: "ip", args: ["link", "set", "A", "up"], enter: ["ip", "netns", "exec", "2778"] });
 * ```
 */
export function typed(argv: Argv): Typed | Plan {
  let [program, ...args]: Argv = argv;
  const enter: string[] = [];
  let files: Typed["files"] = "host";
  for (;;) {
    const name = baseName(program);
    const wrapper = WRAPPERS.get(name);
    const wrapped = wrapper?.wrapped(args);
    if (wrapper === undefined || wrapped === undefined) break;
    if ("hidden" in wrapped) return unknown(wrapped.reason);
    const [inner, ...innerArgs] = wrapped.argv;
    if (inner === undefined) break;
    const own = args.slice(0, args.length - wrapped.argv.length);
    if (name === "ip" && own.some((word) => /^--?a(?:ll?)?$/.test(word)))
      return unknown("it runs in all network namespaces");
    if (name === "nsenter" && !own.every((word) => NETWORK_ONLY.test(word))) files = "other";
    if (wrapper.enters === "network") enter.push(name, ...own);
    [program, args] = [inner, innerArgs];
  }
  return { argv, program: baseName(program), args, enter, files };
}

/** As it would be typed */
export function textOf({ argv }: Typed): string {
  return argv.map(quote).join(" ");
}

function baseName(program: string): string {
  return program.slice(program.lastIndexOf("/") + 1);
}
