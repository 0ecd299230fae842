import { readDocker, valuesOf } from "../../shell/invert/docker/read-docker.ts";
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
  const read = readDocker(args);
  if (read === null) return [];
  const { command, words } = read;
  if (command === "build") return valuesOf(words, ["-t", "--tag"]).map((name) => image("there", name));
  if (command === "rmi") return words.filter((word) => !word.startsWith("-")).map((name) => image("gone", name));
  const polarity = Object.hasOwn(STATES, command) ? STATES[command] : undefined;
  if (polarity === undefined || removesLink(argv)) return [];
  const references = words.filter((word, at) => !word.startsWith("-") && !WITH_WORD.test(words[at - 1] ?? ""));
  return [{ kind: "container", polarity, references }];
}

/** The words after `docker run`; `null` of another line */
export function runWords({ program, args }: Typed): readonly string[] | null {
  const read = program === "docker" ? readDocker(args) : null;
  return read?.command === "run" ? read.words : null;
}

function image(polarity: Polarity, name: string): Deed {
  return { kind: "image", polarity, name };
}
