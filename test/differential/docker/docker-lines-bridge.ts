/**
 * Lines typed while Docker has another bridge, or none.
 */
import type { Line, Scene } from "./docker-line.ts";

/** What Docker is told when it starts */
function told(options: string): Line {
  return `sh -c 'echo "$1" >/etc/default/docker' sh 'DOCKER_OPTS="${options}"'`;
}

/** Docker does not start, for the same reason, which the service says in more words where dockerd is a process */
function refused(reason: string): Line {
  return {
    line: "service docker restart",
    by: "differs",
    sandbox: { status: 1, says: `Job for docker failed: ${reason}` },
    docker: { status: 1, says: `Job for docker failed: dockerd ended with exit status 1:\n${reason}` },
    why: "on the sandbox no dockerd runs that could end",
  };
}

const BOTH = "You specified -b & --bip, mutually exclusive options. Please specify only one";

export const BRIDGE_SCENES: readonly Scene[] = [
  {
    name: "no bridge at all",
    lines: [
      told("-b none"),
      "service docker restart",
      "ls /sys/class/net",
      "docker run --rm base ls /sys/class/net",
      "docker run --rm --net=bridge base ls /sys/class/net",
      "docker run -d --name web base sleep 600",
      "docker exec web ip route",
      "docker inspect -f '{{json .NetworkSettings.Networks}}' web",
      "docker run --rm --link web:www base grep -c www /etc/hosts",
      "docker rm -f web",
      told(""),
      "service docker restart",
      "ls /sys/class/net",
    ],
  },
  {
    name: "a bridge that can't be used",
    lines: [
      told("-b nosuch"),
      refused("bridge device with non default name nosuch must be created manually"),
      told("--bridge=lo"),
      refused("existing interface lo is not a bridge"),
      told("-b docker0 --bip 10.8.0.1/24"),
      refused(BOTH),
      told("--bip=10.8.0.1/24 --bridge=none"),
      refused(BOTH),
      told(""),
      "service docker start",
    ],
  },
  {
    name: "a bridge without an address",
    lines: [
      "ip link add br7 type bridge",
      told("-b br7"),
      "service docker restart",
      "sh -c 'ip -br -4 addr show br7 | wc -w'",
      "docker run -d --name web base sleep 600",
      "sh -c 'ls /sys/class/net/br7/brif | wc -l'",
      "docker rm -f web",
      told(""),
      "service docker restart",
      "ip link del br7",
    ],
  },
];
