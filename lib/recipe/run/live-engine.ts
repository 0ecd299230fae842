/**
 * What the engine that a performer's `docker` talks to is like.
 *
 * @module
 */
import type { PortRange } from "../../builtins/docker/options/port-range.ts";
import { ARTICLE } from "../../eras/era.ts";
import type { Performer } from "../../shell/template/line.ts";

/** The article's, as it prints them: the first is 49153, and it says "49000-49900" */
const ARTICLE_PORTS: PortRange = { first: 49_153, last: 49_900 };

/**
 * The version of the engine, as it says it itself: `20.10.24+dfsg1`. `null` when it doesn't: a run does not fail of that.
 *
 * Equivalent to: `docker version --format '{{.Server.Version}}'`
 */
export async function engineVersion(performer: Performer): Promise<string | null> {
  return printedBy(performer, ["docker", "version", "--format", "{{.Server.Version}}"]);
}

/**
 * The ports of the host that the engine chooses from where it is told none: of one that is like the article's, the
 * article's; of a later one, the kernel's. `null` when nobody says.
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
