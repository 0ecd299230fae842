/**
 * Messages of the kernel and its tools, and their meaning when networks are wired by hand.
 *
 * @module
 */
import { moduleOf } from "../../programs/ip/link-kinds.ts";
import type { Cause, Explained } from "./cause.ts";
import { DOCKER_CAUSES } from "./docker-causes.ts";

/** The first match counts; the wording is iproute2's or the kernel's own */
export const CAUSES: readonly Cause[] = [
  ...DOCKER_CAUSES,
  {
    says: /Cannot open network namespace "([^"]*)": No such file or directory|Invalid "netns" value/,
    cause: "/var/run/netns has no such entry, or it dangles because its process has ended",
    tryThis: "sudo ln -sfn /proc/PID/ns/net /var/run/netns/PID, with the id of a process that runs",
  },
  {
    says: /setting the network namespace .* failed: Invalid argument/,
    cause: "the entry in /var/run/netns is not a network namespace",
    tryThis: "ls -l /var/run/netns",
  },
  {
    says: /(?:symbolic link|namespace file) .*: File exists/,
    cause: "an entry of that name exists already: the right one, or one left by an ended process",
    tryThis: "ls -l /var/run/netns; sudo find -L /var/run/netns -type l -delete removes those that dangle",
  },
  {
    says: /RTNETLINK answers: File exists|Address already assigned|already exists; can't create bridge/,
    cause: "such an interface, address or route exists already",
    tryThis: "ip address show; ip route show",
  },
  {
    says: /not a valid ifname|Attribute failed policy validation/,
    cause: "the kernel allows 15 characters in an interface name, and no slash or blank",
    tryThis: "a shorter name",
  },
  {
    says: /any valid prefix is expected|any valid address is expected|inet (?:prefix|address) is expected/,
    cause: "an address is four numbers from 0 to 255, and a prefix length at most 32",
    tryThis: "10.1.1.1/32",
  },
  {
    says: /Invalid prefix for given prefix length/,
    cause: "it is a host's address in that network, not the network's",
    tryThis: "zeros in the host's part, as in 10.1.1.0/24",
  },
  {
    says: /Network is unreachable|Network is down|Nexthop has invalid gateway|Device for nexthop is not up/,
    cause: "no route leads to the address: the interface is down, or the gateway is outside its network",
    tryThis: "ip link set {link} up, before the route",
  },
  {
    says: /Cannot find device|Device does not exist|(?:bridge|interface) \S+ (?:does not|doesn't) exist/,
    cause: "this network namespace has no interface of that name; it may have been moved to another one",
    tryThis: "ip link show",
  },
  {
    says: /Unknown device type|Operation not supported/,
    cause: "this kernel has not loaded the module for it",
    tryThis: "sudo modprobe {module}",
  },
  {
    says: /Device or resource busy|bridge (?<link>\S+) is still up; can't delete it/,
    cause: "the interface is up, or in use elsewhere",
    tryThis: "ip link set {link} down, first",
  },
  {
    says: /RTNETLINK answers: No such process|Address not found|FIB table does not exist/,
    cause: "the process has ended, or the address or route does not exist",
    tryThis: "ip address show; ip route show; ls -l /var/run/netns",
  },
  {
    says: /RTNETLINK answers: Operation not permitted|namespace .*: Operation not permitted|you must be root/,
    cause: "this needs CAP_NET_ADMIN in the network namespace",
    tryThis: "sudo, from the host",
  },
  {
    says: /Exchange full/,
    cause: "a bridge has at most 1023 ports, BR_MAX_PORTS of the kernel's net/bridge/br_private.h",
    tryThis: "a second bridge, and a cable between the two",
  },
  {
    says: /Too many open files|\bEMFILE\b/,
    cause: "the process has reached its limit of open files: namespaces, sockets, pipes",
    tryThis: "ulimit -n 65536",
  },
  {
    says: /Cannot fork|\bEAGAIN\b/,
    cause: "the user has reached the limit of processes, or the machine is out of memory",
    tryThis: "ulimit -u 4096",
  },
  {
    says: /No chain\/target\/match by that name|Chain '.*' does not exist|does a matching rule exist/,
    cause: "the chain, target or rule does not exist",
    tryThis: "sudo iptables -S",
  },
  {
    says: /xtables lock/,
    cause: "another program is changing the rules",
    tryThis: "once more",
  },
];

/** Patterns that find names in a command, by the words of iproute2 and brctl */
const TYPED: Readonly<Record<string, RegExp>> = {
  module: /\btype (\S+)/,
  link: /\bdev (\S+)|\blink (?:set|change|delete|del) (\S+)|\bdelbr (\S+)/,
};

/**
 * Finds the cause of a program's message; `null` when none is known.
 *
 * @param command the command as typed, if known: it may contain the names for the way out
 *
 * @example
 * ```ts
 * import { findCause } from "./causes.ts";
 * import { expect } from "bun:test";
 *
 * const known = findCause("Error: Unknown device type.", "ip link add A type veth peer name B");
 * expect(known?.tryThis).toBe("sudo modprobe veth");
 * ```
 */
export function findCause(words: string, command = ""): Explained | null {
  for (const { says, cause, tryThis } of CAUSES) {
    const found = says.exec(words);
    if (found === null) continue;
    const nameOf = (name: string) => found.groups?.[name] ?? typedIn(command, name) ?? "NAME";
    return { cause, tryThis: tryThis.replace(/\{(\w+)\}/g, (_, name: string) => nameOf(name)) };
  }
  return null;
}

function typedIn(command: string, name: string): string | undefined {
  // brctl makes bridges only, and doesn't name the kind
  if (name === "module" && /\bbrctl addbr\b/.test(command)) return "bridge";
  const word = TYPED[name]
    ?.exec(command)
    ?.slice(1)
    .find((group) => group !== undefined);
  return name === "module" && word !== undefined ? moduleOf(word) : word;
}
