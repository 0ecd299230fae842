/**
 * Messages of Docker, its daemon and its containers, and their meaning.
 *
 * @module
 */
import type { Cause } from "./cause.ts";

/** The first match counts; the wording is Docker's, or that of our own `service` */
export const DOCKER_CAUSES: readonly Cause[] = [
  {
    says: /"[^"]*" is set twice: /,
    cause: "dockerd refuses a setting that is both in its file and among its options",
    tryThis: "take one of the two out",
  },
  {
    says: /docker failed: \S+ is not (?:JSON|a JSON object)/,
    cause: "dockerd reads its file as JSON, which has double quotes, and no comma at the end",
    tryThis: '{ "icc": false }',
  },
  {
    says: /Cannot read line \d+ of \/etc\/default\/docker/,
    cause: "the file is a shell's, of which only plain assignments are read here",
    tryThis: 'DOCKER_OPTS="--icc=false"',
  },
  {
    says: /docker failed: (?:dockerd [^]*)?unknown (?:shorthand )?flag/,
    cause: "dockerd has no such option; its options are DOCKER_OPTS in /etc/default/docker",
    tryThis: "take it out; dockerd --help has those that there are",
  },
  {
    says: /bridge device with non default name (?<bridge>\S+) must be created manually/,
    cause: "Docker makes docker0 only: a bridge that -b names must be there before",
    tryThis: "sudo brctl addbr {bridge}, and then sudo service docker start",
  },
  {
    says: /docker failed: [^]*(?:invalid CIDR address|failed to allocate gateway|for "--bip" flag)/,
    cause: "--bip is the bridge's own address, with the prefix length of its network",
    tryThis: "--bip=192.168.5.1/24",
  },
  {
    says: /no available IPv4 addresses on this network's address pools/,
    cause: "the bridge's netmask leaves no address: the bridge has one, and each container that runs",
    tryThis: "a shorter prefix in --bip, such as 192.168.1.5/24, or docker stop for a container",
  },
  {
    says: /You specified -b & --bip/,
    cause: "a bridge that -b names has its address already, and --bip is docker0's",
    tryThis: "only one of the two",
  },
  {
    says: /You specified --iptables=false with --icc=false/,
    cause: "what --icc=false does is a rule of iptables",
    tryThis: "--icc=false alone",
  },
  {
    says: /docker failed: (?:dockerd [^]*)?invalid argument "[^]*" for "[^]*" flag/,
    cause: "the option takes a value of another kind; the options are DOCKER_OPTS in /etc/default/docker",
    tryThis: "dockerd --help says which",
  },
  {
    says: /docker failed: dockerd (?:ended|was ended|did not answer)/,
    cause: "dockerd did not come up with what is in DOCKER_OPTS in /etc/default/docker",
    tryThis: "the same with --keep, and read /var/log/docker.log",
  },
  {
    says: /permission denied while trying to connect to the Docker daemon socket|docker\.sock: connect: permission denied/,
    cause: "only root, and the group docker where there is one, may use Docker's socket",
    tryThis: "sudo, before docker",
  },
  {
    says: /Unable to find image 'base(?::latest)?' locally/,
    cause: "the image was loaded into the storage that Docker had at first, and now it has another one",
    tryThis: "the storage options as they were",
  },
  {
    says: /the input device is not a TTY/,
    cause: "a command's input is empty, and -t wants a terminal",
    tryThis: '$.terminal("63f36fc01b5f")`docker run -i -t …`, which is one',
  },
  {
    says: /container name "[^"]*" is already in use/,
    cause: "a container has that name, perhaps one that has ended",
    tryThis: "docker ps --all; docker rm NAME, or another --name",
  },
  {
    says: /port is already allocated|bind: address already in use|listen tcp\S* .*address already in use/,
    cause: "somebody has that port of the host",
    tryThis: "sudo ss -ltnp for whom; another port before the colon, or none for a free one",
  },
  {
    says: /Pool overlaps with other one on this address space/,
    cause: "another network of Docker's has a part of that subnet",
    tryThis: "docker network ls, docker network inspect NAME; another --subnet",
  },
  {
    says: /network \S+ not found|No such network/,
    cause: "Docker has no network of that name",
    tryThis: "docker network ls",
  },
  {
    says: /cannot join network of a non running container/,
    cause: "a network ends with the container that it was made for",
    tryThis: "sudo docker start, for that container, and then this one again",
  },
  {
    says: /conflicting options: .* (?:the network mode|the container type network mode)/,
    cause: "in another container's network it has that one's host name, ports and name servers",
    tryThis: "the option for that container, or --net=bridge",
  },
  {
    says: /unable to apply caps|can't apply capabilities/,
    cause: "root on this machine lacks a capability itself, so that nobody can be given it",
    tryThis: "--cap-add with what is needed, instead of --privileged",
  },
  {
    says: /iptables failed: [^]*(?:No chain\/target\/match by that name|does not exist)/,
    cause: "Docker's own chains are gone: somebody has flushed them",
    tryThis: "sudo service docker restart, which makes them again",
  },
  {
    says: /Unable to find image|No such image|pull access denied/,
    cause: "the image is not on this host, which has no way out to a registry",
    tryThis: "--image base; or, on a machine that has it, docker save IMAGE --output FILE.tar, and --load FILE.tar",
  },
  {
    says: /dial (?:tcp|udp)\b[^]*(?:no such host|connection refused|network is unreachable|server misbehaving|i\/o timeout)/,
    cause: "this host has no way out, to a registry for one",
    tryThis: "on a machine that has the image, docker save IMAGE --output FILE.tar; here --load FILE.tar",
  },
  {
    says: /executable file not found in \$PATH|stat \S+: no such file or directory: unknown/,
    cause: "the image has no such program",
    tryThis: "docker run --rm --entrypoint ls IMAGE /bin /sbin /usr/bin; or another --image",
  },
  {
    says: /^printed "0", which is not a process id/,
    cause: "the container has come to its end, or was not started: it has no process",
    tryThis:
      "docker ps --all for its exit status, docker logs for what it printed; its program must run on, as sleep 600",
  },
  {
    says: /^printed "", which is not an IPv4 address/,
    cause:
      "the container has no address of its own from Docker: it has ended, was started with --net=none, or is in another's network, as with --net=host",
    tryThis: "docker ps --all; else the address itself, in place of the container",
  },
  {
    says: /Cannot connect to the Docker daemon/,
    cause: "Docker is stopped",
    tryThis: "sudo service docker start",
  },
  {
    says: /No such (?:container|object)/,
    cause: "it has ended and was removed, or the name is a hostname",
    tryThis: "sudo docker ps --all",
  },
];
