import type { ExposedPort } from "../expose.ts";

/** Ports of one protocol that follow one another */
interface Range {
  readonly protocol: string;
  readonly first: number;
  last: number;
}

/**
 * Ports as `docker ps` lists them: `53/udp, 80-82/tcp`.
 * Source: docker/cli 20.10, `cli/command/formatter/container.go`, `DisplayablePorts`.
 *
 * @example
 * ```ts
 * import { portList } from "./port-list.ts";
 * import { expect } from "bun:test";
 *
 * expect(portList([{ port: 81, protocol: "tcp" }, { port: 80, protocol: "tcp" }])).toBe("80-81/tcp");
 * ```
 */
export function portList(ports: readonly ExposedPort[]): string {
  const open = new Map<string, Range>();
  const ended: Range[] = [];
  const sorted = ports.toSorted(
    (one, other) =>
      one.port - other.port || (one.protocol < other.protocol ? -1 : one.protocol > other.protocol ? 1 : 0),
  );
  for (const { port, protocol } of sorted) {
    const range = open.get(protocol);
    if (range !== undefined && port === range.last + 1) range.last = port;
    else {
      if (range !== undefined) ended.push(range);
      open.set(protocol, { protocol, first: port, last: port });
    }
  }
  return [...ended, ...open.values()].map(textOf).join(", ");
}

function textOf({ protocol, first, last }: Range): string {
  return `${first === last ? first : `${first}-${last}`}/${protocol}`;
}
