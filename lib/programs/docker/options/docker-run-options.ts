/**
 * Options of `docker run` that the embedded engine has: those of the article and its recipes.
 *
 * @module
 */
import { DETACH, ENV, INTERACTIVE, TTY, WORKDIR } from "./exec-options.ts";
import type { Flags } from "./flag-table.ts";
import { NETWORK } from "./network-options.ts";
import type { OptionRow } from "./option-table.ts";
import { PORTS } from "./ports.ts";

/** The option that lets a container change the kernel; only `docker exec` of the embedded engine lacks it */
export const PRIVILEGED = {
  long: "privileged",
  kind: "switch",
  help: "Give extended privileges to this container",
  means: "lets it change the host's kernel, as root does",
} as const;

export const RUN_OPTIONS = [
  INTERACTIVE,
  TTY,
  {
    ...DETACH,
    help: "Run container in background and print container ID",
    means: "runs it in the background, and prints its id",
  },
  {
    long: "rm",
    kind: "switch",
    help: "Automatically remove the container when it exits",
    means: "removes it when it has ended",
  },
  {
    long: "name",
    kind: "string",
    help: "Assign a name to the container",
    means: "its name",
    value: "the name",
  },
  {
    long: "network",
    kind: "list",
    takes: "network",
    help: "Connect a container to a network",
    means: "the network to connect it to",
    value: NETWORK,
  },
  { long: "net", kind: "list", sameAs: "network", help: null, means: "the network to connect it to", value: NETWORK },
  {
    long: "dns",
    kind: "list",
    help: "Set custom DNS servers",
    means: "the name server that it asks, in /etc/resolv.conf",
    value: "its address",
  },
  {
    long: "dns-search",
    kind: "list",
    help: "Set custom DNS search domains",
    means: "the domain that it tries a name in, in /etc/resolv.conf",
    value: "the domain",
  },
  {
    long: "hostname",
    short: "h",
    kind: "string",
    help: "Container host name",
    means: "its host name: in /etc/hostname, /etc/hosts and the prompt",
    value: "the name",
  },
  {
    long: "link",
    kind: "list",
    help: "Add link to another container",
    means: "lets it reach another one by a name: in /etc/hosts, and by rules of iptables where --icc=false",
    value: "the other container, a colon, and the name for it",
  },
  {
    long: "expose",
    kind: "list",
    help: "Expose a port or a range of ports",
    means: "a port that it serves, for links and -P",
    value: "the port",
  },
  {
    long: "publish",
    short: "p",
    kind: "list",
    help: "Publish a container's port(s) to the host",
    means: "opens a port of the host, and passes it on",
    value: PORTS,
  },
  {
    long: "publish-all",
    short: "P",
    kind: "switch",
    help: "Publish all exposed ports to random ports",
    means: "opens a port of the host for each port that it exposes",
  },
  ENV,
  {
    long: "label",
    short: "l",
    kind: "list",
    help: "Set meta data on a container",
    means: "a label, to find it by",
    value: "NAME=VALUE",
  },
  PRIVILEGED,
  {
    long: "volume",
    short: "v",
    kind: "list",
    help: "Bind mount a volume",
    means: "a folder of the host in it",
    value: "HOST-FOLDER:FOLDER",
  },
  WORKDIR,
  { long: "help", kind: "switch", help: "Print usage", means: "prints its options" },
] as const satisfies readonly OptionRow[];

/** The options of one `docker run` */
export type RunFlags = Flags<typeof RUN_OPTIONS>;
