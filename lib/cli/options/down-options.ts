import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework down` */
export const DOWN_OPTIONS: readonly CommandOption[] = [
  { name: "all", takes: "nothing", placeholder: "", help: "remove every lab of this user" },
  ...STANDARD_OPTIONS,
];
