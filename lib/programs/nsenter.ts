/**
 * `nsenter`, with all options up to util-linux 2.42.
 *
 * Source: sys-utils/nsenter.c, as it passes them to getopt_long(3): the manual gives `--wdns` a value, but it takes one
 * only after an equals sign
 *
 * @module
 */
import { type Namespace, namespaceOf, UNTOLD } from "../resources/entering.ts";
import type { Grammar } from "./grammar.ts";
import { attached, grammar, operand, spelled, word } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";

/** Makes the option that enters a namespace: that of the process, or of a file */
function entering(means: string, name: string, letter: string, long: string): Grammar["words"] {
  return spelled(word(means, attached(name, "the file that stands for it")), letter, long);
}

/** nsenter(1) */
export const NSENTER = grammar({
  words: {
    ...spelled(word("all namespaces of the process"), "-a", "--all"),
    ...spelled(word("the process whose namespaces to enter", operand("pid", "its ID")), "-t", "--target"),
    ...entering("its network", "network", "-n", "--net"),
    ...entering("its files", "files", "-m", "--mount"),
    ...entering("its processes", "processes", "-p", "--pid"),
    ...entering("its host name", "hostname", "-u", "--uts"),
    ...entering("its queues and shared memory", "ipc", "-i", "--ipc"),
    ...entering("its cgroups", "cgroups", "-C", "--cgroup"),
    ...entering("its users", "users", "-U", "--user"),
    ...entering("its clocks", "clocks", "-T", "--time"),
    ...spelled(word("the network of its socket", operand("socket", "the number of its file")), "-N", "--net-socket"),
    "--user-parent": word("the users' namespace that its own is in"),
    ...spelled(word("as the user", operand("uid", "a number, or follow: that of the process")), "-S", "--setuid"),
    ...spelled(word("as the group", operand("gid", "a number, or follow: that of the process")), "-G", "--setgid"),
    "--preserve-credentials": word("with your own user and group"),
    "--keep-caps": word("with your own capabilities"),
    ...spelled(word("in its root folder", attached("root", "in this one")), "-r", "--root"),
    ...spelled(word("in its working folder", attached("folder", "in this one")), "-w", "--wd"),
    ...spelled(word("in its working folder, as seen in there", attached("folder", "in this one")), "-W", "--wdns"),
    ...spelled(word("with its environment"), "-e", "--env"),
    ...spelled(word("runs the command without a fork"), "-F", "--no-fork"),
    ...spelled(word("in its cgroup"), "-c", "--join-cgroup"),
    ...spelled(word("with its security label of SELinux"), "-Z", "--follow-context"),
    ...spelled(word("prints its options"), "-h", "--help"),
    ...spelled(word("prints its version"), "-V", "--version"),
  },
  after: "command",
});

/** The words of lines that enter only a network namespace, and stay in the host's folders */
const NETWORK_ONLY: ReadonlySet<string> = new Set(["pid", "-n", "network"]);

/** Reports whether the command sees the host's files and processes, in whichever network */
export function entersNetworkOnly({ said }: Parsed): boolean {
  return Object.keys(said).every((name) => NETWORK_ONLY.has(name));
}

/** Finds the network namespace that a line enters: that of a file, or of a process */
export function networkEntered(parsed: Parsed): Namespace {
  const { network: file, pid, socket } = parsed.said;
  const isOfProcess = parsed.said["-n"] !== undefined || parsed.said["-a"] !== undefined;
  if (socket !== undefined) return UNTOLD;
  const namespace =
    file !== undefined ? namespaceBehind(file) : isOfProcess && pid !== undefined ? namespaceOf(pid) : UNTOLD;
  // Elsewhere a process may have another id, and a namespace another name
  return entersNetworkOnly(parsed) ? namespace : { ...namespace, name: null };
}

/** Finds the namespace that a file stands for, by its path */
function namespaceBehind(file: string): Namespace {
  const [, pid, name] = /^(?:\/proc\/(\d+)\/ns\/net|(?:\/var)?\/run\/netns\/([^/]+))$/.exec(file) ?? [];
  return { file, name: pid ?? name ?? null };
}
