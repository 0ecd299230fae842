/**
 * What the kernel and its programs say, and what it means when networks are wired by hand.
 *
 * @module
 */

/** A known failure, its cause, and the way out */
export interface Cause {
  readonly says: RegExp;
  readonly cause: string;
  readonly tryThis: string;
}

/** The first that fits is the one; the wording is iproute2's, Docker's or the kernel's own */
export const CAUSES: readonly Cause[] = [
  {
    says: /Cannot open network namespace "([^"]*)": No such file or directory/,
    cause: "/var/run/netns has no such entry, or its process has ended and the entry dangles",
    tryThis: "sudo ln -sfn /proc/$pid/ns/net /var/run/netns/$pid, with the id of a process that runs",
  },
  {
    says: /setting the network namespace .* failed: Invalid argument/,
    cause: "the entry in /var/run/netns is no network namespace",
    tryThis: "ls -l /var/run/netns",
  },
  {
    says: /RTNETLINK answers: File exists/,
    cause: "there is an interface, address or route like it already",
    tryThis: "ip address show; ip route show",
  },
  {
    says: /not a valid ifname/,
    cause: "the kernel allows 15 characters in an interface name, and no slash or blank",
    tryThis: "a shorter name",
  },
  {
    says: /Network is unreachable|Nexthop has invalid gateway/,
    cause: "no route leads to the address: the interface is down, or the gateway is outside of its network",
    tryThis: "ip link set $interface up, before the route",
  },
  {
    says: /Cannot find device/,
    cause: "no interface of that name is in this network namespace; it may have been moved to another one",
    tryThis: "ip link show",
  },
  {
    says: /Unknown device type|Operation not supported/,
    cause: "this kernel lacks the module for it",
    tryThis: "sudo modprobe $type",
  },
  {
    says: /Device or resource busy/,
    cause: "the interface is up, or in use elsewhere",
    tryThis: "ip link set $interface down, first",
  },
  {
    says: /RTNETLINK answers: No such process/,
    cause: "the process has ended, or there is no such route",
    tryThis: "ip route show",
  },
  {
    says: /Operation not permitted/,
    cause: "this needs CAP_NET_ADMIN in the network namespace",
    tryThis: "sudo, from the host",
  },
  {
    says: /Cannot connect to the Docker daemon/,
    cause: "Docker is stopped",
    tryThis: "sudo service docker start",
  },
  {
    says: /No such container/,
    cause: "it has ended and was removed, or the name is a hostname",
    tryThis: "sudo docker ps --all",
  },
  {
    says: /xtables lock/,
    cause: "another program is changing the rules",
    tryThis: "once more",
  },
];

/** The cause of what a program said; `null` when we know none */
export function findCause(words: string): Cause | null {
  return CAUSES.find(({ says }) => says.test(words)) ?? null;
}
