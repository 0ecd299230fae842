/**
 * Asks the engine behind a performer's `docker` about itself.
 *
 * @module
 */
import type { PortRange } from "../../programs/docker/options/port-range.ts";
import { ARTICLE } from "../../eras/era.ts";
import type { Performer } from "../../shell/template/session-line.ts";

/** The article's range as its output shows it: the first port is 49153, while its text says "49000-49900" */
const ARTICLE_PORTS: PortRange = { first: 49_153, last: 49_900 };

/**
 * Returns the engine's version as it reports it: `20.10.24+dfsg1`. `null` when it doesn't; that is no reason
 * to fail.
 *
 * Equivalent to: `docker version --format '{{.Server.Version}}'`
 */
export async function engineVersion(performer: Performer): Promise<string | null> {
  return printedBy(performer, ["docker", "version", "--format", "{{.Server.Version}}"]);
}

/**
 * Returns the range from which the engine chooses ports of the host: the article's for an engine like the
 * article's, the kernel's for a later one. `null` when it is unknown.
 *
 * Equivalent to: `cat /proc/sys/net/ipv4/ip_local_port_range`
 */
export async function chosenPorts(performer: Performer): Promise<PortRange | null> {
  if ((await engineVersion(performer)) === ARTICLE) return ARTICLE_PORTS;
  const printed = await printedBy(performer, ["cat", "/proc/sys/net/ipv4/ip_local_port_range"]);
  const [, first, last] = /^(\d+)\s+(\d+)$/.exec(printed ?? "") ?? [];
  return first === undefined || last === undefined ? null : { first: Number(first), last: Number(last) };
}

async function printedBy(performer: Performer, argv: readonly string[]): Promise<string | null> {
  const printed: Uint8Array[] = [];
  const exitCode = await performer.run(argv, {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: () => {},
  });
  const text = Buffer.concat(printed).toString().trim();
  return exitCode === 0 && text !== "" ? text : null;
}
