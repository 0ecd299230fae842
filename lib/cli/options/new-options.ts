import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework new` */
export const NEW_OPTIONS: readonly CommandOption[] = [
  {
    name: "from",
    takes: "value",
    placeholder: " RECIPE|FILE.ts",
    help: "the recipe to start from",
  },
  {
    name: "editor",
    takes: "nothing",
    placeholder: "",
    help: "write a tsconfig.json beside it, and the types, so that an editor can check it",
  },
  {
    name: "force",
    takes: "nothing",
    placeholder: "",
    help: "replace files that are there already",
  },
  ...STANDARD_OPTIONS,
];
