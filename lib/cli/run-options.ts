import type { OptionSpec } from "./option.ts";

/** An option of `wirework run`, as help shows it */
export interface RunOption extends OptionSpec {
  /** What follows the name in help */
  readonly placeholder: string;
  readonly help: string;
}

/** The options of `wirework run` that are not the recipe's */
export const RUN_OPTIONS: readonly RunOption[] = [
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox",
    help: "which host: a throw-away one, without root or Docker",
  },
  {
    name: "dry-run",
    takes: "nothing",
    placeholder: "",
    help: "check everything, say what would be typed, and touch nothing",
  },
  {
    name: "keep",
    takes: "nothing",
    placeholder: "",
    help: "leave the sandbox of a failed run open, and say how to enter it",
  },
  {
    name: "json",
    takes: "nothing",
    placeholder: "",
    help: "one document instead of the transcript",
  },
  {
    name: "quiet",
    takes: "nothing",
    placeholder: "",
    help: "print nothing but what went wrong",
  },
  {
    name: "no-install",
    takes: "nothing",
    placeholder: "",
    help: "install nothing, neither packages nor programs",
  },
];
