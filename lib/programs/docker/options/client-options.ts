/**
 * Options of Docker's client itself, before the command, and of commands about the engine.
 *
 * @module
 */
import { FORMAT } from "./container-options.ts";
import { HELP, type OptionRow } from "./option-table.ts";
import { optionsOf } from "./short-table.ts";

/** Those that the embedded engine's client has; docker(1) */
export const CLIENT_OPTIONS = [
  HELP,
  {
    long: "host",
    short: "H",
    kind: "list",
    help: "Daemon socket(s) to connect to",
    means: "talks to the daemon at this socket",
    value: "the socket: unix:///var/run/docker.sock",
  },
  {
    long: "version",
    short: "v",
    kind: "switch",
    help: "Print version information and quit",
    means: "prints the client's version",
  },
] as const satisfies readonly OptionRow[];

export const OTHER_CLIENT_OPTIONS = optionsOf({
  config: ["reads the client's settings from this folder", "the folder"],
  "context -c": ["talks to the daemon of this context", "the context"],
  "debug -D": ["prints more"],
  "log-level -l": ["the level of messages", "the level: debug"],
  tls: ["uses TLS"],
  tlscacert: ["the certificates to trust", "the file"],
  tlscert: ["the client's certificate", "the file"],
  tlskey: ["the client's key", "the file"],
  tlsverify: ["uses TLS, and verifies the daemon"],
});

export const VERSION_OPTIONS = [FORMAT] as const satisfies readonly OptionRow[];

export const OTHER_INFO_OPTIONS = optionsOf({
  "format -f": ["prints only what this template selects", "the template"],
});
