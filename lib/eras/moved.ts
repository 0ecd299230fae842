/**
 * The article's options of the daemon are about its one bridge. They are all still there; a network of one's own has
 * the same as options of `docker network create`. Source: moby, daemon/command/config_unix.go, and
 * daemon/libnetwork/netlabel and drivers/bridge/labels.go.
 *
 * @module
 */

/** An option of the daemon, for docker0, and of a network */
export interface Moved {
  readonly daemon: string;
  readonly network: string;
}

/** In the article's order */
export const MOVED: readonly Moved[] = [
  { daemon: "-b BRIDGE", network: "-o com.docker.network.bridge.name=BRIDGE" },
  { daemon: "--bip=CIDR", network: "--subnet=NETWORK --gateway=ADDRESS" },
  { daemon: "--icc=false", network: "-o com.docker.network.bridge.enable_icc=false" },
  { daemon: "--ip=ADDRESS", network: "-o com.docker.network.bridge.host_binding_ipv4=ADDRESS" },
  { daemon: "--mtu=BYTES", network: "-o com.docker.network.driver.mtu=BYTES" },
];
