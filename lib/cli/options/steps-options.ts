import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework steps` itself; `--with` is parsed before them */
export const STEPS_OPTIONS: readonly CommandOption[] = [
  {
    name: "with",
    takes: "value",
    placeholder: " OPTION=VALUE...",
    help: "use other values for the recipe's options: --with from=10.9.0.1",
  },
  {
    name: "commands",
    takes: "nothing",
    placeholder: "",
    help: "print only the lines to type, without prompts and comments",
  },
  {
    name: "output",
    takes: "nothing",
    placeholder: "",
    help: "run the lines in a sandbox, and show the output of each beside the article's",
  },
  ...STANDARD_OPTIONS,
];
