import type { OptionSpec } from "./option-spec.ts";

/** An option of a command, as help shows it */
export interface CommandOption extends OptionSpec {
  /** The text after its name in help */
  readonly placeholder: string;
  readonly help: string;
}

export const JSON_OPTION: CommandOption = {
  name: "json",
  takes: "nothing",
  placeholder: "",
  help: "print one JSON document instead of text, for errors too",
};

export const HELP_OPTION: CommandOption = {
  name: "help",
  alias: "h",
  takes: "nothing",
  placeholder: "",
  help: "show help on the command and its options",
};

/** Options of every command */
export const STANDARD_OPTIONS: readonly CommandOption[] = [JSON_OPTION, HELP_OPTION];
