/**
 * Documents ports as `docker inspect` does: by name, in order.
 *
 * @module
 */
import { type ExposedPort, portName } from "../../../../programs/docker/options/expose.ts";
import type { JsonObject, JsonValue } from "../../go-template/values/json-value.ts";
import { spellRange } from "../../../../programs/docker/options/port-range.ts";
import type { PortBinding } from "../../../../programs/docker/options/publish.ts";
import type { PublishedPort } from "../container.ts";

/** Documents the `--publish` options of each port */
export function describeBindings(bindings: readonly PortBinding[]): JsonObject {
  const ports = bindings.map(({ exposed }) => exposed);
  return portMap(ports, (name) =>
    bindings
      .filter(({ exposed }) => portName(exposed) === name)
      .map(({ address, hostPorts }) => ({
        HostIp: address ?? "",
        HostPort: hostPorts === null ? "" : spellRange(hostPorts),
      })),
  );
}

/** Documents the published places of each port; `null` for one that is not published */
export function describePorts(exposed: readonly ExposedPort[], published: readonly PublishedPort[]): JsonObject {
  return portMap(exposed, (name) => {
    const places = published.filter((port) => portName(port.exposed) === name);
    return places.length === 0
      ? null
      : places.map(({ address, hostPort }) => ({ HostIp: address, HostPort: `${hostPort}` }));
  });
}

/** Maps each port's name to a value */
export function portMap(ports: readonly ExposedPort[], value: (name: string) => JsonValue): JsonObject {
  return inOrder(Object.fromEntries(ports.map(portName).map((name) => [name, value(name)])));
}

/** Sorts keys, as Go encodes maps */
export function inOrder(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
