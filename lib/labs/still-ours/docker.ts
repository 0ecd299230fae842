/**
 * Docker objects.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import { imageId } from "../../shell/invert/docker/image.ts";
import { DOCKER_THINGS } from "../../resources/docker-things.ts";
import { seeContainer } from "../../shell/invert/docker/seen-container.ts";
import type { InverseStep } from "../../shell/invert/inversion.ts";
import type { Look } from "../../resources/look.ts";
import type { Argv } from "../../shell/invert/typed.ts";
import { nftArgv } from "./nft.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Identifies an object by its label, which is unique */
export async function dockerThing(identity: Extract<Identity, { kind: "docker" }>, look: Look): Promise<Standing> {
  const ids = await idsOf(identity, look);
  // An engine that doesn't answer still keeps its containers
  if (ids === null) return "ours";
  const isThere = identity.id === null ? ids.length > 0 : ids.includes(identity.id);
  return isThere ? "ours" : "gone";
}

/** Returns the words of a step, with ids in place of labels */
export async function argvOf(step: Extract<InverseStep, { kind: "command" }>, look: Look): Promise<Argv> {
  const { takes, argv } = step;
  if (takes.kind === "nft") return nftArgv(argv, takes, look);
  if (takes.kind !== "docker" || takes.id !== null) return argv;
  const ids = (await idsOf(takes, look)) ?? [];
  const [program, ...words] = argv;
  return [program, ...words.flatMap((word) => (word === `label=${takes.label}` ? ids : [word]))];
}

/** Finds the ids of a label; `null` when the engine does not answer */
async function idsOf(
  { docker, thing, label }: Extract<Identity, { kind: "docker" }>,
  look: Look,
): Promise<readonly string[] | null> {
  const printed = await look.text([...docker, ...DOCKER_THINGS[thing].list, "--filter", `label=${label}`]);
  return printed === null ? null : printed.split("\n").filter((id) => id !== "");
}

/** Compares a container's state */
export async function containerState(
  { docker, id, was, made }: Extract<Identity, { kind: "container state" }>,
  look: Look,
): Promise<Standing> {
  const container = await seeContainer(look, docker, id);
  return container === null ? "gone" : standingOf(container.status, { was, made });
}

/** Compares a container's name */
export async function containerName(
  { docker, id, was, made }: Extract<Identity, { kind: "container name" }>,
  look: Look,
): Promise<Standing> {
  const container = await seeContainer(look, docker, id);
  return container === null ? "gone" : standingOf(container.name, { was, made });
}

/** Compares the id of the image that has a name */
export async function image({ docker, name, id }: Extract<Identity, { kind: "image" }>, look: Look): Promise<Standing> {
  const now = await imageId(look, docker, name);
  if (now === null) return "gone";
  return id === null || now === id ? "ours" : "another's";
}

/** Reports whether the container is on the network */
export async function dockerEndpoint(
  { docker, network, container, change }: Extract<Identity, { kind: "docker endpoint" }>,
  look: Look,
): Promise<Standing> {
  const found = await seeContainer(look, docker, container);
  if (found === null) return "gone";
  return found.networks.has(network) === (change === "made") ? "ours" : "gone";
}
