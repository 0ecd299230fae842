/**
 * Options of Docker's client itself, before the command, and of commands about the engine.
 *
 * @module
 */
import { HELP } from "./option-table.ts";
import { engineOptions, optionsOf } from "./short-table.ts";

/** The options that the embedded engine's client has; docker(1) */
export const CLIENT_OPTIONS = [
  HELP,
  ...engineOptions({
    "host -H": [
      "list",
      "talks to the daemon at this socket",
      "Daemon socket(s) to connect to",
      "the socket: unix:///var/run/docker.sock",
    ],
    "version -v": ["switch", "prints the client's version", "Print version information and quit"],
  }),
] as const;

export const ALL_CLIENT_OPTIONS = [
  ...CLIENT_OPTIONS,
  ...optionsOf({
    config: ["reads the client's settings from this folder", "the folder"],
    "context -c": ["talks to the daemon of this context", "the context"],
    "debug -D": ["prints more"],
    "log-level -l": ["the level of messages", "the level: debug"],
    tls: ["uses TLS"],
    tlscacert: ["the certificates to trust", "the file"],
    tlscert: ["the client's certificate", "the file"],
    tlskey: ["the client's key", "the file"],
    tlsverify: ["uses TLS, and verifies the daemon"],
  }),
];

export const INFO_OPTIONS = optionsOf({
  "format -f": ["prints only what this template selects", "the template"],
});

export const EVENTS_OPTIONS = optionsOf({
  "filter -f": ["only those that match this", "as type=container", "list"],
  format: ["prints what this template selects of each", "the template"],
  since: ["from this time on", "the time, or how long ago: 10m"],
  until: ["up to this time", "the time, or how long ago: 10m"],
});

export const DF_OPTIONS = optionsOf({
  format: ["prints what this template selects of each", "the template"],
  "verbose -v": ["with each object"],
});

/** Options of commands that list networks, volumes or contexts */
export const LIST_OPTIONS = optionsOf({
  "filter -f": ["only those that match this", "as name=NAME", "list"],
  format: ["prints what this template selects of each", "the template, or table or json"],
  "no-trunc": ["prints full ids"],
  "quiet -q": ["prints only their ids or names"],
});
