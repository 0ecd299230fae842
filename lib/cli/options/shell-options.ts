import { type CommandOption, HELP_OPTION } from "./command-option.ts";

/** The options of `wirework shell`; all but the last apply to a fresh machine only */
export const SHELL_OPTIONS: readonly CommandOption[] = [
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker",
    help: "a fresh host with our engine, or with Docker's (root)",
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
    help: "with --on docker: an image from `docker save`",
  },
  {
    name: "no-install",
    takes: "nothing",
    placeholder: "",
    help: "install nothing, neither packages nor programs",
  },
  HELP_OPTION,
];
