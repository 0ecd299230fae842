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
    tryThis: "remove one of the two",
  },
  {
    says: /docker failed: \S+ is not (?:JSON|a JSON object)/,
    cause: "dockerd reads its file as JSON, with double quotes and no comma at the end",
    tryThis: '{ "icc": false }',
  },
  {
    says: /Cannot read line \d+ of \/etc\/default\/docker/,
    cause: "the file is shell code, of which wirework reads only plain assignments",
    tryThis: 'DOCKER_OPTS="--icc=false"',
  },
  {
    says: /docker failed: (?:dockerd [^]*)?unknown (?:shorthand )?flag/,
    cause: "dockerd has no such option; its options are DOCKER_OPTS in /etc/default/docker",
    tryThis: "remove it; dockerd --help lists the options",
  },
  {
    says: /bridge device with non default name (?<bridge>\S+) must be created manually/,
    cause: "Docker creates only docker0: a bridge named by -b must exist before",
    tryThis: "sudo brctl addbr {bridge}, and then sudo service docker start",
  },
  {
    says: /docker failed: [^]*(?:invalid CIDR address|failed to allocate gateway|for "--bip" flag)/,
    cause: "--bip is the bridge's own address, with the prefix length of its network",
    tryThis: "--bip=192.168.5.1/24",
  },
  {
    says: /no available IPv4 addresses on this network's address pools/,
    cause: "the bridge's network has no free address: the bridge and each running container have one",
    tryThis: "a shorter prefix in --bip, such as 192.168.1.5/24, or docker stop for a container",
  },
  {
    says: /You specified -b & --bip/,
    cause: "a bridge named by -b has its own address; --bip is for docker0",
    tryThis: "only one of the two",
  },
  {
    says: /You specified --iptables=false with --icc=false/,
    cause: "--icc=false works by a rule of iptables",
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
    cause: "the image is in Docker's earlier storage, and Docker now uses another one",
    tryThis: "the earlier storage options",
  },
  {
    says: /the input device is not a TTY/,
    cause: "the command's input is not a terminal, which -t needs",
    tryThis: '$.terminal("63f36fc01b5f")`docker run -i -t …`, which is one',
  },
  {
    says: /container name "[^"]*" is already in use/,
    cause: "another container has that name, perhaps an ended one",
    tryThis: "docker ps --all; docker rm NAME, or another --name",
  },
  {
    says: /port is already allocated|bind: address already in use|listen tcp\S* .*address already in use/,
    cause: "that port of the host is in use",
    tryThis: "sudo ss -ltnp shows its program; or use another port before the colon, or none for a free one",
  },
  {
    says: /Pool overlaps with other one on this address space/,
    cause: "the subnet overlaps with another network of Docker's",
    tryThis: "docker network ls, docker network inspect NAME; another --subnet",
  },
  {
    says: /network \S+ not found|No such network/,
    cause: "Docker has no network of that name",
    tryThis: "docker network ls",
  },
  {
    says: /cannot join network of a non running container/,
    cause: "a container's network ends with the container",
    tryThis: "sudo docker start, for that container, and then this one again",
  },
  {
    says: /conflicting options: .* (?:the network mode|the container type network mode)/,
    cause: "in another container's network, the host name, ports and name servers are that container's",
    tryThis: "the option for that container, or --net=bridge",
  },
  {
    says: /unable to apply caps|can't apply capabilities/,
    cause: "root on this machine lacks a capability, and can't give it to a container",
    tryThis: "--cap-add with what is needed, instead of --privileged",
  },
  {
    says: /iptables failed: [^]*(?:No chain\/target\/match by that name|does not exist)/,
    cause: "Docker's own chains are gone: they were flushed",
    tryThis: "sudo service docker restart, which makes them again",
  },
  {
    says: /Unable to find image|No such image|pull access denied/,
    cause: "this host does not have the image, and can't reach a registry",
    tryThis: "--image base; or, on a machine that has it, docker save IMAGE --output FILE.tar, and --load FILE.tar",
  },
  {
    says: /dial (?:tcp|udp)\b[^]*(?:no such host|connection refused|network is unreachable|server misbehaving|i\/o timeout)/,
    cause: "this host has no way out, so it can't reach a registry",
    tryThis: "on a machine that has the image, docker save IMAGE --output FILE.tar; here --load FILE.tar",
  },
  {
    says: /executable file not found in \$PATH|stat \S+: no such file or directory: unknown/,
    cause: "the image does not contain that program",
    tryThis: "docker run --rm --entrypoint ls IMAGE /bin /sbin /usr/bin; or another --image",
  },
  {
    says: /^printed "0", which is not a process id/,
    cause: "the container has ended, or was never started, so it has no process",
    tryThis:
      "docker ps --all for its exit status, docker logs for what it printed; its program must keep running, as sleep 600 does",
  },
  {
    says: /^printed "", which is not an IPv4 address/,
    cause:
      "the container has no address of its own from Docker: it has ended, was started with --net=none, or shares a network, as with --net=host",
    tryThis: "docker ps --all; else the address itself, in place of the container",
  },
  {
    says: /Cannot connect to the Docker daemon/,
    cause: "Docker is stopped",
    tryThis: "sudo service docker start",
  },
  {
    says: /No such (?:container|object)/,
    cause: "the container has ended and was removed, or the name is a hostname",
    tryThis: "sudo docker ps --all",
  },
];
