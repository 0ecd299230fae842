import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";
import { RUN_OPTIONS } from "./run-options.ts";

/** Options of `run` that concern the host's end; `up` has others */
const NOT_OF_UP: ReadonlySet<string> = new Set(["keep", "dry-run", "without"]);

/** The options of `wirework up` itself */
export const UP_OPTIONS: readonly CommandOption[] = [
  {
    name: "name",
    takes: "value",
    placeholder: " NAME",
    help: "the lab's name, by default the recipe's",
  },
  {
    name: "replace",
    takes: "nothing",
    placeholder: "",
    help: "remove an existing lab of this name first",
  },
  {
    name: "repair",
    takes: "nothing",
    placeholder: "",
    help: "wire a lab again after its containers were restarted",
  },
  ...RUN_OPTIONS.filter(({ name }) => !NOT_OF_UP.has(name) && !STANDARD_OPTIONS.some((option) => option.name === name)),
  ...STANDARD_OPTIONS,
];
