import { type CommandOption, HELP_OPTION } from "./command-option.ts";

/** The options of `wirework shell`; all but the last apply to a fresh machine only */
export const SHELL_OPTIONS: readonly CommandOption[] = [
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker",
    help: "the fresh host, with the embedded engine or Docker (root)",
  },
  {
    name: "name",
    takes: "value",
    placeholder: " NAME",
    help: "the fresh host's name as a lab, by default shell",
  },
  {
    name: "load",
    takes: "value",
    placeholder: " FILE.tar",
    help: "with --on docker: load an image from `docker save`",
  },
  {
    name: "no-install",
    takes: "nothing",
    placeholder: "",
    help: "do not install packages or programs",
  },
  HELP_OPTION,
];
