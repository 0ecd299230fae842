/**
 * The containers on a learner's host.
 *
 * @module
 */
import { runHere } from "../labs/look-here.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { parseContainerId, shortId } from "../values/name/container-id.ts";
import { type InspectedPorts, inspectedPorts } from "./published-ports.ts";

/** A container */
export interface SeenContainer {
  /** Its first 12 digits */
  readonly id: string;
  readonly name: string;
  readonly isRunning: boolean;
  /** Its first process; 0 when it is not running */
  readonly pid: number;
  /** The network as typed; that of another container is given by its name, if that exists */
  readonly network: string;
  /** The id of the container that it shares the network of; `null` otherwise */
  readonly joined: string | null;
  readonly privileged: boolean;
  /** Published ports as typed: `-p 80:80`, `-P` */
  readonly ports: readonly string[];
  readonly image: string;
  readonly command: readonly string[];
  /** Links, as `SERVER:ALIAS` */
  readonly links: readonly string[];
}

/** Fields of docker-inspect(1) */
interface Inspected {
  readonly Id: string;
  readonly Created: string;
  readonly Name: string;
  readonly Path: string;
  readonly Args: readonly string[];
  readonly State: { readonly Running: boolean; readonly Pid: number };
  readonly Config: { readonly Image: string };
  readonly HostConfig: InspectedPorts & {
    readonly NetworkMode: string;
    readonly Links: readonly string[] | null;
    readonly Privileged: boolean;
  };
}

/**
 * Lists all containers in the order of their creation; none while Docker is stopped.
 *
 * Equivalent to: `docker inspect $(docker ps --all --quiet)`
 */
export async function containersOn(performer: Performer): Promise<readonly SeenContainer[]> {
  const listed = await runHere(performer, ["docker", "ps", "--all", "--quiet", "--no-trunc"]);
  const ids = listed.stdout.split("\n").filter((id) => id !== "");
  if (ids.length === 0) return [];
  const { stdout } = await runHere(performer, ["docker", "inspect", "--type", "container", ...ids]);
  const inspected = JSON.parse(stdout) as readonly Inspected[]; // the engine's own format
  const names = new Map(inspected.map(({ Id, Name }) => [Id, Name.slice(1)]));
  return inspected
    .toSorted((one, other) => (one.Created < other.Created ? -1 : 1))
    .map((container) => seen(container, names));
}

function seen(
  { Id, Name, Path, Args, State, Config, HostConfig }: Inspected,
  names: ReadonlyMap<string, string>,
): SeenContainer {
  const { NetworkMode, Privileged } = HostConfig;
  const [, joined = null] = /^container:(.*)$/.exec(NetworkMode) ?? [];
  return {
    id: shortId(parseContainerId(Id)),
    name: Name.slice(1),
    isRunning: State.Running,
    pid: State.Pid,
    network: joined === null ? typedNetwork(NetworkMode) : `container:${names.get(joined) ?? joined}`,
    joined,
    privileged: Privileged,
    ports: inspectedPorts(HostConfig),
    image: Config.Image,
    command: [Path, ...Args],
    links: (HostConfig.Links ?? []).map(linkOf),
  };
}

function typedNetwork(mode: string): string {
  return mode === "default" ? "bridge" : mode;
}

/** Converts `/web:/client/www` to `web:www`, as in `--link web:www` */
function linkOf(link: string): string {
  const [server = "", alias = ""] = link.split(":");
  return `${server.slice(1)}:${alias.slice(alias.lastIndexOf("/") + 1)}`;
}
