/**
 * Words before a command that enter a network namespace, and where these lead.
 *
 * @module
 */

/** A network namespace, as far as words tell which one it is */
export interface Namespace {
  /** Its file, which need not exist; `null` when only a process inside can tell */
  readonly file: string | null;
  /** The word after `ip link set … netns` that means it: its name, or a process id; `null` when there is none */
  readonly name: string | null;
}

/** The words that enter a network namespace, and what they tell of it */
export interface Entering extends Namespace {
  /** The words before a command that run it there, `ip netns exec 2778`; none on the host itself */
  readonly words: readonly string[];
}

/** The host's own namespace, which no words enter */
export const ON_HOST: Entering = { words: [], file: "/proc/self/ns/net", name: "1" };

/** A namespace of which the words tell nothing */
export const UNTOLD: Namespace = { file: null, name: null };

/** Enters a namespace from one that is entered already */
export function enteringFrom(outer: Entering, words: readonly string[], to: Namespace): Entering {
  return { words: [...outer.words, ...words], ...to };
}

/** Returns the namespace of an entry of `/var/run/netns` */
export function namespaceNamed(name: string): Namespace {
  return { file: `/var/run/netns/${name}`, name };
}

/** Enters the namespace of an entry of `/var/run/netns` */
export function enteringNamed(name: string, outer: Entering = ON_HOST): Entering {
  return enteringFrom(outer, ["ip", "netns", "exec", name], namespaceNamed(name));
}

/** Returns the namespace of a process */
export function namespaceOf(pid: string): Namespace {
  return { file: `/proc/${pid}/ns/net`, name: pid };
}

/** Enters the namespace of a process */
export function enteringProcess(pid: string): Entering {
  return enteringFrom(ON_HOST, ["nsenter", `--net=/proc/${pid}/ns/net`], namespaceOf(pid));
}
