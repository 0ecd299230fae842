import { BadValue } from "../../../values/bad-value.ts";
import { type Ipv4, parseIpv4 } from "../../../values/address/ipv4.ts";
import { type ExposedPort, findProtocol, type Protocol } from "./expose.ts";
import { refused } from "../not-run.ts";
import { BadPortRange, parsePortRange, type PortRange, portsOf } from "./port-range.ts";

/** A published port of a container */
export interface PortBinding {
  readonly exposed: ExposedPort;
  /** The host's address; `null` for the daemon's default */
  readonly address: Ipv4 | null;
  /** Ports of the host, of which it gets the first free one; `null` for any */
  readonly hostPorts: PortRange | null;
}

/**
 * Parses the value of `--publish`: `hostPort:containerPort`, `IP:hostPort:containerPort`, `IP::containerPort`
 * or `containerPort`, each with ranges, and after a slash a protocol. Source: docker/go-connections,
 * `nat/nat.go`, `ParsePortSpec`.
 *
 * @throws {DockerFailure} in Docker's words, with exit status 125
 * @example
 * ```ts
 * import { parsePublish } from "./publish.ts";
 * import { expect } from "bun:test";
 *
 * const [binding] = parsePublish("8080:80");
 * expect(binding?.exposed).toEqual({ port: 80, protocol: "tcp" });
 * expect(binding?.hostPorts).toEqual({ first: 8080, last: 8080 });
 * ```
 */
export function parsePublish(text: string): readonly PortBinding[] {
  const { ip, host, container } = splitParts(text);
  const { ports, protocolText } = splitProtocol(container);
  const address = parseAddress(ip);
  if (ports === "") throw refused(`No port specified: ${text}<empty>`);
  const inside = parseRange(ports, "containerPort");
  const outside = host === "" ? null : parseRange(host, "hostPort");
  if (outside !== null && !fits(outside, inside))
    throw refused(`Invalid ranges specified for container and host Ports: ${ports} and ${host}`);
  const protocol = parseProtocol(protocolText);
  return portsOf(inside).map((port, offset) => ({
    exposed: { port, protocol },
    address,
    hostPorts: outside === null || inside.first === inside.last ? outside : single(outside.first + offset),
  }));
}

/** Returns the warning of `docker run` about published ports in the host's own network; `null` otherwise */
export function discardedWarning(network: string, published: readonly PortBinding[]): string | null {
  if (network !== "host" || published.length === 0) return null;
  return "WARNING: Published ports are discarded when using host network mode";
}

/** Reports whether ranges match: equal lengths, or one port of the container with any number on the host */
function fits(outside: PortRange, inside: PortRange): boolean {
  return inside.first === inside.last || outside.last - outside.first === inside.last - inside.first;
}

function single(port: number): PortRange {
  return { first: port, last: port };
}

function splitParts(text: string): { readonly ip: string; readonly host: string; readonly container: string } {
  const parts = text.split(":");
  return { ip: parts.slice(0, -2).join(":"), host: parts.at(-2) ?? "", container: parts.at(-1) ?? "" };
}

/** Splits off the protocol; text after a second slash is ignored, and a protocol without a port is invalid */
function splitProtocol(text: string): { readonly ports: string; readonly protocolText: string } {
  const [ports = "", protocolText = ""] = text.split("/");
  return ports === "" ? { ports, protocolText: "" } : { ports, protocolText };
}

function parseAddress(text: string): Ipv4 | null {
  if (text === "") return null;
  const [, bare = text] = /^\[(.*)\]$/.exec(text) ?? [];
  if (text.includes(":") && bare === text)
    throw refused(`Invalid ip address ${text}: address ${text}:: too many colons in address`);
  try {
    return parseIpv4(bare);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    if (bare.includes(":")) throw refused(`the embedded engine publishes on IPv4 addresses, and ${bare} is none`);
    throw refused(`Invalid ip address: ${bare}`);
  }
}

function parseRange(text: string, what: "containerPort" | "hostPort"): PortRange {
  try {
    return parsePortRange(text);
  } catch (error) {
    if (!(error instanceof BadPortRange)) throw error;
    throw refused(`Invalid ${what}: ${text}`);
  }
}

function parseProtocol(text: string): Protocol {
  const protocol = findProtocol(text);
  if (protocol === null) throw refused(`Invalid proto: ${text}`);
  return protocol;
}
