/**
 * Environment variables that a link gives to the client's programs: the server's address and its own
 * variables.
 *
 * @module
 */
import type { ExposedPort } from "../../../../programs/docker/options/expose.ts";
import type { LinkedServer } from "./docker-links.ts";

/** Variables of the server that a client doesn't get */
const PRIVATE: ReadonlySet<string> = new Set(["HOME", "PATH"]);

/**
 * Returns the variables of one link, such as `DB_PORT_5432_TCP_ADDR=172.17.0.2`. Source: moby 20.10,
 * `daemon/links/links.go`.
 *
 * @param client the client's name
 */
export function linkVariables({ alias, endpoint, record }: LinkedServer, client: string): readonly string[] {
  const prefix = alias.toUpperCase().replaceAll("-", "_");
  const ports = record.settings.exposed.toSorted(
    (one, other) => one.port - other.port || Number(other.protocol === "tcp") - Number(one.protocol === "tcp"),
  );
  const url = ({ port, protocol }: ExposedPort) => `${protocol}://${endpoint.address}:${port}`;
  const [lowest] = ports;
  return [
    ...(lowest === undefined ? [] : [`${prefix}_PORT=${url(lowest)}`]),
    ...rangesOf(ports).flatMap(([first, last]) => {
      const name = `${prefix}_PORT_${first.port}_${first.protocol.toUpperCase()}`;
      const end = `${prefix}_PORT_${first.port}_${last.protocol.toUpperCase()}`;
      return [
        `${name}_START=${url(first)}`,
        `${name}_ADDR=${endpoint.address}`,
        `${name}_PROTO=${first.protocol}`,
        `${name}_PORT_START=${first.port}`,
        `${end}_END=${url(last)}`,
        `${end}_PORT_END=${last.port}`,
      ];
    }),
    ...ports.flatMap((exposed) => {
      const { port, protocol } = exposed;
      const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
      return [
        `${name}=${url(exposed)}`,
        `${name}_ADDR=${endpoint.address}`,
        `${name}_PORT=${port}`,
        `${name}_PROTO=${protocol}`,
      ];
    }),
    `${prefix}_NAME=/${client}/${alias}`,
    ...record.settings.environment.flatMap((entry) => {
      const [name = "", ...value] = entry.split("=");
      return value.length === 0 || PRIVATE.has(name) ? [] : [`${prefix}_ENV_${name}=${value.join("=")}`];
    }),
  ];
}

/** Returns the ends of each run of at least three consecutive ports, whatever their protocols */
function rangesOf(ports: readonly ExposedPort[]): readonly (readonly [ExposedPort, ExposedPort])[] {
  const runs: ExposedPort[][] = [];
  for (const exposed of ports) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && exposed.port <= previous.port + 1) run.push(exposed);
    else runs.push([exposed]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first === undefined || last === undefined || run.length < 3 ? [] : [[first, last] as const];
  });
}
