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

/** What a line of `docker` does to containers that there are */
export function dockerDeeds({ args }: Typed): readonly Deed[] {
  const [command = "", ...words] = withoutGroup(args);
  const polarity = Object.hasOwn(STATES, command) ? STATES[command] : undefined;
  if (polarity === undefined) return [];
  const references = words.filter((word, at) => !word.startsWith("-") && !WITH_WORD.test(words[at - 1] ?? ""));
  return [{ kind: "container", polarity, references }];
}

/** The words after `docker run`; `null` of another line */
export function runWords({ program, args }: Typed): readonly string[] | null {
  const [command, ...words] = withoutGroup(args);
  return program === "docker" && command === "run" ? words : null;
}

function withoutGroup(args: readonly string[]): readonly string[] {
  return args[0] === "container" ? args.slice(1) : args;
}
