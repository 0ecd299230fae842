/**
 * Which ports of the host a container asks for.
 *
 * @module
 */
import type { Ipv4 } from "../../../../values/address/ipv4.ts";
import { type ExposedPort, portName } from "../../options/expose.ts";
import { DaemonFailure } from "../../failure.ts";
import { portsOf } from "../../options/port-range.ts";
import type { PortBinding } from "../../options/publish.ts";
import type { ContainerSettings, PublishedPort } from "../container.ts";

/** Those that a container gets when it asks for any, from the article's first to its last */
const ANY = { first: 49_153, last: 49_900 } as const;

/** How many ports that are no container's are tried: Docker's own number, `maxAllocatePortAttempts` */
const ATTEMPTS = 10;

/** A port of the container, and those of the host of which it gets the first that can be had */
export interface WantedPort {
  readonly exposed: ExposedPort;
  readonly address: Ipv4;
  readonly ports: readonly number[];
}

/**
 * What `--publish` and `--publish-all` come to, in the order in which Docker allocates them.
 *
 * @param address the host's that is meant where none is said
 * @param taken what other containers have
 * @throws {DaemonFailure} when a port is another container's, or none is left, in Docker's words
 */
export function wantedPorts(
  settings: ContainerSettings,
  address: Ipv4,
  taken: readonly PublishedPort[],
): readonly WantedPort[] {
  const own: PublishedPort[] = [];
  return bindingsOf(settings).map(({ exposed, hostPorts, ...binding }) => {
    const place = { exposed, address: binding.address ?? address };
    const ports = freePorts(place, hostPorts, [...taken, ...own]);
    own.push({ ...place, hostPort: ports[0] ?? 0 });
    return { ...place, ports };
  });
}

/** By port, and of one port from the highest of the host's down, the last that was said before the first */
function bindingsOf({ published, publishAll, exposed }: ContainerSettings): readonly PortBinding[] {
  const said = new Set(published.map((binding) => portName(binding.exposed)));
  const others = publishAll ? exposed.filter((port) => !said.has(portName(port))) : [];
  return [
    ...published.toReversed(),
    ...others.map((port): PortBinding => ({ exposed: port, address: null, hostPorts: null })),
  ].toSorted(
    (one, other) =>
      one.exposed.port - other.exposed.port ||
      Number(other.exposed.protocol === "tcp") - Number(one.exposed.protocol === "tcp") ||
      (other.hostPorts?.first ?? 0) - (one.hostPorts?.first ?? 0),
  );
}

/** What is another container's under a different address is left for the kernel to refuse, as Docker does */
function freePorts(
  { exposed, address }: Omit<WantedPort, "ports">,
  asked: PortBinding["hostPorts"],
  taken: readonly PublishedPort[],
): readonly number[] {
  const allocated = new Set(
    taken
      .filter((other) => other.address === address && other.exposed.protocol === exposed.protocol)
      .map(({ hostPort }) => hostPort),
  );
  const isAny = asked === null || asked.last === 0;
  const range = isAny ? ANY : asked;
  const free = portsOf(range).filter((port) => !allocated.has(port));
  if (free.length > 0) return free.slice(0, isAny ? ATTEMPTS : 1);
  throw new DaemonFailure(
    range.first === range.last
      ? `Bind for ${address}:${range.first} failed: port is already allocated`
      : "all ports are allocated",
  );
}
