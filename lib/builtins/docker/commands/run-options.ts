import type { Flags } from "../options/flag-table.ts";

/** The options that the article and its recipes use */
export const RUN_OPTIONS = [
  { long: "interactive", short: "i", kind: "switch", help: "Keep STDIN open even if not attached" },
  { long: "tty", short: "t", kind: "switch", help: "Allocate a pseudo-TTY" },
  { long: "detach", short: "d", kind: "switch", help: "Run container in background and print container ID" },
  { long: "rm", kind: "switch", help: "Automatically remove the container when it exits" },
  { long: "name", kind: "string", help: "Assign a name to the container" },
  { long: "network", kind: "list", takes: "network", help: "Connect a container to a network" },
  { long: "net", kind: "list", sameAs: "network", help: null },
  { long: "dns", kind: "list", help: "Set custom DNS servers" },
  { long: "dns-search", kind: "list", help: "Set custom DNS search domains" },
  { long: "hostname", short: "h", kind: "string", help: "Container host name" },
  { long: "link", kind: "list", help: "Add link to another container" },
  { long: "expose", kind: "list", help: "Expose a port or a range of ports" },
  { long: "publish", short: "p", kind: "list", help: "Publish a container's port(s) to the host" },
  { long: "publish-all", short: "P", kind: "switch", help: "Publish all exposed ports to random ports" },
  { long: "env", short: "e", kind: "list", help: "Set environment variables" },
  { long: "label", short: "l", kind: "list", help: "Set meta data on a container" },
  { long: "privileged", kind: "switch", help: "Give extended privileges to this container" },
  { long: "volume", short: "v", kind: "list", help: "Bind mount a volume" },
  { long: "workdir", short: "w", kind: "string", help: "Working directory inside the container" },
  { long: "help", kind: "switch", help: "Print usage" },
] as const;

/** The options of one `docker run` */
export type RunFlags = Flags<typeof RUN_OPTIONS>;
