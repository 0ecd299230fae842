import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework script` itself; `--with` is parsed before them */
export const SCRIPT_OPTIONS: readonly CommandOption[] = [
  {
    name: "with",
    takes: "value",
    placeholder: " OPTION=VALUE...",
    help: "other values, as the recipe's own options give them: --with from=10.9.0.1",
  },
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker|host",
    help: "where it is to run: on a throw-away host it may do what it can't take back",
  },
  ...STANDARD_OPTIONS,
];
