import { Handle } from "../../shell/template/handle.ts";
import type { Named } from "../../shell/template/named.ts";
import type { Port } from "../../values/port.ts";

/**
 * A port of the host that is forwarded to a server's: a check connects to the former, and its server listens
 * on the latter.
 *
 * @example
 * ```ts
 * import { port, published, type PublishedPort } from "wirework";
 * import { expect } from "bun:test";
 *
 * const settings = { help: "a port" };
 * const outside = port({ default: "8080", ...settings }).default;
 * const http: PublishedPort = published(outside, port({ default: "80", ...settings }).default);
 * expect([http.outside + 0, http.inside + 0]).toEqual([8080, 80]);
 * ```
 */
export class PublishedPort {
  readonly #outside: Port | Named<Port>;
  /** The server's port */
  readonly inside: Port;

  constructor(outside: Port | Named<Port>, inside: Port) {
    this.#outside = outside;
    this.inside = inside;
  }

  /** The host's port, as known by now */
  get outside(): Port {
    return Handle.is(this.#outside) ? this.#outside.value : this.#outside;
  }

  /** The named value of the host's port; `null` for a port that was given */
  get told(): Named<Port> | null {
    return Handle.is(this.#outside) ? this.#outside : null;
  }
}

/**
 * A port of the host that `--publish` forwards to one of a container's, for checks of connections: `tcp`,
 * `udp`, `noTcp`.
 *
 * Equivalent to: `docker run -p 8080:80 …`
 *
 * @param outside the host's port, or a value that a command has printed
 * @param inside the container's, on which the check's server listens
 *
 * @example
 * ```ts
 * import { containerId, gatewayOn, host, port, published, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "The host reaches a container by a port of its own",
 *   options: {
 *     outside: port({ default: "8080", help: "the host's port" }),
 *     inside: port({ default: "80", help: "the container's" }),
 *     bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
 *   },
 *   permissions: { run: ["docker"] },
 *   async run({ $, check }, { outside, inside, bridge }) {
 *     const web = await $.as("web", containerId("4c01db0b339c"))`sudo docker run -d -p ${outside}:${inside} base sleep 600`;
 *     await check(67, "by loopback").tcpSeenAs(host, web, "127.0.0.1", published(outside, inside), bridge);
 *   },
 * });
 * ```
 */
export function published(outside: Port | Named<Port>, inside: Port): PublishedPort {
  return new PublishedPort(outside, inside);
}

/** Returns the port that a check's client connects to */
export function outsideOf(port: Port | PublishedPort): Port {
  return port instanceof PublishedPort ? port.outside : port;
}

/** Returns the port that a check's server listens on */
export function insideOf(port: Port | PublishedPort): Port {
  return port instanceof PublishedPort ? port.inside : port;
}
