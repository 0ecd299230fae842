/**
 * What a line of `docker run` asks of a container.
 *
 * @module
 */
import { RUN_OPTIONS } from "../builtins/docker/commands/run-options.ts";
import { FlagError, parseFlags } from "../builtins/docker/flags.ts";
import type { SeenContainer } from "./seen-container.ts";

/** What it asks for; `null` for what it leaves open */
interface WantedContainer {
  readonly network: string | null;
  readonly name: string | null;
  readonly image: string | null;
  readonly links: readonly string[];
  readonly command: readonly string[];
}

/** A difference, as the line has it and as the container has it */
interface Difference {
  readonly wanted: string;
  readonly seen: string;
}

/** How a container is unlike what a line asks for */
export interface Unlike {
  readonly differences: readonly Difference[];
  /** Whether it runs another command, which is no error */
  readonly runsAnother: boolean;
}

/** What such a line starts, in words */
export function describeContainer(args: readonly string[]): string {
  const { network, name, image, links } = wantedBy(args);
  if (image === null) return "a container that this line starts";
  const options = [
    ...(network === "bridge" ? [] : [`--net=${network}`]),
    ...(name === null ? [] : [`--name ${name}`]),
    ...links.map((link) => `--link ${link}`),
  ];
  return `a container of the image ${image}${options.length === 0 ? "" : ` with ${options.join(" and ")}`}`;
}

/** Whether a container that fits can't well be another one, which was started for something else */
export function isOneOfItsKind(args: readonly string[]): boolean {
  const { name, links } = wantedBy(args);
  return name !== null || links.length > 0;
}

/** Compares a container with the words after `docker run` */
export function compareContainer(args: readonly string[], container: SeenContainer): Unlike {
  const { network, name, image, links, command } = wantedBy(args);
  const linked = container.links.length === 0 ? "no link" : `--link ${container.links.join(" --link ")}`;
  const isOpen = image === null;
  const rows: readonly (Difference & { readonly isSo: boolean })[] = [
    {
      wanted: `--net=${network}`,
      seen: `--net=${container.network}`,
      isSo: network === null || network === container.network,
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

/** Docker adds the tag where none is typed */
function untagged(image: string): string {
  return image.replace(/:latest$/, "");
}

function wantedBy(args: readonly string[]): WantedContainer {
  try {
    const { flags, rest } = parseFlags(args, RUN_OPTIONS);
    const [image = null, ...command] = rest;
    const links = flags.link.map((link) => (link.includes(":") ? link : `${link}:${link}`));
    return { network: flags.network ?? "bridge", name: flags.name, image, links, command };
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    // With an option that only a real engine has: nothing is known of where its words end
    return { network: null, name: null, image: null, links: [], command: [] };
  }
}
