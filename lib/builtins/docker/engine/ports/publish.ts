/**
 * Publishes ports: reserves ports of the host for a container.
 *
 * @module
 */
import { newContainerId } from "../../../../values/name/container-id.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";
import { goWords } from "../../go-words.ts";
import type { ContainerRecord, Endpoint, PublishedPort } from "../container.ts";
import type { Daemon } from "../daemon.ts";
import { filesOf, readContainers } from "../store.ts";
import type { Forward } from "./forward.ts";
import { PortRefused, type Proxy, startProxy } from "./proxy.ts";
import { type WantedPort, wantedPorts } from "./wanted.ts";

/** The ports of a starting container, held by its starter */
export interface HeldPorts extends Disposable {
  readonly published: readonly PublishedPort[];
  /** The pipe that keeps its proxy alive; `null` without one */
  readonly life: Proxy["life"] | null;
}

/** The result for a container without published ports */
export const NO_PORTS: HeldPorts = { published: [], life: null, [Symbol.dispose]: () => {} };

/**
 * Reserves the requested ports of the host: each is a socket of the container's proxy.
 *
 * @throws {DaemonFailure} when one is taken, in Docker's words
 */
export async function holdPorts(record: ContainerRecord, endpoint: Endpoint, daemon: Daemon): Promise<HeldPorts> {
  try {
    const wanted = wantedPorts(record.settings, daemon.options.ip, portsInUse());
    if (wanted.length === 0) return NO_PORTS;
    const proxy = await startProxy(
      filesOf(record.id),
      wanted.map((port) => forwardOf(port, endpoint)),
    );
    const published = wanted.map(({ exposed, address }, index) => ({
      exposed,
      address,
      hostPort: proxy.ports[index] ?? 0,
    }));
    return { published, life: proxy.life, [Symbol.dispose]: () => proxy[Symbol.dispose]() };
  } catch (error) {
    throw noConnectivity(record, reasonOf(error));
  }
}

function portsInUse(): readonly PublishedPort[] {
  return readContainers().flatMap(({ state, run }) =>
    state.status === "running" ? (run?.endpoint?.published ?? []) : [],
  );
}

function forwardOf({ exposed, address, ports }: WantedPort, endpoint: Endpoint): Forward {
  const { port, protocol } = exposed;
  if (protocol === "sctp") throw new DaemonFailure("Error starting userland proxy: protocol not supported");
  return { protocol, address, ports, to: { address: endpoint.address, port } };
}

function reasonOf(error: unknown): string {
  if (error instanceof DaemonFailure) return error.reason;
  if (!(error instanceof PortRefused)) throw error;
  const { protocol, address, ports } = error.forward;
  return `Error starting userland proxy: listen ${protocol}4 ${address}:${ports.at(-1)}: bind: ${goWords(error.code)}`;
}

/** Returns the daemon's failure, with a new endpoint id as in Docker */
function noConnectivity({ name }: ContainerRecord, reason: string): DaemonFailure {
  const endpoint = `${name} (${newContainerId()})`;
  return new DaemonFailure(`driver failed programming external connectivity on endpoint ${endpoint}: ${reason}`);
}
