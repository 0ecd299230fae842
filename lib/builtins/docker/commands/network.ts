/**
 * `--net`: which network a container gets, and what can't be asked for with it.
 *
 * @module
 */
import { DaemonFailure } from "../failure.ts";
import { quoted } from "../../../values/quoted.ts";
import { refused } from "../not-run.ts";
import type { RunFlags } from "./run-options.ts";

/** Docker's own default is the article's too, under its name of that time */
const DEFAULT = "bridge";

/** What is no network of the engine's, but a way to do without. Source: moby 20.10, `api/types/container/hostconfig_unix.go` */
const MODES: ReadonlySet<string> = new Set(["bridge", "default", "host", "none"]);

/**
 * The network that is asked for: of several the first.
 * Source: docker/cli 20.10, `cli/command/container/opts.go`, `parseNetworkOpts`.
 *
 * @throws {DockerFailure} when one has no name, or is there twice, or is of another kind than the first
 */
export function readNetwork(names: readonly string[]): string {
  if (names.some((name) => name.trim() === "")) throw refused("no name set for network");
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refused(`network ${quoted(twice)} is specified multiple times`);
  if (names.some(isUserDefined) && !names.every(isUserDefined))
    throw refused("conflicting options: cannot attach both user-defined and non-user-defined network-modes");
  const [first = DEFAULT] = names;
  return first === "default" ? DEFAULT : first;
}

/** Whether it can only be a network that somebody has made */
export function isUserDefined(network: string): boolean {
  return !MODES.has(network) && !network.startsWith("container:");
}

/** What another container's network has already, so that a second one can't ask for it */
interface Conflict {
  readonly what: string;
  isIn(flags: RunFlags): boolean;
}

/** In the order in which the daemon finds them. Source: moby 20.10, `runconfig/hostconfig.go` and `runconfig/errors.go` */
const CONFLICTS: readonly Conflict[] = [
  { what: "hostname and the network mode", isIn: ({ hostname }) => hostname !== null && hostname !== "" },
  { what: "dns and the network mode", isIn: ({ dns }) => dns.length > 0 },
  {
    what: "port publishing and the container type network mode",
    isIn: (flags) => flags.publish.length > 0 || flags["publish-all"],
  },
  { what: "port exposing and the container type network mode", isIn: ({ expose }) => expose.length > 0 },
];

/**
 * Refuses the networks that the daemon does, before it makes a container.
 *
 * @throws {DaemonFailure} in its words
 */
export function requireOneNetwork(flags: RunFlags): void {
  if (flags.network.length > 1)
    throw new DaemonFailure(`Container cannot be connected to network endpoints: ${flags.network.join(", ")}`);
  const [network = DEFAULT] = flags.network;
  if (!/^container(?::|$)/.test(network)) return;
  if (!/^container:./.test(network))
    throw new DaemonFailure("Invalid network mode: invalid container format container:<name|id>");
  const conflict = CONFLICTS.find(({ isIn }) => isIn(flags));
  if (conflict !== undefined) throw new DaemonFailure(`conflicting options: ${conflict.what}`);
}
