/**
 * Containers, and their state at a moment.
 *
 * @module
 */
import type { Look } from "../../../resources/look.ts";
import type { Argv } from "../typed.ts";
import { DOCKER_THINGS, LABEL } from "../../../resources/docker-things.ts";

/** A container */
export interface SeenContainer {
  readonly id: string;
  readonly name: string;
  /** `created`, `running`, `paused`, `exited` */
  readonly status: string;
  /** Its maker: a lab, which removes it in the end, or somebody else */
  readonly maker: "a lab" | "somebody";
  /** Its address and names in each network, by the network's name */
  readonly networks: ReadonlyMap<string, Endpoint>;
}

/** A container's place in a network */
export interface Endpoint {
  readonly address: string;
  readonly aliases: readonly string[];
}

/** The fields of docker-inspect(1) that undo needs */
interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly State: { readonly Status: string };
  readonly Config: { readonly Labels: Readonly<Record<string, string>> | null };
  readonly NetworkSettings: {
    readonly Networks: Readonly<
      Record<
        string,
        {
          readonly IPAMConfig?: { readonly IPv4Address?: string } | null;
          readonly Aliases?: readonly string[] | null;
        }
      >
    > | null;
  };
}

/** Finds a container by its name, or by the beginning of its id; `null` when there is none */
export async function seeContainer(look: Look, docker: Argv, reference: string): Promise<SeenContainer | null> {
  const printed = await look.text([...docker, ...DOCKER_THINGS.container.inspect, reference]);
  const [found] = printed === null ? [] : (JSON.parse(printed) as readonly Inspected[]); // the engine's own format
  if (found === undefined) return null;
  const networks = Object.entries(found.NetworkSettings.Networks ?? {}).map(
    ([name, { IPAMConfig, Aliases }]) =>
      [name, { address: IPAMConfig?.IPv4Address ?? "", aliases: Aliases ?? [] }] as const,
  );
  return {
    id: found.Id,
    name: found.Name.replace(/^\//, ""),
    status: found.State.Status,
    maker: found.Config.Labels?.[LABEL] === undefined ? "somebody" : "a lab",
    networks: new Map(networks),
  };
}

/** Finds several containers; missing ones are omitted */
export async function seeContainers(
  look: Look,
  docker: Argv,
  references: readonly string[],
): Promise<readonly SeenContainer[]> {
  const seen = await Promise.all(references.map((reference) => seeContainer(look, docker, reference)));
  return seen.filter((container) => container !== null);
}
