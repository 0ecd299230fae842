import { refused } from "../not-run.ts";
import { BadPortRange, parsePortRange, type PortRange, portsOf } from "./port-range.ts";

/** A protocol whose ports Docker opens */
export type Protocol = "tcp" | "udp" | "sctp";

/** A port of a container that links open; `port` is 0 to 65535 */
export interface ExposedPort {
  readonly port: number;
  readonly protocol: Protocol;
}

const PROTOCOLS: readonly Protocol[] = ["tcp", "udp", "sctp"];

/**
 * Parses the value of `--expose`: a port or a range of ports, and after a slash a protocol, by default tcp.
 * Source: docker/cli 20.10, `cli/command/container/opts.go`; docker/go-connections, `nat/parse.go`.
 *
 * @throws {DockerFailure} in Docker's words, with exit status 125.
 * @example
 * ```ts
 * import { parseExpose } from "./expose.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseExpose("53/udp")).toEqual([{ port: 53, protocol: "udp" }]);
 * ```
 */
export function parseExpose(text: string): readonly ExposedPort[] {
  if (text.includes(":")) throw refused(`invalid port format for --expose: ${text}`);
  const [ports = "", protocolText = ""] = text.split("/");
  const range = parseRange(text, ports);
  const protocol = parseProtocol(protocolText);
  return portsOf(range).map((port) => ({ port, protocol }));
}

/** Parses several `--expose` values into ports without duplicates */
export function parseExposes(texts: readonly string[]): readonly ExposedPort[] {
  return eachOnce(texts.flatMap(parseExpose));
}

/** Removes duplicate ports */
export function eachOnce(ports: readonly ExposedPort[]): readonly ExposedPort[] {
  return [...new Map(ports.map((exposed) => [portName(exposed), exposed] as const)).values()];
}

/** Returns Docker's name of a port: `80/tcp` */
export function portName({ port, protocol }: ExposedPort): string {
  return `${port}/${protocol}`;
}

function parseRange(text: string, ports: string): PortRange {
  try {
    return parsePortRange(ports);
  } catch (error) {
    if (!(error instanceof BadPortRange)) throw error;
    throw refused(`invalid range format for --expose: ${text}, error: ${error.message}`);
  }
}

/** Parses a protocol in any case, by default tcp; `null` for an unknown one */
export function findProtocol(text: string): Protocol | null {
  return text === "" ? "tcp" : (PROTOCOLS.find((known) => known === text.toLowerCase()) ?? null);
}

function parseProtocol(text: string): Protocol {
  const protocol = findProtocol(text);
  if (protocol === null) throw refused(`invalid proto: ${text}`);
  return protocol;
}
