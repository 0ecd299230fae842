/**
 * iptables rules that dockerd makes for a bridge given by `--bridge`, and never removes.
 *
 * @module
 */
import { flagsInFile } from "../../builtins/service/flags-in-file.ts";
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import { parseIpv4Cidr, reasonAgainstIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import { networkOf } from "../../values/address/subnet.ts";
import type { InverseStep } from "./inversion.ts";
import { linesOf } from "./printed-lines.ts";
import { ON_HOST } from "../../resources/entering.ts";
import type { Look } from "../../resources/look.ts";
import { seeIn } from "../../resources/network.ts";

/** Tables in which it makes rules */
const TABLES = ["nat", "filter"] as const;

/** Values of `--bridge` that need no undo: dockerd keeps the rules of docker0 itself, and `none` is no bridge */
const ITS_OWN: ReadonlySet<string> = new Set(["docker0", "none"]);

/**
 * Plans the removal of the rules that a daemon about to start will make for the user's own bridge, or for the network that the
 * user gives docker0; no steps without either
 */
export async function daemonRules(look: Look): Promise<readonly InverseStep[]> {
  const names = namesIn(look);
  if (names.length === 0) return [];
  const steps = TABLES.map(async (table): Promise<InverseStep> => {
    const printed = (await look.text(["iptables", "-t", table, "-S"])) ?? "";
    return { kind: "rules", table, names, before: linesOf(printed), when: "in turn" };
  });
  return Promise.all(steps);
}

/** Lists a bridge's networks as iptables prints them: `192.168.5.0/24` */
function networksOf(name: string, look: Look): readonly string[] {
  const addresses = seeIn(look, ON_HOST, (network) => {
    const link = network.link(name);
    return link === null ? [] : network.addresses(link.index);
  });
  return (addresses ?? []).flatMap(({ family, local, prefix }) =>
    family === "inet" ? [networkOf(parseIpv4Cidr(`${local}/${prefix}`))] : [],
  );
}

/** Lists the words by which such rules are found: the bridge, and its network */
function namesIn(look: Look): readonly string[] {
  const file = look.file(DEFAULT_FILE);
  if (file === null) return [];
  const flags = flagsInFile(Buffer.from(file.content).toString());
  const given = (option: string) => flags.findLast(({ name }) => name === option)?.value ?? null;
  const [bridge, bip] = [given("bridge"), given("bip")];
  if (bridge !== null && !ITS_OWN.has(bridge)) return [bridge, ...networksOf(bridge, look)];
  return bip === null || reasonAgainstIpv4Cidr(bip) !== null ? [] : [networkOf(parseIpv4Cidr(bip))];
}
