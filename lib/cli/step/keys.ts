import type { Answer } from "../../step/stepper.ts";

/** The meaning of a key: an answer to the runner, or a request to the process with the terminal */
export type Wish = Exclude<Answer, "looked"> | "shell" | "quit" | "help";

/** A key, or several with the same meaning */
export interface Key {
  /** The characters that a terminal sends for it */
  readonly sends: readonly string[];
  readonly name: string;
  readonly wish: Wish;
  readonly help: string;
}

/** The keys of a stepped run, in help's order */
export const KEYS: readonly Key[] = [
  { sends: ["\r", "\n"], name: "Enter", wish: "run", help: "run this line, and show its changes" },
  { sends: ["s"], name: "s", wish: "shell", help: "open a shell on the host; exit returns here" },
  { sends: ["b"], name: "b", wish: "back", help: "undo the last line that changed something" },
  { sends: ["r"], name: "r", wish: "rest", help: "run the rest without stopping" },
  // Ctrl-D, which ends a shell too
  { sends: ["q", "\u0004"], name: "q", wish: "quit", help: "end the run and undo it" },
  { sends: ["?"], name: "?", wish: "help", help: "show these keys" },
];

/** Returns the typed key; `null` for one without meaning. If several came at once, the first counts */
export function keyIn(typed: string): Key | null {
  return KEYS.find(({ sends }) => sends.some((sent) => typed.startsWith(sent))) ?? null;
}

/** Formats the keys, one per line */
export function keyHelp(): readonly string[] {
  const width = Math.max(...KEYS.map(({ name }) => name.length));
  return KEYS.map(({ name, help }) => `${name.padEnd(width)}  ${help}`);
}
