/**
 * Effects of docker's commands.
 *
 * @module
 */
import type { Effect } from "../effect.ts";
import type { Parsed } from "../parse.ts";
import { ownEntry } from "../parse/own-entry.ts";
import { unknownWord, valuesOf } from "../terms.ts";
import { commandIn } from "./command-in-line.ts";
import { obstacleOfContainer, writesOnHost } from "./host-files.ts";
import { isSwitchedOn } from "./options/switched-on.ts";

/** A line, read up to its command */
interface Line {
  readonly engine: readonly string[];
  readonly optionsAt: number;
  /** The words after the command, parsed by its own grammar; `null` where wirework has none */
  readonly told: Parsed | null;
}

type Read = (line: Line) => readonly Effect[] | string;

/** Readers of effects by command, or the reason why it can't be undone */
const COMMANDS: Readonly<Record<string, Read | string>> = {
  run: (line) => made(line, "container", "running"),
  create: (line) => made(line, "container", "created"),
  "network create": (line) => made(line, "network", "created"),
  "volume create": (line) => made(line, "volume", "created"),
  start: known(becoming("running", "starts")),
  restart: known(becoming("running", "restarts")),
  unpause: known(becoming("running", "goes on with")),
  stop: known(becoming("exited", "stops")),
  kill: known(becoming("exited", "sends a signal to")),
  pause: known(becoming("paused", "pauses")),
  rm: (line) =>
    line.told !== null && isSwitchedOn(line.told, "link")
      ? [{ kind: "container link", ...engineOf(line), links: referencesIn(line) }]
      : becoming("removed", "removes")(line),
  rename: (line) => {
    const [reference] = referencesIn(line);
    const [name] = valuesIn(line, "renamed");
    if (reference === undefined || name === undefined) return "it names no container, or no name for it";
    return [{ kind: "container name", ...engineOf(line), reference, name }];
  },
  build: (line) => {
    const images = imagesIn(line, "tag", "there");
    return images.length > 0 ? images : "an image without a name is not known again: docker build -t NAME";
  },
  rmi: (line) => imagesIn(line, "image", "gone"),
  "network connect": known((line) => endpoint(line, "there")),
  "network disconnect": known((line) => endpoint(line, "gone")),
  // What these change is in the container, and goes with it
  exec: () => [],
  attach: () => [],
  cp: ({ told }) => writesOnHost("cp", told) ?? [],
  export: ({ told }) => writesOnHost("export", told) ?? [],
  save: ({ told }) => writesOnHost("save", told) ?? [],
  pull: "an image that is fetched may have been another before",
  "network rm": "what was on the network is not known any more",
  "volume rm": "what is in the volume is lost",
};

/** Lists the effects of a line, or says why they are unknown or can't be undone */
export function dockerEffects(parsed: Parsed): readonly Effect[] | string {
  const found = commandIn(parsed);
  if (found === null) return []; // the client itself answers; an option that it has not, it refuses
  const { at, name, command, told } = found;
  const all = parsed.meanings.map(({ word }) => word);
  const optionsAt = at + name.split(" ").length;
  if (parsed.only !== null || all[optionsAt] === "--help") return [];
  const read = ownEntry(COMMANDS, command);
  if (read === undefined) return `wirework does not know how \`docker ${name}\` is undone`;
  return typeof read === "string" ? read : read({ engine: all.slice(0, at), optionsAt, told });
}

function engineOf({ engine, optionsAt }: Line): Pick<Line, "engine" | "optionsAt"> {
  return { engine, optionsAt };
}

function made(
  line: Line,
  object: Effect<"docker object">["object"],
  becomes: Effect<"docker object">["becomes"],
): readonly Effect<"docker object">[] {
  const obstacle = object === "container" ? obstacleOfContainer(line.told) : null;
  return [{ kind: "docker object", ...engineOf(line), object, becomes, obstacle }];
}

function becoming(becomes: Effect<"container">["becomes"], how: string): Read {
  return (line) => {
    const references = referencesIn(line);
    return references.length === 0
      ? "it names no container"
      : [{ kind: "container", ...engineOf(line), becomes, how, references }];
  };
}

/** Makes a reader that accepts a line only if each of its words is known */
function known(read: Read): Read {
  return (line) => {
    const word = line.told === null ? null : unknownWord(line.told);
    return word === null ? read(line) : `wirework does not know what ${word} does to it`;
  };
}

function endpoint(line: Line, polarity: "there" | "gone"): readonly Effect<"endpoint">[] | string {
  const [network] = valuesIn(line, "network");
  const [reference] = referencesIn(line);
  if (network === undefined || reference === undefined) return "it names no network, or no container";
  return [{ kind: "endpoint", ...engineOf(line), polarity, network, reference }];
}

function imagesIn(line: Line, name: "image" | "tag", polarity: "there" | "gone"): readonly Effect<"image">[] {
  return valuesIn(line, name).map((name) => ({ kind: "image", ...engineOf(line), polarity, name }));
}

function referencesIn(line: Line): readonly string[] {
  return valuesIn(line, "container");
}

function valuesIn({ told }: Line, parameter: string): readonly string[] {
  return told === null ? [] : valuesOf(told, parameter);
}
