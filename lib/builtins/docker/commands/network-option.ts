/**
 * `--net`: chooses a container's network, and refuses conflicting options.
 *
 * @module
 */
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import { quoted } from "../../../values/quoted.ts";
import { refused } from "../../../programs/docker/not-run.ts";
import type { RunFlags } from "../../../programs/docker/options/docker-run-options.ts";

/** Docker's default is the article's too, by its name of that time */
const DEFAULT = "bridge";

/** Modes that are not networks of the engine's. Source: moby 20.10, `api/types/container/hostconfig_unix.go` */
const MODES: ReadonlySet<string> = new Set(["bridge", "default", "host", "none"]);

/**
 * Returns the requested network, the first of several. Source: docker/cli 20.10,
 * `cli/command/container/opts.go`, `parseNetworkOpts`.
 *
 * @throws {DockerFailure} when one has no name, is repeated, or is of another kind than the first
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

/** Reports whether it must be a user-defined network */
export function isUserDefined(network: string): boolean {
  return !MODES.has(network) && !network.startsWith("container:");
}

/** An option that conflicts with joining another container's network */
interface Conflict {
  readonly what: string;
  isIn(flags: RunFlags): boolean;
}

/** Conflicts in the daemon's order. Source: moby 20.10, `runconfig/hostconfig.go` and `runconfig/errors.go` */
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
 * Refuses the networks that the daemon refuses before it creates a container.
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
