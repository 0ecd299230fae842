import { removesLink } from "../../shell/invert/docker/remove.ts";
import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed, Polarity } from "../deed.ts";

/** Commands about containers that there are, and whether these run afterwards */
const STATES: Readonly<Record<string, Polarity>> = {
  start: "there",
  restart: "there",
  stop: "gone",
  kill: "gone",
  rm: "gone",
};

/** Those of their options that have a word after them: docker-stop(1), docker-kill(1) */
const WITH_WORD = /^(?:-t|--time|-s|--signal|--checkpoint|--detach-keys)$/;

/** What a line of `docker` does to containers that there are, and to images */
export function dockerDeeds({ args, argv }: Typed): readonly Deed[] {
  const [command = "", ...words] = withoutGroup(args);
  if (command === "build") return valuesOf(words, /^(?:-t|--tag)$/).map((name) => image("there", name));
  if (command === "rmi") return words.filter((word) => !word.startsWith("-")).map((name) => image("gone", name));
  const polarity = Object.hasOwn(STATES, command) ? STATES[command] : undefined;
  if (polarity === undefined || removesLink(argv)) return [];
  const references = words.filter((word, at) => !word.startsWith("-") && !WITH_WORD.test(words[at - 1] ?? ""));
  return [{ kind: "container", polarity, references }];
}

/** The words after `docker run`; `null` of another line */
export function runWords({ program, args }: Typed): readonly string[] | null {
  const [command, ...words] = withoutGroup(args);
  return program === "docker" && command === "run" ? words : null;
}

/** Behind what says which daemon is asked, and what the command is about */
function withoutGroup(args: readonly string[]): readonly string[] {
  if (args[0] === "-H" || args[0] === "--host") return withoutGroup(args.slice(2));
  return args[0] === "container" || args[0] === "image" ? args.slice(1) : args;
}

function valuesOf(words: readonly string[], option: RegExp): readonly string[] {
  return words.filter((_, at) => option.test(words[at - 1] ?? ""));
}

function image(polarity: Polarity, name: string): Deed {
  return { kind: "image", polarity, name };
}
