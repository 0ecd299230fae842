import type { PublishedPort } from "../../engine/container.ts";
import { type ExposedPort, portName } from "../../../../programs/docker/options/expose.ts";
import { spellRange } from "../../../../programs/docker/options/port-range.ts";

/** A port of a container and its port on the host; `null` when it is not published */
interface ListedPort {
  readonly exposed: ExposedPort;
  readonly place: Omit<PublishedPort, "exposed"> | null;
}

/** Consecutive ports of one protocol and one address */
interface Range {
  readonly address: string | null;
  readonly protocol: string;
  readonly first: number;
  last: number;
}

/**
 * Formats ports as `docker ps` does: `53/udp, 0.0.0.0:80-82->80-82/tcp`. Source: docker/cli 20.10,
 * `cli/command/formatter/container.go`, `DisplayablePorts`.
 *
 * @param published the published ones among them, with their ports on the host
 * @example
 * ```ts
 * import { portList } from "./port-list.ts";
 * import { expect } from "bun:test";
 *
 * expect(portList([{ port: 81, protocol: "tcp" }, { port: 80, protocol: "tcp" }], [])).toBe("80-81/tcp");
 * ```
 */
export function portList(exposed: readonly ExposedPort[], published: readonly PublishedPort[]): string {
  const names = new Set(published.map((port) => portName(port.exposed)));
  const ports: readonly ListedPort[] = [
    ...exposed.filter((port) => !names.has(portName(port))).map((port) => ({ exposed: port, place: null })),
    ...published.map((port) => ({ exposed: port.exposed, place: port })),
  ];
  const sorted = ports.toSorted(compare);
  const isOther = ({ exposed: { port }, place }: ListedPort) => place !== null && place.hostPort !== port;
  return [
    ...rangesOf(sorted.filter((port) => !isOther(port))).map(textOf),
    ...sorted.filter(isOther).map(otherOf),
  ].join(", ");
}

/** Groups ports with the same number on the host, or none there */
function rangesOf(ports: readonly ListedPort[]): readonly Range[] {
  const open = new Map<string, Range>();
  const ended: Range[] = [];
  for (const { exposed, place } of ports) {
    const { port, protocol } = exposed;
    const address = place?.address ?? null;
    const key = `${address}/${protocol}`;
    const range = open.get(key);
    if (range !== undefined && port === range.last + 1) range.last = port;
    else {
      if (range !== undefined) ended.push(range);
      open.set(key, { address, protocol, first: port, last: port });
    }
  }
  return [...ended, ...open.values()];
}

function textOf({ address, protocol, ...range }: Range): string {
  const ports = spellRange(range);
  return `${address === null ? "" : `${address}:${ports}->`}${ports}/${protocol}`;
}

function otherOf({ exposed, place }: ListedPort): string {
  return `${place?.address}:${place?.hostPort}->${portName(exposed)}`;
}

function compare(one: ListedPort, other: ListedPort): number {
  return (
    one.exposed.port - other.exposed.port ||
    order(one.place?.address ?? "", other.place?.address ?? "") ||
    (one.place?.hostPort ?? 0) - (other.place?.hostPort ?? 0) ||
    order(one.exposed.protocol, other.exposed.protocol)
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
