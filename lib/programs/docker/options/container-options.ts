/**
 * Options of commands about a container: those that the embedded engine has, and below each the others.
 *
 * Source: docker/cli 20.10 to 29, `cli/command/container`
 *
 * @module
 */
import { operand } from "../../grammar-parts.ts";
import { engineOptions, optionsOf } from "./short-table.ts";

export const PS_OPTIONS = engineOptions({
  "all -a": ["switch", "with stopped ones", "Show all containers (default shows just running)"],
  "filter -f": [
    "list",
    "only those that match this",
    "Filter output based on conditions provided",
    "as label=NAME, or label=NAME=VALUE",
    "filter",
  ],
  "no-trunc": ["switch", "prints full ids", "Don't truncate output"],
  "quiet -q": ["switch", "prints only their ids", "Only display container IDs"],
});

export const ALL_PS_OPTIONS = [
  ...PS_OPTIONS,
  ...optionsOf({
    format: ["prints what this template selects of each", "the template, or table or json"],
    "last -n": ["only the newest ones, with stopped ones", "how many", "integer"],
    "latest -l": ["only the newest one, even if it is stopped"],
    "size -s": ["with the sizes of their files"],
  }),
];

export const LOGS_OPTIONS = engineOptions({ "follow -f": ["switch", "follows new output", "Follow log output"] });

export const ALL_LOGS_OPTIONS = [
  ...LOGS_OPTIONS,
  ...optionsOf({
    details: ["with what its log driver adds"],
    since: ["only what was printed after this", "the time, or how long ago: 10m"],
    "tail -n": ["only the last lines", "how many, or all"],
    "timestamps -t": ["with the time of each line"],
    until: ["only what was printed before this", "the time, or how long ago: 10m"],
  }),
];

const TEMPLATE = operand("format", "the template", {
  "{{.State.Pid}}": "the template: the process ID of its first process, on the host",
  "{{.NetworkSettings.IPAddress}}": "the template: its address",
});

/** The option of `docker inspect`, `image inspect` and `version` */
export const FORMAT_OPTIONS = engineOptions({
  "format -f": [
    "string",
    "prints only what this template selects",
    "Format the output using the given Go template",
    TEMPLATE,
  ],
});

export const INSPECT_OPTIONS = [
  ...FORMAT_OPTIONS,
  ...engineOptions({
    type: [
      "string",
      "only of this type of object",
      "Return JSON for specified type",
      "container, image, network or volume",
    ],
  }),
];

export const ALL_INSPECT_OPTIONS = [...INSPECT_OPTIONS, ...optionsOf({ "size -s": ["with the sizes of its files"] })];

const STOPPING = "how long it may take to stop";

export const STOP_OPTIONS = engineOptions({
  "time -t": ["integer", STOPPING, "Seconds to wait for stop before killing it (default 10)", "seconds"],
});

export const RESTART_OPTIONS = engineOptions({
  "time -t": ["integer", STOPPING, "Seconds to wait for stop before killing the container (default 10)", "seconds"],
});

const SIGNALLED = ["sends this signal instead", "the signal: HUP"] as const;

/** Options of newer clients */
const OTHER_STOP_OPTIONS = optionsOf(
  { timeout: [STOPPING, "seconds", "integer"], "signal -s": SIGNALLED },
  { timeout: "time" },
);

export const ALL_STOP_OPTIONS = [...STOP_OPTIONS, ...OTHER_STOP_OPTIONS];
export const ALL_RESTART_OPTIONS = [...RESTART_OPTIONS, ...OTHER_STOP_OPTIONS];

export const KILL_OPTIONS = engineOptions({
  "signal -s": ["string", SIGNALLED[0], 'Signal to send to the container (default "KILL")', SIGNALLED[1]],
});

export const START_OPTIONS = optionsOf({
  "attach -a": ["shows its output, and waits for its end"],
  "detach-keys": ["the keys to leave it with", "the keys"],
  "interactive -i": ["passes standard input on"],
});

export const RM_OPTIONS = engineOptions({
  "force -f": ["switch", "stops it first, if it is running", "Force the removal of a running container (uses SIGKILL)"],
  "link -l": [
    "switch",
    "removes only a link, given as CLIENT/ALIAS: its name and rules go, and both containers stay",
    "Remove the specified link",
  ],
  "volumes -v": ["switch", "with its anonymous volumes", "Remove anonymous volumes associated with the container"],
});

export const CP_OPTIONS = optionsOf({
  "archive -a": ["with owners and permissions"],
  "follow-link -L": ["what a link leads to, in place of the link"],
  "quiet -q": ["does not show how far it is"],
});

/** The option that writes the output to a file of the host */
export const OUTPUT_OPTIONS = optionsOf({ "output -o": ["writes into a file of the host", "the file"] });

export const STATS_OPTIONS = optionsOf({
  "all -a": ["with stopped ones"],
  format: ["prints what this template selects of each", "the template, or table or json"],
  "no-stream": ["only once"],
  "no-trunc": ["prints full ids"],
});

export const ATTACH_OPTIONS = optionsOf({
  "detach-keys": ["the keys to leave it with", "the keys"],
  "no-stdin": ["without standard input"],
  "sig-proxy": ["passes signals on to it"],
});
