import { flagsIn } from "../../programs/docker/daemon-flags.ts";

/** dockerd's default socket */
const DEFAULT_SOCKET = "unix:///var/run/docker.sock";
const DEFAULT_PORT = "2375";

/** Reports whether a `dockerd` that was started with these options answers */
export async function answersAt(options: readonly string[]): Promise<boolean> {
  const [socket = DEFAULT_SOCKET] = socketsOf(options);
  const path = /^unix:\/\/(.*)$/s.exec(socket)?.[1];
  try {
    const response =
      path === undefined
        ? await fetch(`${socket.replace(/^tcp:/, "http:")}/_ping`)
        : await fetch("http://localhost/_ping", { unix: path });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Lists the sockets of a daemon with these options, as a client writes them: moby, `opts/hosts.go`. Empty
 * without such an option.
 *
 * @example
 * ```ts
 * import { socketsOf } from "./answers.ts";
 * import { expect } from "bun:test";
 *
 * expect(socketsOf(["-H", ":2375", "--host=unix://"])).toEqual([
 *   "tcp://127.0.0.1:2375",
 *   "unix:///var/run/docker.sock",
 * ]);
 * ```
 */
export function socketsOf(options: readonly string[]): readonly string[] {
  const hosts = flagsIn(options).filter(({ name }) => name === "host");
  return hosts.map(({ value }) => socketIn(value ?? ""));
}

function socketIn(host: string): string {
  if (host === "" || host === "unix://") return DEFAULT_SOCKET;
  if (/^(?:unix|fd):\/\//.test(host)) return host;
  const [, name = "", port = ""] = /^(?:tcp:\/\/)?(.*?)(?::(\d*))?\/?$/.exec(host) ?? [];
  // A daemon that listens on every address answers here too
  const here = name === "" || name === "0.0.0.0" ? "127.0.0.1" : name;
  return `tcp://${here}:${port === "" ? DEFAULT_PORT : port}`;
}
