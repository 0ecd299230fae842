/**
 * The container that a line of `docker run` expects.
 *
 * @module
 */
import { DockerFailure } from "../programs/docker/failure.ts";
import { isSwitchedOn } from "../programs/docker/options/switched-on.ts";
import { RUN } from "../programs/docker/docker-run.ts";
import { parse, type Parsed, plainWords } from "../programs/parse.ts";
import { unknownWord, valuesOf } from "../programs/terms.ts";
import { typedPorts } from "./published-ports.ts";
import type { SeenContainer } from "./host-containers.ts";

/** The expected properties; `null` for those that the line leaves open */
interface WantedContainer {
  readonly network: string | null;
  readonly privileged: boolean;
  readonly ports: readonly string[];
  readonly name: string | null;
  readonly image: string | null;
  readonly links: readonly string[];
  readonly command: readonly string[];
}

/** A difference: the line's value, and the container's */
interface Difference {
  readonly wanted: string;
  readonly seen: string;
}

/** The differences between a container and a line */
export interface Unlike {
  readonly differences: readonly Difference[];
  /** True when it runs another command, which is no error */
  readonly runsAnother: boolean;
}

/** Describes the container that a line starts */
export function describeContainer(args: readonly string[]): string {
  const { network, privileged, ports, name, image, links } = wantedBy(args);
  if (image === null) return "a container that this line starts";
  const options = [
    ...(network === "bridge" ? [] : [`--net=${network}`]),
    ...(privileged ? ["--privileged"] : []),
    ...ports,
    ...(name === null ? [] : [`--name ${name}`]),
    ...links.map((link) => `--link ${link}`),
  ];
  return `a container of the image ${image}${options.length === 0 ? "" : ` with ${options.join(" and ")}`}`;
}

/** Reports whether a fitting container can hardly be another one, started for something else */
export function isOneOfItsKind(args: readonly string[]): boolean {
  const { privileged, ports, name, links } = wantedBy(args);
  return privileged || ports.length > 0 || name !== null || links.length > 0;
}

/** Compares a container with the words after `docker run` */
export function compareContainer(args: readonly string[], container: SeenContainer): Unlike {
  const { network, privileged, ports, name, image, links, command } = wantedBy(args);
  const linked = container.links.length === 0 ? "no link" : `--link ${container.links.join(" --link ")}`;
  const isOpen = image === null;
  const rows: readonly (Difference & { readonly isSo: boolean })[] = [
    {
      wanted: `--net=${network}`,
      seen: `--net=${container.network}`,
      isSo: network === null || isIn(network, container),
    },
    {
      wanted: privileged ? "--privileged" : "no --privileged",
      seen: container.privileged ? "--privileged" : "no --privileged",
      isSo: isOpen || privileged === container.privileged,
    },
    {
      wanted: portsIn(ports),
      seen: portsIn(container.ports),
      isSo: isOpen || portsIn(ports) === portsIn(container.ports),
    },
    { wanted: `--name ${name}`, seen: `the name ${container.name}`, isSo: name === null || name === container.name },
    {
      wanted: `the image ${image}`,
      seen: `the image ${container.image}`,
      isSo: isOpen || untagged(image) === untagged(container.image),
    },
    { wanted: "no link", seen: linked, isSo: isOpen || links.length > 0 || container.links.length === 0 },
    ...links.map((link) => ({ wanted: `--link ${link}`, seen: linked, isSo: container.links.includes(link) })),
  ];
  return {
    differences: rows.filter(({ isSo }) => !isSo),
    runsAnother: command.length > 0 && command.join(" ") !== container.command.join(" "),
  };
}

function portsIn(ports: readonly string[]): string {
  return ports.length === 0 ? "no published port" : ports.join(" ");
}

/** Compares networks; another container's may be given by the beginning of its id, too */
function isIn(network: string, container: SeenContainer): boolean {
  const [, id] = /^container:([0-9a-f]+)$/.exec(network) ?? [];
  return network === container.network || (id !== undefined && container.joined?.startsWith(id) === true);
}

/** Removes the tag that Docker adds when none is typed */
function untagged(image: string): string {
  return image.replace(/:latest$/, "");
}

function wantedBy(args: readonly string[]): WantedContainer {
  const told = parse(RUN, plainWords(args));
  // The words of an unknown option may end anywhere
  if (unknownWord(told) !== null || told.refused.length > 0) return OPEN;
  try {
    return wantedIn(told);
  } catch (error) {
    if (!(error instanceof DockerFailure)) throw error;
    return OPEN;
  }
}

/** @throws {DockerFailure} for a port that only a real engine opens */
function wantedIn(told: Parsed): WantedContainer {
  const [image = null] = valuesOf(told, "image");
  const name = valuesOf(told, "name").at(-1) ?? "";
  return {
    network: valuesOf(told, "network")[0] ?? "bridge",
    privileged: isSwitchedOn(told, "privileged"),
    ports: typedPorts(valuesOf(told, "publish"), isSwitchedOn(told, "publish-all")),
    name: name === "" ? null : name,
    image,
    links: valuesOf(told, "link").map((link) => (link.includes(":") ? link : `${link}:${link}`)),
    command: valuesOf(told, "command", "text"),
  };
}

const OPEN: WantedContainer = {
  network: null,
  privileged: false,
  ports: [],
  name: null,
  image: null,
  links: [],
  command: [],
};
