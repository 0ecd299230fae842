/**
 * Finds the command that another one runs for its caller: behind `sudo`, `ip netns exec` and `nsenter`.
 *
 * @module
 */
import type { Grammar } from "../programs/grammar.ts";
import { IP } from "../programs/ip/ip.ts";
import { entersNetworkOnly, networkEntered, NSENTER } from "../programs/nsenter.ts";
import { parse, type Parsed, plainWords } from "../programs/parse.ts";
import { ownEntry } from "../programs/parse/own-entry.ts";
import { SUDO } from "../programs/sudo.ts";
import { type Namespace, namespaceNamed, UNTOLD } from "../resources/entering.ts";

/** A command and its words, wherever it runs */
export interface Runs {
  /** The command; empty when there is none */
  readonly command: readonly string[];
  /** The words before it, of the program that runs it */
  readonly own: readonly string[];
  /** The network namespace that it runs in */
  readonly enters: Namespace | "none" | "each";
  /** The files that it sees: the host's, or others, such as a container's */
  readonly files: "host" | "other";
}

/** Words that hide a command */
export interface Hidden {
  readonly hidden: string;
  /** The reason, as a clause */
  readonly reason: string;
}

/** A program that runs others */
interface Wrapper {
  readonly grammar: Grammar;
  /** The reason why an option outside the grammar hides the command */
  readonly unknown: string;
  /** Finds other words that hide the command */
  hides(parsed: Parsed): Hidden | null;
  enters(parsed: Parsed): Pick<Runs, "enters" | "files">;
}

/** `sudo`, with the options that a recipe may use */
const OF_RECIPES: Grammar = {
  ...SUDO,
  words: Object.fromEntries(Object.entries(SUDO.words).filter(([name]) => /^-[nEHu]$/.test(name))),
};

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    grammar: OF_RECIPES,
    unknown: "a recipe may use only the options -n, -E, -H and -u USER of sudo",
    hides: ({ command: [first] }) =>
      first?.text.includes("=") === true
        ? { hidden: `sudo ${first.text}`, reason: "a variable can change what the command after it runs" }
        : null,
    enters: () => ({ enters: "none", files: "host" }),
  },
  ip: {
    grammar: IP,
    unknown: "it is not a known option of ip",
    hides: ({ meanings, belongs }) => {
      const batch = meanings[belongs.indexOf("-batch")];
      return batch === undefined ? null : { hidden: `ip ${batch.word}`, reason: "the lines in its file are unknown" };
    },
    enters: (parsed) => ({ enters: networkOfIp(parsed), files: "host" }),
  },
  nsenter: {
    grammar: NSENTER,
    unknown: "it is not a known option of nsenter",
    hides: ({ command }) =>
      command.length === 0 ? { hidden: "nsenter", reason: "without a program, it starts a shell" } : null,
    enters: (parsed) => ({ enters: networkEntered(parsed), files: entersNetworkOnly(parsed) ? "host" : "other" }),
  },
};

/** The results so far, since permission, undo and performance of a line read the same command */
const read = new WeakMap<readonly string[], Runs | Hidden | null>();

/**
 * Reads a line of a program that runs others.
 *
 * @returns `null` for a line of any other program
 *
 * @example
 * ```ts
 * import { wrappedIn } from "./wrapped.ts";
 * import { expect } from "bun:test";
 *
 * expect(wrappedIn(["ip", "net", "e", "2778", "ip", "link"])).toMatchObject({ command: ["ip", "link"] });
 * expect(wrappedIn(["sudo", "-s"])).toMatchObject({ hidden: "sudo -s" });
 * expect(wrappedIn(["ping", "10.1.1.1"])).toBeNull();
 * ```
 */
export function wrappedIn(argv: readonly string[]): Runs | Hidden | null {
  const known = read.get(argv);
  if (known !== undefined) return known;
  const wrapped = readWrapped(argv);
  read.set(argv, wrapped);
  return wrapped;
}

function readWrapped([program = "", ...args]: readonly string[]): Runs | Hidden | null {
  const name = baseName(program);
  const wrapper = ownEntry(WRAPPERS, name);
  if (wrapper === undefined) return null;
  const parsed = parse(wrapper.grammar, plainWords(args));
  const option = unknownOption(parsed);
  if (option !== null) return { hidden: `${name} ${option}`, reason: wrapper.unknown };
  const hidden = wrapper.hides(parsed);
  if (hidden !== null) return hidden;
  const command = parsed.command.map(({ text }) => text);
  const [missing] = parsed.missing;
  if (missing !== undefined && command.length > 0) return { hidden: name, reason: `a word is missing: ${missing}` };
  return { command, own: args.slice(0, args.length - command.length), ...wrapper.enters(parsed) };
}

/** Strips `sudo` from a command, unless that is hidden */
export function withoutSudo(argv: readonly string[]): readonly string[] {
  const wrapped = argv[0] === "sudo" ? wrappedIn(argv) : null;
  return wrapped !== null && "command" in wrapped ? wrapped.command : argv;
}

/** Strips the folder from a program's path */
export function baseName(program: string): string {
  return program.slice(program.lastIndexOf("/") + 1);
}

/** Finds the namespace that `ip netns exec` enters; of `ip vrf exec` only a process inside can tell */
function networkOfIp({ order, inner }: Parsed): Runs["enters"] {
  if (order.some(({ name }) => name === "-all")) return "each";
  const name = order.some((one) => one.name === "netns") ? inner?.said["netns"] : undefined;
  return name === undefined ? UNTOLD : namespaceNamed(name);
}

/** Finds an unknown option before all other words */
function unknownOption({ meanings, belongs }: Parsed): string | null {
  const first = meanings.find((_, at) => belongs[at]?.startsWith("-") !== true);
  return first?.means === null && first.word.startsWith("-") ? first.word : null;
}
