import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework list` */
export const LIST_OPTIONS: readonly CommandOption[] = [
  {
    name: "options",
    takes: "nothing",
    placeholder: "",
    help: "list the article's guide to Docker's options, and the recipes that use each",
  },
  ...STANDARD_OPTIONS,
];
