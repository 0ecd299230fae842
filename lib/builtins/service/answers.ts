import { flagsIn } from "./daemon-flags.ts";

/** Where dockerd listens when it isn't told */
const DEFAULT_SOCKET = "unix:///var/run/docker.sock";
const DEFAULT_PORT = "2375";

/** Whether a `dockerd` that was started with these options answers */
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
 * Where a daemon with these options listens, as a client writes it: moby, `opts/hosts.go`. None when it isn't told.
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
  // One that listens everywhere answers here too
  const here = name === "" || name === "0.0.0.0" ? "127.0.0.1" : name;
  return `tcp://${here}:${port === "" ? DEFAULT_PORT : port}`;
}
