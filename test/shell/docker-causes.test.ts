/**
 * What Docker, and our own `service`, say when something fails.
 */
import { expect, test } from "bun:test";

import { findCause } from "../../lib/shell/causes.ts";
import { DOCKER_CAUSES } from "../../lib/shell/docker-causes.ts";

const FAILED = "Starting Docker: docker failed:";

/** What is said, and the beginning of the cause */
const SAID: readonly (readonly [words: string, cause: string])[] = [
  ['"icc" is set twice: in the file and among the options', "dockerd refuses a setting"],
  ["docker failed: /etc/docker/daemon.json is not JSON", "dockerd reads its file as JSON"],
  ["docker failed: /etc/docker/daemon.json is not a JSON object", "dockerd reads its file as JSON"],
  ["Cannot read line 12 of /etc/default/docker: it has a $", "the file is a shell's"],
  ["docker failed: unknown flag: --nonsense", "dockerd has no such option"],
  ["docker failed: unknown shorthand flag: 'q' in -q", "dockerd has no such option"],
  ["docker failed: dockerd ended with 125:\nunknown flag: --nonsense", "dockerd has no such option"],
  ["docker failed: dockerd said:\nunknown shorthand flag: 'q' in -q", "dockerd has no such option"],
  ["bridge device with non default name br0 must be created manually", "Docker makes docker0 only"],
  [`${FAILED} dockerd ended:\ninvalid CIDR address: 1.2.3`, "--bip is the bridge's own address"],
  [`${FAILED} dockerd ended:\nfailed to allocate gateway (10.1.1.0)`, "--bip is the bridge's own address"],
  [`${FAILED} invalid argument "x" for "--bip" flag: no`, "--bip is the bridge's own address"],
  ["no available IPv4 addresses on this network's address pools: bridge", "the bridge's netmask leaves no address"],
  ["You specified -b & --bip, mutually exclusive options", "a bridge that -b names has its address"],
  ["You specified --iptables=false with --icc=false. ICC uses iptables", "what --icc=false does"],
  ['docker failed: invalid argument "x" for "--mtu" flag: no number', "the option takes a value of another kind"],
  [
    'docker failed: dockerd ended:\ninvalid argument "x\ny" for "--mtu" flag',
    "the option takes a value of another kind",
  ],
  ["docker failed: dockerd ended with exit status 1", "dockerd did not come up"],
  ["docker failed: dockerd was ended by SIGKILL", "dockerd did not come up"],
  ["docker failed: dockerd did not answer within a minute", "dockerd did not come up"],
  ["permission denied while trying to connect to the Docker daemon socket at unix:///x", "only root"],
  ["dial unix /var/run/docker.sock: connect: permission denied", "only root"],
  ["Unable to find image 'base' locally", "the image was loaded into the storage"],
  ["Unable to find image 'base:latest' locally", "the image was loaded into the storage"],
  ["the input device is not a TTY", "a command's input is empty"],
  ['The container name "/web" is already in use by container "4c01"', "a container has that name"],
  ["Bind for 0.0.0.0:80 failed: port is already allocated", "somebody has that port"],
  ["failed to bind host port: bind: address already in use", "somebody has that port"],
  ["listen tcp 0.0.0.0:80: socket: address already in use", "somebody has that port"],
  ["listen tcp4 0.0.0.0:80: address already in use", "somebody has that port"],
  ["Pool overlaps with other one on this address space", "another network of Docker's"],
  ["network mine not found", "Docker has no network of that name"],
  ["Error: No such network: mine", "Docker has no network of that name"],
  ["cannot join network of a non running container: 4c01", "a network ends with the container"],
  ["conflicting options: hostname and the network mode", "in another container's network"],
  ["conflicting options: dns and the container type network mode", "in another container's network"],
  ["unable to apply caps: operation not permitted", "root on this machine lacks a capability"],
  ["can't apply capabilities: operation not permitted", "root on this machine lacks a capability"],
  [
    "iptables failed: iptables -t nat -A DOCKER:\niptables: No chain/target/match by that name.",
    "Docker's own chains are gone",
  ],
  ["iptables failed: iptables --wait:\nChain 'DOCKER' does not exist", "Docker's own chains are gone"],
  ["Unable to find image 'other:latest' locally", "the image is not on this host"],
  ["Unable to find image 'based' locally", "the image is not on this host"],
  ["Error response: No such image: other", "the image is not on this host"],
  ["pull access denied for other", "the image is not on this host"],
  ["dial tcp: lookup registry on 10.0.0.1:53: no such host", "this host has no way out"],
  ["dial udp 10.0.0.1:53: connect: connection refused", "this host has no way out"],
  ["dial tcp 10.0.0.1:443:\nconnect: network is unreachable", "this host has no way out"],
  ["dial tcp: lookup x: server misbehaving", "this host has no way out"],
  ["dial tcp 10.0.0.1:443: i/o timeout", "this host has no way out"],
  ['exec: "nosuch": executable file not found in $PATH: unknown', "the image has no such program"],
  ["exec /nosuch: stat /nosuch: no such file or directory: unknown", "the image has no such program"],
  ['printed "0", which is not a process id: it is below 1', "the container has come to its end"],
  ['printed "", which is not an IPv4 address: it is empty', "the container has no address of its own"],
  ["Cannot connect to the Docker daemon at unix:///var/run/docker.sock", "Docker is stopped"],
  ["Error response from daemon: No such container: web", "it has ended and was removed"],
  ["Error: No such object: web", "it has ended and was removed"],
];

test.each(SAID)("%j: %s", (words, cause) => {
  expect(findCause(words)?.cause).toStartWith(cause);
});

test("each cause is found by something that is said", () => {
  const found = SAID.map(([words]) => findCause(words)?.cause);
  expect(DOCKER_CAUSES.map(({ cause }) => cause).filter((cause) => !found.includes(cause))).toEqual([]);
});

test.each([
  "port 80",
  'it printed "0", which is not a process id',
  'it printed "", which is not an IPv4 address',
  "unknown flag: --nonsense",
  "network is mine, not found",
  'name ""web"" is already in use',
  "address already in use",
  "dialtcp no such host",
  "stat a b: no such file or directory: unknown",
  "iptables: no chain/target",
])("%j is not Docker's", (words) => {
  expect(DOCKER_CAUSES.find(({ says }) => says.test(words))).toBeUndefined();
});

test.each([
  [
    "bridge device with non default name br0 must be created manually",
    "sudo brctl addbr br0, and then sudo service docker start",
  ],
  ["docker failed: invalid CIDR address: 1", "--bip=192.168.5.1/24"],
  ["Cannot read line 1 of /etc/default/docker", 'DOCKER_OPTS="--icc=false"'],
  ["docker failed: /x is not JSON", '{ "icc": false }'],
  ["No such network: x", "docker network ls"],
])("the way out of %j is %j", (words, tryThis) => {
  expect(findCause(words)?.tryThis).toBe(tryThis);
});
