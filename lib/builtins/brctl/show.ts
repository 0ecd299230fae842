import { print, type Streams } from "../builtin.ts";
import { Interface, listBridges } from "./interface.ts";

const HEADER = "bridge name\tbridge id\t\tSTP enabled\tinterfaces";

/** What comes before a further port on a line of its own */
const BELOW = `\n${"\t".repeat(7)}`;

/**
 * Prints bridges with their ports: the named ones in that order, or all. The header comes with the first bridge.
 *
 * Equivalent to: `brctl show $names`
 *
 * @returns the exit status, 1 when one of the names is no bridge's
 */
export function show(names: readonly string[], { output, errors }: Streams): number {
  const wanted = names.length > 0 ? names.map((name) => new Interface(name)) : listBridges();
  const bridges = wanted.filter((one) => one.isBridge);
  const lines = bridges.length > 0 ? [HEADER, ...bridges.map(describe)] : [];
  const complaints = wanted.filter((one) => !one.isBridge).map(complain);
  for (const line of lines) print(output, line);
  for (const complaint of complaints) print(errors, complaint);
  return complaints.length > 0 ? 1 : 0;
}

function describe({ name, bridgeId, hasStp, ports }: Interface): string {
  return `${name}\t\t${bridgeId}\t${hasStp ? "yes" : "no"}\t\t${ports.join(BELOW)}`;
}

function complain({ exists, name }: Interface): string {
  return exists ? `device ${name} is not a bridge!` : `bridge ${name} does not exist!`;
}
