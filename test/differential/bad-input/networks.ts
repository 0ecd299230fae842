/**
 * `--net`.
 */
import { type BadInput, declined, failed, misspelt, refused, taken } from "./row.ts";

export const NETWORKS: readonly BadInput[] = [
  misspelt("docker run --net", "flag needs an argument: --net"),
  refused("--net=", "docker: no name set for network."),
  refused("--net=' '", "docker: no name set for network."),
  failed("--net=fifth", "network fifth not found"),
  failed("--net=HOST", "network HOST not found"),
  failed("--net=None", "network None not found"),
  declined("--net=container", "Invalid network mode: invalid container format container:<name|id>"),
  declined("--net=container:", "Invalid network mode: invalid container format container:<name|id>"),
  failed("--net=container:nosuch", "No such container: nosuch"),
  failed("--net=container:stopped", "cannot join network of a non running container: ID"),
  failed("--net=container:'a b'", "No such container: a b"),
  refused("--net=none --net=none", 'docker: network "none" is specified multiple times.'),
  refused("--net=bridge --net=bridge", 'docker: network "bridge" is specified multiple times.'),
  taken("--net=default"),
  failed("--net=host:x", "network host:x not found"),
  failed("--net=none:x", "network none:x not found"),
];
