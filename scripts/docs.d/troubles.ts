/**
 * Programs' messages about mistyped or early lines; the tables of causes have the reasons and ways out.
 *
 * @module
 */
import type { Explained } from "../../lib/shell/failure/cause.ts";
import { findCause } from "../../lib/shell/failure/causes.ts";

/** A failure of a kind of line */
export interface Trouble {
  /** The lines that can fail like this */
  readonly lines: RegExp;
  /** The program's own message */
  readonly says: string;
  /** Shell lines that cause it */
  readonly provoke: string;
}

/** The troubles in the order in which learners meet them */
export const TROUBLES: readonly Trouble[] = [
  {
    lines: /docker run .*--name/,
    says: 'The container name "/web" is already in use',
    provoke: "docker run -d --name web base sleep 600; docker run -d --name web base sleep 600",
  },
  {
    lines: /docker run .*--link/,
    says: "No such container: web",
    provoke: "docker rm -f web; docker run -d --link web:www base sleep 600",
  },
  {
    lines: /docker run /,
    says: "Unable to find image 'debian:latest' locally",
    provoke: "docker run -d debian sleep 600",
  },
  {
    lines: /docker inspect /,
    says: "Error: No such object: 63f36fc01b5f",
    provoke: "docker inspect 63f36fc01b5f",
  },
  {
    lines: /ip netns exec/,
    says: 'Cannot open network namespace "2778": No such file or directory',
    provoke: "ip netns exec 2778 ip link",
  },
  {
    lines: /ln -s \S+ \/var\/run\/netns/,
    says: "failed to create symbolic link '/var/run/netns/2778': File exists",
    provoke:
      "mkdir -p /var/run/netns; ln -s /proc/1/ns/net /var/run/netns/2778; ln -s /proc/1/ns/net /var/run/netns/2778",
  },
  {
    lines: /ip (?:link|addr|route) add/,
    says: "RTNETLINK answers: File exists",
    provoke: "ip link add A type veth peer name B; ip link add A type veth peer name B",
  },
  {
    lines: /ip link set|ip addr add/,
    says: 'Cannot find device "B"',
    provoke: "ip link del A; ip link set B up",
  },
  {
    lines: /ip route add default via/,
    says: "Nexthop has invalid gateway",
    provoke: "ip route add default via 192.0.2.1",
  },
  {
    lines: /brctl addbr/,
    says: "device bridge0 already exists; can't create bridge with the same name",
    provoke: "brctl addbr bridge0; brctl addbr bridge0",
  },
  {
    lines: /brctl delbr/,
    says: "bridge bridge0 is still up; can't delete it",
    provoke: "ip link set bridge0 up; brctl delbr bridge0",
  },
  {
    lines: /brctl addif/,
    says: "interface A does not exist",
    provoke: "brctl addif bridge9 A",
  },
  {
    lines: /^sudo (?:ip|brctl)/,
    says: "RTNETLINK answers: Operation not permitted",
    provoke: "setpriv --bounding-set=-all ip link set lo up",
  },
  {
    lines: /DOCKER_OPTS=.*-b=/,
    says: "Job for docker failed: bridge device with non default name bridge9 must be created manually",
    provoke: "echo 'DOCKER_OPTS=\"-b=bridge9\"' > /etc/default/docker; service docker restart",
  },
  {
    lines: /DOCKER_OPTS=/,
    says: "Cannot read line 1 of /etc/default/docker",
    provoke: "echo 'DOCKER_OPTS=$(date)' > /etc/default/docker; service docker restart",
  },
  {
    lines: /sudo docker/,
    says: "Cannot connect to the Docker daemon",
    provoke: "service docker stop; docker ps",
  },
];

/** Returns the failures of a recipe's lines, with their causes */
export function troublesOf(lines: readonly string[]): readonly (Trouble & Explained)[] {
  return TROUBLES.filter((trouble) => lines.some((line) => trouble.lines.test(line))).map((trouble) => {
    const cause = findCause(trouble.says);
    if (cause === null) throw new Error(`Cannot find the cause of: ${trouble.says}`);
    return { ...trouble, cause: cause.cause, tryThis: cause.tryThis };
  });
}
