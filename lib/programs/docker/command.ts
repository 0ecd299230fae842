/**
 * The command in a line of `docker`, once that is parsed.
 *
 * @module
 */
import type { Parsed } from "../parse.ts";

/** Commands that are about other things than containers, and so have a second word */
const GROUPS: ReadonlySet<string> = new Set(
  [
    "builder buildx checkpoint compose config container context image manifest network node plugin secret service",
    "stack swarm system trust volume",
  ].flatMap((line) => line.split(" ")),
);

/** Commands of groups that are also there without */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["image build", "build"],
  ["image pull", "pull"],
  ["image rm", "rmi"],
  ["image remove", "rmi"],
  ["image save", "save"],
]);

/** A command of `docker` */
export interface DockerCommand {
  /** How many words are before it */
  readonly at: number;
  /** As it is typed: `container rm` */
  readonly name: string;
  /** The same without a group, where it is there without one: `rm` */
  readonly command: string;
  /** Its words; `null` of a command that nobody here knows */
  readonly told: Parsed | null;
}

/** Finds the command; `null` where there is none, or an option before it that the client does not have */
export function commandIn({ meanings, belongs, inner }: Parsed): DockerCommand | null {
  const at = belongs.findIndex((option) => option?.startsWith("-") !== true);
  const [first, second] = meanings.slice(at).map(({ word }) => word);
  if (at < 0 || first === undefined || first.startsWith("-")) return null;
  const isGroup = GROUPS.has(first);
  if (isGroup && second === undefined) return null;
  const name = isGroup ? `${first} ${second}` : first;
  const command = SHORT.get(name) ?? name.replace(/^container /, "");
  return { at, name, command, told: isGroup ? (inner?.inner ?? null) : inner };
}
