import { type CommandOption, STANDARD_OPTIONS } from "../options/command-option.ts";

/** The options of `wirework claims` */
export const CLAIMS_OPTIONS: readonly CommandOption[] = [
  {
    name: "run",
    takes: "nothing",
    placeholder: "",
    help: "run all recipes, one after another, and print the result of each check",
  },
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker",
    help: "the host to run them on",
  },
  ...STANDARD_OPTIONS,
];
