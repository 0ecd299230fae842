/**
 * Determines the ports of the host that a container needs.
 *
 * @module
 */
import type { Ipv4 } from "../../../../values/address/ipv4.ts";
import { type ExposedPort, portName } from "../../../../programs/docker/options/expose.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { portsOf } from "../../../../programs/docker/options/port-range.ts";
import type { PortBinding } from "../../../../programs/docker/options/publish.ts";
import type { ContainerSettings, PublishedPort } from "../container.ts";

/** The range for unspecified ports, from the article's first to its last */
const ANY = { first: 49_153, last: 49_900 } as const;

/** The number of ports tried when they are taken by others than containers: Docker's `maxAllocatePortAttempts` */
const ATTEMPTS = 10;

/** A port of the container, and candidates on the host, of which it gets the first free one */
export interface WantedPort {
  readonly exposed: ExposedPort;
  readonly address: Ipv4;
  readonly ports: readonly number[];
}

/**
 * Resolves `--publish` and `--publish-all`, in Docker's order of allocation.
 *
 * @param address the host's default address
 * @param taken the ports of other containers
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

/** Sorts bindings by port; for the same port, the highest port of the host comes first, then the last option */
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

/**
 * Lists the candidates; a port that another container has on a different address is left for the kernel to
 * refuse, as in Docker
 */
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
