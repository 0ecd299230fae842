import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework run` itself */
export const RUN_OPTIONS: readonly CommandOption[] = [
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker|host",
    help: "a throw-away host, with our engine or Docker's; or this machine (root)",
  },
  {
    name: "load",
    takes: "value",
    placeholder: " FILE.tar",
    help: "with --on docker: an image from `docker save`, for --image",
  },
  {
    name: "yes",
    takes: "nothing",
    placeholder: "",
    help: "with --on host: do not ask",
  },
  {
    name: "interrupt",
    takes: "nothing",
    placeholder: "",
    help: "with --on host: stop Docker even where other containers run",
  },
  {
    name: "dry-run",
    takes: "nothing",
    placeholder: "",
    help: "check everything, say what would be typed, and touch nothing",
  },
  {
    name: "step",
    takes: "nothing",
    placeholder: "",
    help: "one line at a time: what it does, Enter to run it, and what it changed",
  },
  {
    name: "without",
    takes: "value",
    placeholder: " N",
    help: "leave step N out, and show which checks then fail: what the step is for",
  },
  {
    name: "keep",
    takes: "nothing",
    placeholder: "",
    help: "leave the host of a failed run open, and say how to enter it",
  },
  {
    name: "quiet",
    takes: "nothing",
    placeholder: "",
    help: "print nothing but what went wrong",
  },
  {
    name: "no-install",
    takes: "nothing",
    placeholder: "",
    help: "install nothing, neither packages nor programs",
  },
  ...STANDARD_OPTIONS,
];
