import { type CommandOption, STANDARD_OPTIONS } from "./command-option.ts";

/** The options of `wirework run` itself */
export const RUN_OPTIONS: readonly CommandOption[] = [
  {
    name: "on",
    takes: "value",
    placeholder: " sandbox|docker|host",
    help: "a throw-away host (embedded engine or Docker), or this machine (root)",
  },
  {
    name: "load",
    takes: "value",
    placeholder: " FILE.tar",
    help: "with --on docker: load an image from `docker save`, for --image",
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
    help: "with --on host: stop Docker even if other containers are running",
  },
  {
    name: "dry-run",
    takes: "nothing",
    placeholder: "",
    help: "check everything and print what would be typed, but touch nothing",
  },
  {
    name: "step",
    takes: "nothing",
    placeholder: "",
    help: "line by line: show what each does, run it on Enter, show its changes",
  },
  {
    name: "without",
    takes: "value",
    placeholder: " N",
    help: "skip step N, and show which checks then fail: what the step is for",
  },
  {
    name: "keep",
    takes: "nothing",
    placeholder: "",
    help: "keep the host of a failed run, and print how to enter it",
  },
  {
    name: "quiet",
    takes: "nothing",
    placeholder: "",
    help: "print only errors",
  },
  {
    name: "no-install",
    takes: "nothing",
    placeholder: "",
    help: "do not install packages or programs",
  },
  ...STANDARD_OPTIONS,
];
