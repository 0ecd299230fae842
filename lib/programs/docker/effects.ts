/**
 * Effects of the commands of `docker`.
 *
 * @module
 */
import { readBoolean } from "../../builtins/docker/options/flag-value.ts";
import type { Effect } from "../effect.ts";
import type { Parsed } from "../parse.ts";
import { valuesOf } from "../terms.ts";
import { commandIn } from "./command.ts";
import { refusalOf } from "./refusal.ts";

type Read = (told: Parsed) => readonly Effect[];

const COMMANDS: Readonly<Record<string, Read>> = {
  start: becoming("running"),
  restart: becoming("running"),
  unpause: becoming("running"),
  stop: becoming("exited"),
  kill: becoming("exited"),
  pause: becoming("paused"),
  rm: (told) => (isOfLinks(told) ? [{ kind: "container link", links: referencesIn(told) }] : becoming("removed")(told)),
  rename: (told) => {
    const [reference] = referencesIn(told);
    const [name] = valuesOf(told, "renamed");
    return reference === undefined || name === undefined ? [] : [{ kind: "container name", reference, name }];
  },
  build: (told) => valuesOf(told, "image").map((name) => ({ kind: "image", polarity: "there", name })),
  rmi: (told) => valuesOf(told, "image").map((name) => ({ kind: "image", polarity: "gone", name })),
  "network connect": (told) => endpoint(told, "there"),
  "network disconnect": (told) => endpoint(told, "gone"),
};

/** Lists what a line does to containers and images that there are; what one makes is known by its label, or its id */
export function dockerEffects(parsed: Parsed): readonly Effect[] {
  const found = commandIn(parsed);
  if (found === null || found.told === null) return [];
  const read = Object.hasOwn(COMMANDS, found.command) ? COMMANDS[found.command] : undefined;
  return read?.(found.told) ?? [];
}

function becoming(becomes: Effect<"container">["becomes"]): Read {
  return (told) => {
    const references = referencesIn(told);
    return references.length === 0 ? [] : [{ kind: "container", becomes, references }];
  };
}

function endpoint(told: Parsed, polarity: "there" | "gone"): readonly Effect<"endpoint">[] {
  const [network] = valuesOf(told, "network");
  const [reference] = referencesIn(told);
  return network === undefined || reference === undefined ? [] : [{ kind: "endpoint", polarity, network, reference }];
}

function referencesIn(told: Parsed): readonly string[] {
  return valuesOf(told, "container");
}

const LINK = { long: "link", short: "l" } as const;

/** Reports whether `docker rm` is about links: the last `--link`, or `--link=VALUE`, counts */
function isOfLinks({ terms }: Parsed): boolean {
  const last = terms.findLast(({ of, text }) => (of === null ? text === "--link" : of.name === "linked"));
  if (last === undefined) return false;
  if (last.of === null) return true;
  return refusalOf(last.text, (text) => readBoolean(LINK, text)) === null && readBoolean(LINK, last.text);
}
