import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework new` */
export const NEW_OPTIONS: readonly CommandOption[] = [
  {
    name: "from",
    takes: "value",
    placeholder: " RECIPE|FILE.ts",
    help: "the recipe to copy",
  },
  {
    name: "editor",
    takes: "nothing",
    placeholder: "",
    help: "also write the types and a tsconfig.json, so that an editor can check it",
  },
  {
    name: "force",
    takes: "nothing",
    placeholder: "",
    help: "replace existing files",
  },
  ...STANDARD_OPTIONS,
];
