/**
 * What Docker, and our own `service`, say when something fails.
 */
import { expect, test } from "bun:test";
import { printedNo } from "../../support/messages.ts";

import { findCause } from "../../../lib/shell/failure/causes.ts";
import { DOCKER_CAUSES } from "../../../lib/shell/failure/docker-causes.ts";

const FAILED = "Starting Docker: docker failed:";

/** Without the command, whose words may be those of a cause themselves */
function printed(kind: string, value: string, reason: string): string {
  return printedNo(kind, "x", value, reason).replace("`x` ", "");
}

/** What is said; what stands together has one cause */
const SAID: readonly (readonly string[])[] = [
  ['"icc" is set twice: in the file and among the options'],
  ["docker failed: /etc/docker/daemon.json is not JSON", "docker failed: /etc/docker/daemon.json is not a JSON object"],
  ["Cannot read line 12 of /etc/default/docker: it has a $"],
  [
    "docker failed: unknown flag: --nonsense",
    "docker failed: unknown shorthand flag: 'q' in -q",
    "docker failed: dockerd ended with 125:\nunknown flag: --nonsense",
    "docker failed: dockerd said:\nunknown shorthand flag: 'q' in -q",
  ],
  ["bridge device with non default name br0 must be created manually"],
  [
    `${FAILED} dockerd ended:\ninvalid CIDR address: 1.2.3`,
    `${FAILED} dockerd ended:\nfailed to allocate gateway (10.1.1.0)`,
    `${FAILED} invalid argument "x" for "--bip" flag: no`,
  ],
  ["no available IPv4 addresses on this network's address pools: bridge"],
  ["You specified -b & --bip, mutually exclusive options"],
  ["You specified --iptables=false with --icc=false. ICC uses iptables"],
  [
    'docker failed: invalid argument "x" for "--mtu" flag: no number',
    'docker failed: dockerd ended:\ninvalid argument "x\ny" for "--mtu" flag',
  ],
  [
    "docker failed: dockerd ended with exit status 1",
    "docker failed: dockerd was ended by SIGKILL",
    "docker failed: dockerd did not answer within a minute",
  ],
  [
    "permission denied while trying to connect to the Docker daemon socket at unix:///x",
    "dial unix /var/run/docker.sock: connect: permission denied",
  ],
  ["Unable to find image 'base' locally", "Unable to find image 'base:latest' locally"],
  ["the input device is not a TTY"],
  ['The container name "/web" is already in use by container "4c01"'],
  [
    "Bind for 0.0.0.0:80 failed: port is already allocated",
    "failed to bind host port: bind: address already in use",
    "listen tcp 0.0.0.0:80: socket: address already in use",
    "listen tcp4 0.0.0.0:80: address already in use",
  ],
  ["Pool overlaps with other one on this address space"],
  ["network mine not found", "Error: No such network: mine"],
  ["cannot join network of a non running container: 4c01"],
  [
    "conflicting options: hostname and the network mode",
    "conflicting options: dns and the container type network mode",
  ],
  ["unable to apply caps: operation not permitted", "can't apply capabilities: operation not permitted"],
  [
    "iptables failed: iptables -t nat -A DOCKER:\niptables: No chain/target/match by that name.",
    "iptables failed: iptables --wait:\nChain 'DOCKER' does not exist",
  ],
  [
    "Unable to find image 'other:latest' locally",
    "Unable to find image 'based' locally",
    "Error response: No such image: other",
    "pull access denied for other",
  ],
  [
    "dial tcp: lookup registry on 10.0.0.1:53: no such host",
    "dial udp 10.0.0.1:53: connect: connection refused",
    "dial tcp 10.0.0.1:443:\nconnect: network is unreachable",
    "dial tcp: lookup x: server misbehaving",
    "dial tcp 10.0.0.1:443: i/o timeout",
  ],
  [
    'exec: "nosuch": executable file not found in $PATH: unknown',
    "exec /nosuch: stat /nosuch: no such file or directory: unknown",
  ],
  [printed("a process id", "0", "it is below 1")],
  [printed("an IPv4 address", "", "it is empty")],
  ["Cannot connect to the Docker daemon at unix:///var/run/docker.sock"],
  ["Error response from daemon: No such container: web", "Error: No such object: web"],
];

const causeOf = (words: string) => findCause(words)?.cause;

test.each(SAID)("%j, and what is said in other words, has one cause", (...words) => {
  expect(new Set(words.map(causeOf)).size).toBe(1);
});

test("each cause is found by something that is said, and no other", () => {
  const found = SAID.map(([words = ""]) => causeOf(words) ?? "none");
  expect(found.toSorted()).toEqual(DOCKER_CAUSES.map(({ cause }) => cause).toSorted());
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
