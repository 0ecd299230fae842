/**
 * Options of commands about a container: those that the embedded engine has, and below each the others.
 *
 * Source: docker/cli 20.10 to 29, `cli/command/container`
 *
 * @module
 */
import { operand } from "../../grammar-parts.ts";
import type { OptionRow } from "./option-table.ts";
import { optionsOf } from "./short-table.ts";
import type { ToldOption } from "./told-options.ts";

export const PS_OPTIONS = [
  {
    long: "all",
    short: "a",
    kind: "switch",
    help: "Show all containers (default shows just running)",
    means: "with stopped ones",
  },
  {
    long: "filter",
    short: "f",
    kind: "list",
    takes: "filter",
    help: "Filter output based on conditions provided",
    means: "only those that match this",
    value: "as label=NAME, or label=NAME=VALUE",
  },
  { long: "no-trunc", kind: "switch", help: "Don't truncate output", means: "prints full ids" },
  { long: "quiet", short: "q", kind: "switch", help: "Only display container IDs", means: "prints only their ids" },
] as const satisfies readonly OptionRow[];

export const OTHER_PS_OPTIONS = optionsOf({
  format: ["prints what this template selects of each", "the template, or table or json"],
  "last -n": ["only the newest ones, with stopped ones", "how many", "integer"],
  "latest -l": ["only the newest one, even if it is stopped"],
  "size -s": ["with the sizes of their files"],
});

export const LOGS_OPTIONS = [
  { long: "follow", short: "f", kind: "switch", help: "Follow log output", means: "follows new output" },
] as const satisfies readonly OptionRow[];

export const OTHER_LOGS_OPTIONS = optionsOf({
  details: ["with what its log driver adds"],
  since: ["only what was printed after this", "the time, or how long ago: 10m"],
  "tail -n": ["only the last lines", "how many, or all"],
  "timestamps -t": ["with the time of each line"],
  until: ["only what was printed before this", "the time, or how long ago: 10m"],
});

export const FORMAT = {
  long: "format",
  short: "f",
  kind: "string",
  help: "Format the output using the given Go template",
  means: "prints only what this template selects",
  value: operand("format", "the template", {
    "{{.State.Pid}}": "the template: the process ID of its first process, on the host",
    "{{.NetworkSettings.IPAddress}}": "the template: its address",
  }),
} as const;

export const INSPECT_OPTIONS = [
  FORMAT,
  {
    long: "type",
    kind: "string",
    help: "Return JSON for specified type",
    means: "only of this type of object",
    value: "container, image, network or volume",
  },
] as const satisfies readonly OptionRow[];

export const OTHER_INSPECT_OPTIONS = optionsOf({ "size -s": ["with the sizes of its files"] });

const TIME = {
  long: "time",
  short: "t",
  kind: "integer",
  means: "how long it may take to stop",
  value: "seconds",
} as const;

export const STOP_OPTIONS = [
  { ...TIME, help: "Seconds to wait for stop before killing it (default 10)" },
] as const satisfies readonly OptionRow[];

export const RESTART_OPTIONS = [
  { ...TIME, help: "Seconds to wait for stop before killing the container (default 10)" },
] as const satisfies readonly OptionRow[];

const SIGNAL = {
  long: "signal",
  short: "s",
  kind: "string",
  means: "sends this signal instead",
  value: "the signal: HUP",
} as const;

/** Newer clients have these for `stop` and `restart` */
export const OTHER_STOP_OPTIONS: readonly ToldOption[] = [
  { long: "timeout", kind: "integer", sameAs: "time", means: TIME.means, value: TIME.value },
  SIGNAL,
];

export const KILL_OPTIONS = [
  { ...SIGNAL, help: 'Signal to send to the container (default "KILL")' },
] as const satisfies readonly OptionRow[];

export const OTHER_START_OPTIONS = optionsOf({
  "attach -a": ["shows its output, and waits for its end"],
  "detach-keys": ["the keys to leave it with", "the keys"],
  "interactive -i": ["passes standard input on"],
});

export const RM_OPTIONS = [
  {
    long: "force",
    short: "f",
    kind: "switch",
    help: "Force the removal of a running container (uses SIGKILL)",
    means: "stops it first, if it is running",
  },
  {
    long: "link",
    short: "l",
    kind: "switch",
    help: "Remove the specified link",
    means: "removes only a link, given as CLIENT/ALIAS: its name and rules go, and both containers stay",
  },
  {
    long: "volumes",
    short: "v",
    kind: "switch",
    help: "Remove anonymous volumes associated with the container",
    means: "with its anonymous volumes",
  },
] as const satisfies readonly OptionRow[];

export const CP_OPTIONS = optionsOf({
  "archive -a": ["with owners and permissions"],
  "follow-link -L": ["what a link leads to, in place of the link"],
  "quiet -q": ["does not show how far it is"],
});

/** The option that writes the output to a file of the host */
export const OUTPUT_OPTIONS = optionsOf({ "output -o": ["writes into a file of the host", "the file"] });
