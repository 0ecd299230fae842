import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework steps` itself; `--with` is parsed before them */
export const STEPS_OPTIONS: readonly CommandOption[] = [
  {
    name: "with",
    takes: "value",
    placeholder: " OPTION=VALUE...",
    help: "other values, as the recipe's own options give them: --with from=10.9.0.1",
  },
  {
    name: "commands",
    takes: "nothing",
    placeholder: "",
    help: "only the lines to type, without prompts and comments",
  },
  {
    name: "output",
    takes: "nothing",
    placeholder: "",
    help: "run them in a sandbox, and show what each prints here beside the article's text",
  },
  ...STANDARD_OPTIONS,
];
