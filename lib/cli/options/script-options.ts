import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework script` itself; `--with` is parsed before them */
export const SCRIPT_OPTIONS: readonly CommandOption[] = [
  {
    name: "with",
    takes: "value",
    placeholder: " OPTION=VALUE...",
    help: "use other values for the recipe's options: --with from=10.9.0.1",
  },
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker|host",
    help: "the host to run on: on a throw-away one it may do what it can't undo",
  },
  ...STANDARD_OPTIONS,
];
