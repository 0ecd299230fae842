import { quoted } from "../../values/quoted.ts";
import { DockerFailure } from "./failure.ts";

/** A protocol whose ports Docker opens */
export type Protocol = "tcp" | "udp" | "sctp";

/** A port of a container that a link opens to others; `port` is 0 to 65535 */
export interface ExposedPort {
  readonly port: number;
  readonly protocol: Protocol;
}

const PROTOCOLS: readonly Protocol[] = ["tcp", "udp", "sctp"];
const HIGHEST_PORT = 65_535;

/**
 * Reads the value of `--expose`: a port or a range of ports, and after a slash a protocol, which is tcp if not said.
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
  const [first, last] = parseRange(text, ports);
  const protocol = parseProtocol(protocolText);
  return Array.from({ length: last - first + 1 }, (_, offset) => ({
    port: first + offset,
    protocol,
  }));
}

/** All ports of several `--expose` values, each port once */
export function parseExposes(texts: readonly string[]): readonly ExposedPort[] {
  const ports = texts.flatMap(parseExpose).map((exposed) => [`${exposed.port}/${exposed.protocol}`, exposed] as const);
  return [...new Map(ports).values()];
}

function parseRange(text: string, ports: string): readonly [number, number] {
  const failed = (reason: string) => refused(`invalid range format for --expose: ${text}, error: ${reason}`);
  if (ports === "") throw failed("Empty string specified for ports");
  const [first = 0, last = first] = ports
    .split("-")
    .slice(0, 2)
    .map((port) => {
      const shown = quoted(port);
      if (!/^\d+$/.test(port)) throw failed(`strconv.ParseUint: parsing ${shown}: invalid syntax`);
      if (Number(port) > HIGHEST_PORT) throw failed(`strconv.ParseUint: parsing ${shown}: value out of range`);
      return Number(port);
    });
  if (last < first) throw failed(`Invalid range specified for the Port: ${ports}`);
  return [first, last];
}

function parseProtocol(text: string): Protocol {
  if (text === "") return "tcp";
  const protocol = PROTOCOLS.find((known) => known === text.toLowerCase());
  if (protocol === undefined) throw refused(`invalid proto: ${text}`);
  return protocol;
}

function refused(reason: string): DockerFailure {
  return new DockerFailure(`docker: ${reason}.`, 125);
}
