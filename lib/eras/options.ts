/**
 * The article's "Quick Guide to the Options", and what is typed today.
 *
 * All of them are still taken, by Docker 20.10 as measured, and by 29 by its sources: moby, daemon/command/config.go and
 * config_unix.go, and docker/cli, cli/command/container/opts.go. What a network of one's own has instead:
 * daemon/libnetwork/netlabel and drivers/bridge/labels.go.
 *
 * @module
 */

import type { SectionTitle } from "../article/sections.ts";

/** Who takes an option: the daemon when it starts, `docker run`, or both, where the daemon's is the default */
export type Taker = "dockerd" | "docker run" | "both";

/** An option of the guide */
export interface ArticleOption {
  /** As the guide has it, in all its spellings */
  readonly spellings: readonly string[];
  readonly taker: Taker;
  /** Which sections it is to be seen in, as the guide says; of `-H` it says only that it has nothing to do with networks */
  readonly sections: readonly SectionTitle[];
  /** What it is for */
  readonly means: string;
  /** What is typed today; `null` for the same */
  readonly today: string | null;
  /** The same in /etc/docker/daemon.json; `null` for what only `docker run` takes */
  readonly file: string | null;
  /** What does it for a network that `docker network create` makes; `null` where that has nothing of the kind */
  readonly network: string | null;
}

/** In the guide's order */
export const OPTIONS: readonly ArticleOption[] = [
  {
    spellings: ["-b BRIDGE", "--bridge=BRIDGE"],
    taker: "dockerd",
    sections: ["Building your own bridge"],
    means: "the bridge that containers go on",
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
    means: "where the daemon takes commands",
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
    means: "whether Docker switches forwarding on",
    today: null,
    file: '"ip-forward": false',
    network: null,
  },
  {
    spellings: ["--iptables=true|false"],
    taker: "dockerd",
    sections: ["Communication between containers"],
    means: "whether Docker makes rules",
    today: null,
    file: '"iptables": false',
    network: null,
  },
  {
    spellings: ["--mtu=BYTES"],
    taker: "dockerd",
    sections: ["Customizing docker0"],
    means: "the largest packet, in bytes",
    today: null,
    file: '"mtu": 1400',
    network: "-o com.docker.network.driver.mtu=BYTES",
  },
  {
    spellings: ["--dns=IP_ADDRESS"],
    taker: "both",
    sections: ["Configuring DNS"],
    means: "servers that look names up",
    today: null,
    file: '"dns": ["192.168.1.5"]',
    network: null,
  },
  {
    spellings: ["--dns-search=DOMAIN"],
    taker: "both",
    sections: ["Configuring DNS"],
    means: "domains that short names are tried in",
    today: null,
    file: '"dns-search": ["example.com"]',
    network: null,
  },
  {
    spellings: ["-h HOSTNAME", "--hostname=HOSTNAME"],
    taker: "docker run",
    sections: ["Configuring DNS", "How Docker networks a container"],
    means: "what the container calls itself",
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
