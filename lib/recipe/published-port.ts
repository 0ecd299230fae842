import { Handle } from "../shell/handle.ts";
import type { Named } from "../shell/named.ts";
import type { Port } from "../values/port.ts";

/** A port of the host that leads to a server's own: what a check connects to, and what its server listens on */
export class PublishedPort {
  readonly #outside: Port | Named<Port>;
  readonly inside: Port;

  constructor(outside: Port | Named<Port>, inside: Port) {
    this.#outside = outside;
    this.inside = inside;
  }

  /** The host's, as it is known by now */
  get outside(): Port {
    return Handle.is(this.#outside) ? this.#outside.value : this.#outside;
  }

  /** The value that the host's comes from; `null` for one that needs none */
  get told(): Named<Port> | null {
    return Handle.is(this.#outside) ? this.#outside : null;
  }
}

/**
 * A port of the host that `--publish` leads to one of a container's, for the checks of connections: `tcp`, `udp`, `noTcp`.
 *
 * Equivalent to: `docker run -p 8080:80 …`
 *
 * @param outside the host's port, or that which a command has told
 * @param inside the container's, on which the check's server listens
 *
 * @example
 * ```ts
 * import { containerId, host, port, published, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "The host reaches a container by a port of its own",
 *   options: {
 *     outside: port({ default: "8080", help: "the host's port" }),
 *     inside: port({ default: "80", help: "the container's" }),
 *   },
 *   permissions: { run: ["docker"] },
 *   async run({ $, check }, { outside, inside }) {
 *     const web = await $.as("web", containerId("4c01db0b339c"))`sudo docker run -d -p ${outside}:${inside} base sleep 600`;
 *     await check(67, "by loopback").tcpSeenAs(host, web, "127.0.0.1", published(outside, inside), "172.17.42.1");
 *   },
 * });
 * ```
 */
export function published(outside: Port | Named<Port>, inside: Port): PublishedPort {
  return new PublishedPort(outside, inside);
}

/** Where a check's client connects to */
export function outsideOf(port: Port | PublishedPort): Port {
  return port instanceof PublishedPort ? port.outside : port;
}

/** Where a check's server listens */
export function insideOf(port: Port | PublishedPort): Port {
  return port instanceof PublishedPort ? port.inside : port;
}
