/**
 * The article's "Quick Guide to the Options", and today's equivalents.
 *
 * All options are still accepted: by Docker 20.10 as measured, by 29 according to its sources (moby,
 * daemon/command/config.go and config_unix.go, and docker/cli, cli/command/container/opts.go). Equivalents
 * for user-defined networks: daemon/libnetwork/netlabel and drivers/bridge/labels.go.
 *
 * @module
 */

import type { SectionTitle } from "../article/sections.ts";

/**
 * The program that takes an option: the daemon when it starts, `docker run`, or both, where the daemon's is
 * the default
 */
export type Taker = "dockerd" | "docker run" | "both";

/** An option of the guide */
export interface ArticleOption {
  /** All spellings in the guide */
  readonly spellings: readonly string[];
  readonly taker: Taker;
  /** The sections that the guide refers to; of `-H` it says only that it is not about networks */
  readonly sections: readonly SectionTitle[];
  /** Its purpose */
  readonly means: string;
  /** Today's spelling; `null` when unchanged */
  readonly today: string | null;
  /** The key in /etc/docker/daemon.json; `null` for options of `docker run` only */
  readonly file: string | null;
  /** The equivalent for a network made by `docker network create`; `null` when there is none */
  readonly network: string | null;
}

/** The options in the guide's order */
export const OPTIONS: readonly ArticleOption[] = [
  {
    spellings: ["-b BRIDGE", "--bridge=BRIDGE"],
    taker: "dockerd",
    sections: ["Building your own bridge"],
    means: "the bridge that containers are connected to",
    today: null,
    file: '"bridge": "bridge0"',
    network: "-o com.docker.network.bridge.name=BRIDGE",
  },
  {
    spellings: ["--bip=CIDR"],
    taker: "dockerd",
    sections: ["Customizing docker0"],
    means: "docker0's address",
    today: null,
    file: '"bip": "192.168.1.5/24"',
    network: "--subnet=NETWORK --gateway=ADDRESS",
  },
  {
    spellings: ["-H SOCKET", "--host=SOCKET"],
    taker: "dockerd",
    sections: [],
    means: "the address at which the daemon listens",
    today: null,
    file: '"hosts": ["unix:///var/run/docker.sock"]',
    network: null,
  },
  {
    spellings: ["--icc=true|false"],
    taker: "dockerd",
    sections: ["Communication between containers"],
    means: "whether containers reach each other",
    today: null,
    file: '"icc": false',
    network: "-o com.docker.network.bridge.enable_icc=false",
  },
  {
    spellings: ["--ip=IP_ADDRESS"],
    taker: "dockerd",
    sections: ["Binding container ports to the host"],
    means: "the host's address for published ports",
    today: null,
    file: '"ip": "192.168.1.5"',
    network: "-o com.docker.network.bridge.host_binding_ipv4=ADDRESS",
  },
  {
    spellings: ["--ip-forward=true|false"],
    taker: "dockerd",
    sections: ["Communication between containers"],
    means: "whether Docker enables IP forwarding",
    today: null,
    file: '"ip-forward": false',
    network: null,
  },
  {
    spellings: ["--iptables=true|false"],
    taker: "dockerd",
    sections: ["Communication between containers"],
    means: "whether Docker adds iptables rules",
    today: null,
    file: '"iptables": false',
    network: null,
  },
  {
    spellings: ["--mtu=BYTES"],
    taker: "dockerd",
    sections: ["Customizing docker0"],
    means: "the MTU: the largest packet, in bytes",
    today: null,
    file: '"mtu": 1400',
    network: "-o com.docker.network.driver.mtu=BYTES",
  },
  {
    spellings: ["--dns=IP_ADDRESS"],
    taker: "both",
    sections: ["Configuring DNS"],
    means: "DNS servers",
    today: null,
    file: '"dns": ["192.168.1.5"]',
    network: null,
  },
  {
    spellings: ["--dns-search=DOMAIN"],
    taker: "both",
    sections: ["Configuring DNS"],
    means: "DNS search domains",
    today: null,
    file: '"dns-search": ["example.com"]',
    network: null,
  },
  {
    spellings: ["-h HOSTNAME", "--hostname=HOSTNAME"],
    taker: "docker run",
    sections: ["Configuring DNS", "How Docker networks a container"],
    means: "the container's own host name",
    today: null,
    file: null,
    network: null,
  },
  {
    spellings: ["--link=CONTAINER_NAME:ALIAS"],
    taker: "docker run",
    sections: ["Configuring DNS", "Communication between containers"],
    means: "another container's name and ports",
    today: "--network=NETWORK, in which containers find each other by name, and --network-alias=ALIAS",
    file: null,
    network: null,
  },
  {
    spellings: ["--net=bridge|none|container:NAME_or_ID|host"],
    taker: "docker run",
    sections: ["How Docker networks a container"],
    means: "which network the container is in",
    today: "--network=…, or as then",
    file: null,
    network: null,
  },
  {
    spellings: ["-p SPEC", "--publish=SPEC"],
    taker: "docker run",
    sections: ["Binding container ports to the host"],
    means: "a port of the host for one of the container",
    today: null,
    file: null,
    network: null,
  },
  {
    spellings: ["-P", "--publish-all=true|false"],
    taker: "docker run",
    sections: ["Binding container ports to the host"],
    means: "the same for all exposed ports",
    today: null,
    file: null,
    network: null,
  },
];
