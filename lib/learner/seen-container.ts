/**
 * The containers that a learner has started.
 *
 * @module
 */
import { runHere } from "../labs/look-here.ts";
import type { Performer } from "../shell/line.ts";
import { parseContainerId, shortId } from "../values/container-id.ts";

/** A container */
export interface SeenContainer {
  /** Its first 12 digits */
  readonly id: string;
  readonly name: string;
  readonly isRunning: boolean;
  /** Its first process; 0 when it doesn't run */
  readonly pid: number;
  readonly network: string;
  readonly image: string;
  readonly command: readonly string[];
  /** `SERVER:ALIAS` */
  readonly links: readonly string[];
}

/** What is read of docker-inspect(1) */
interface Inspected {
  readonly Id: string;
  readonly Created: string;
  readonly Name: string;
  readonly Path: string;
  readonly Args: readonly string[];
  readonly State: { readonly Running: boolean; readonly Pid: number };
  readonly Config: { readonly Image: string };
  readonly HostConfig: { readonly NetworkMode: string; readonly Links: readonly string[] | null };
}

/**
 * All of them, in the order in which they were made; none while Docker is stopped.
 *
 * Equivalent to: `docker inspect $(docker ps --all --quiet)`
 */
export async function containersOn(performer: Performer): Promise<readonly SeenContainer[]> {
  const listed = await runHere(performer, ["docker", "ps", "--all", "--quiet", "--no-trunc"]);
  const ids = listed.stdout.split("\n").filter((id) => id !== "");
  if (ids.length === 0) return [];
  const { stdout } = await runHere(performer, ["docker", "inspect", "--type", "container", ...ids]);
  const inspected = JSON.parse(stdout) as readonly Inspected[]; // the engine's own format
  return inspected.toSorted((one, other) => (one.Created < other.Created ? -1 : 1)).map(seen);
}

function seen({ Id, Name, Path, Args, State, Config, HostConfig }: Inspected): SeenContainer {
  const { NetworkMode } = HostConfig;
  return {
    id: shortId(parseContainerId(Id)),
    name: Name.slice(1),
    isRunning: State.Running,
    pid: State.Pid,
    network: NetworkMode === "default" ? "bridge" : NetworkMode,
    image: Config.Image,
    command: [Path, ...Args],
    links: (HostConfig.Links ?? []).map(linkOf),
  };
}

/** `/web:/client/www` is `--link web:www` */
function linkOf(link: string): string {
  const [server = "", alias = ""] = link.split(":");
  return `${server.slice(1)}:${alias.slice(alias.lastIndexOf("/") + 1)}`;
}
