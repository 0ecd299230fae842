/**
 * The address of Docker's daemon, as `-H` gives it to the daemon and to its client.
 *
 * @module
 */
import { DockerFailure } from "../../programs/docker/failure.ts";

/** A Unix socket, or any other address, at which the embedded engine can't listen */
export type DaemonAddress =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "tcp" | "fd" | "ssh" | "npipe"; readonly text: string };

/** The default address of daemon and client */
export const DEFAULT_ADDRESS: DaemonAddress = { kind: "unix", path: "/var/run/docker.sock" };

const DEFAULT_PORT = 2375;

/**
 * Parses the value of `-H`: `unix:///PATH`, `tcp://HOST:PORT`, `fd://`. Without a scheme it means tcp.
 * Source: docker/cli and moby 20.10, `opts/hosts.go`.
 *
 * @throws {DockerFailure} for another scheme, in Docker's words
 *
 * @example
 * ```ts
 * import { addressText, parseDaemonAddress } from "./daemon-address.ts";
 * import { expect } from "bun:test";
 *
 * const texts = ["unix:///run/d.sock", "unix://", ":1", "10.0.0.1"].map((text) => addressText(parseDaemonAddress(text)));
 * expect(texts).toEqual([
 *   "unix:///run/d.sock",
 *   "unix:///var/run/docker.sock",
 *   "tcp://localhost:1",
 *   "tcp://10.0.0.1:2375",
 * ]);
 * ```
 */
export function parseDaemonAddress(text: string): DaemonAddress {
  const [, scheme = "tcp", rest = ""] = /^(?:(.*?):\/\/)?([^]*)$/.exec(text.trim()) ?? [];
  switch (scheme) {
    case "unix":
      return rest === "" ? DEFAULT_ADDRESS : { kind: "unix", path: rest };
    case "tcp":
      return text.trim() === "" ? DEFAULT_ADDRESS : { kind: "tcp", text: `tcp://${withPort(rest)}` };
    case "fd":
    case "ssh":
    case "npipe":
      return { kind: scheme, text: text.trim() };
    default:
      throw new DockerFailure(`Invalid bind address format: ${text}`);
  }
}

/** Formats an address as Docker's client does */
export function addressText(address: DaemonAddress): string {
  return address.kind === "unix" ? `unix://${address.path}` : address.text;
}

function withPort(place: string): string {
  const [, host = "", port = "", path = ""] = /^(\[[^\]]*\]|[^:/]*)(?::([^/]*))?(.*)$/.exec(place) ?? [];
  return `${host === "" ? "localhost" : host}:${port === "" ? DEFAULT_PORT : port}${path}`;
}
