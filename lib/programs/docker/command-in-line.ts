/**
 * Finds the command in a parsed line of `docker`.
 *
 * @module
 */
import type { Parsed } from "../parse.ts";

/** Groups of commands: the command itself is the second word */
const GROUPS: ReadonlySet<string> = new Set(
  [
    "builder buildx checkpoint compose config container context image manifest network node plugin secret service",
    "stack swarm system trust volume",
  ].flatMap((line) => line.split(" ")),
);

/** Commands of groups that also exist without their group */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["image build", "build"],
  ["image pull", "pull"],
  ["image rm", "rmi"],
  ["image remove", "rmi"],
  ["image save", "save"],
]);

/** A command of `docker` */
export interface DockerCommand {
  /** The number of words before it */
  readonly at: number;
  /** The name as typed: `container rm` */
  readonly name: string;
  /** The name without its group, if that exists: `rm` */
  readonly command: string;
  /** The words after it; `null` for a command that wirework does not know */
  readonly told: Parsed | null;
}

/** Finds the command; `null` when there is none, or `--help` or an unknown option stands before it */
export function commandIn({ meanings, belongs, inner }: Parsed): DockerCommand | null {
  const at = belongs.findIndex((option) => option?.startsWith("-") !== true);
  const [first, second] = meanings.slice(at).map(({ word }) => word);
  if (at < 0 || belongs.slice(0, at).includes("--help") || first === undefined || first.startsWith("-")) return null;
  const isGroup = GROUPS.has(first);
  if (isGroup && second === undefined) return null;
  const name = isGroup ? `${first} ${second}` : first;
  const command = SHORT.get(name) ?? name.replace(/^container /, "");
  return { at, name, command, told: isGroup ? (inner?.inner ?? null) : inner };
}
