/**
 * Options of `docker run` that the embedded engine has: those of the article and its recipes.
 *
 * @module
 */
import { RUNNING_OPTIONS } from "./exec-options.ts";
import type { Flags } from "./flag-table.ts";
import { NETWORK } from "./network-options.ts";
import { PORTS } from "./ports.ts";
import { engineOptions } from "./short-table.ts";

/** The option that `docker exec` has, too, but not that of the embedded engine */
export const PRIVILEGED = engineOptions({
  privileged: [
    "switch",
    "lets it change the host's kernel, as root does",
    "Give extended privileges to this container",
  ],
});

const NETWORKED = "the network to connect it to";

export const RUN_OPTIONS = [
  ...RUNNING_OPTIONS,
  ...PRIVILEGED,
  ...engineOptions({
    "detach -d": [
      "switch",
      "runs it in the background, and prints its id",
      "Run container in background and print container ID",
    ],
    rm: ["switch", "removes it when it has ended", "Automatically remove the container when it exits"],
    name: ["string", "its name", "Assign a name to the container", "the name"],
    network: ["list", NETWORKED, "Connect a container to a network", NETWORK, "network"],
    dns: ["list", "the name server that it asks, in /etc/resolv.conf", "Set custom DNS servers", "its address"],
    "dns-search": [
      "list",
      "the domain that it tries a name in, in /etc/resolv.conf",
      "Set custom DNS search domains",
      "the domain",
    ],
    "hostname -h": [
      "string",
      "its host name: in /etc/hostname, /etc/hosts and the prompt",
      "Container host name",
      "the name",
    ],
    link: [
      "list",
      "lets it reach another one by a name: in /etc/hosts, and by rules of iptables where --icc=false",
      "Add link to another container",
      "the other container, a colon, and the name for it",
    ],
    expose: ["list", "a port that it serves, for links and -P", "Expose a port or a range of ports", "the port"],
    "publish -p": [
      "list",
      "opens a port of the host, and passes it on",
      "Publish a container's port(s) to the host",
      PORTS,
    ],
    "publish-all -P": [
      "switch",
      "opens a port of the host for each port that it exposes",
      "Publish all exposed ports to random ports",
    ],
    "label -l": ["list", "a label, to find it by", "Set meta data on a container", "NAME=VALUE"],
    "volume -v": ["list", "a folder of the host in it", "Bind mount a volume", "HOST-FOLDER:FOLDER"],
    help: ["switch", "prints its options", "Print usage"],
  }),
  { long: "net", kind: "list", sameAs: "network", help: null, means: NETWORKED, value: NETWORK },
] as const;

/** The options of one `docker run` */
export type RunFlags = Flags<typeof RUN_OPTIONS>;
