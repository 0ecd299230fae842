/**
 * The address of docker0, set by dockerd's `--bip`. dockerd stores it, and keeps it when the option is removed.
 *
 * @module
 */
import { entriesIn } from "../../resources/entry.ts";
import { ON_HOST } from "../../resources/entering.ts";
import type { Network } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import { networkBehind, seeIn } from "../../resources/network.ts";
import type { InverseStep } from "./inversion.ts";
import { step } from "./undo-steps.ts";

/** Starts Docker once with a given address, and restores its options' file, even after a signal */
const START_WITH = `set -e
trap 'exit 130' HUP INT TERM
kept=$(mktemp)
trap 'rm -f "$kept"' EXIT
cp /etc/default/docker "$kept"
trap 'cat "$kept" >/etc/default/docker; rm -f "$kept"' EXIT
echo "DOCKER_OPTS=--bip=$1" >>/etc/default/docker
service docker restart || ended=$?
for _ in $(seq 600); do ! docker version >/dev/null 2>&1 || break; sleep 0.05; done
exit "\${ended:-0}"`;

/** Docker's own bridge, and its addresses in the words of `ip address add` */
export interface Docker0Address {
  readonly network: Network;
  readonly addresses: readonly string[];
}

const BRIDGE = "docker0";

/** Reads the addresses of Docker's own bridge; `null` when there is no bridge */
export async function seeDocker0(look: Look): Promise<Docker0Address | null> {
  const network = await networkBehind(look, ON_HOST);
  const addresses = seeIn(look, ON_HOST, (seen) =>
    seen.link(BRIDGE) === null ? null : entriesIn(seen, { of: "address", link: BRIDGE }),
  );
  if (network === null || addresses === null) return null;
  return { network, addresses: addresses.map(({ words }) => words) };
}

/**
 * Gives docker0 its address back. If it was missing or had no address, the daemon chooses one anyway.
 *
 * Equivalent to: `dockerd --bip=$old`
 *
 * @param after `"not yet known"` until the daemon has started
 */
export function addressSteps(
  before: Docker0Address | null,
  after: Docker0Address | "not yet known" | null,
): readonly InverseStep[] {
  const own = before?.addresses.find(isIpv4);
  const now = after === "not yet known" ? [] : (after?.addresses ?? []);
  if (before === null || own === undefined || after === null || now.includes(own)) return [];
  const [address = ""] = own.split(" ");
  return [
    step(ON_HOST, ["sh", "-c", START_WITH, "sh", address], {
      kind: "entry",
      network: before.network,
      list: { of: "address", link: BRIDGE },
      family: "inet",
      words: own,
      before: [own],
      change: "removed",
      // Docker may have made it anew
      link: null,
    }),
  ];
}

function isIpv4(line: string): boolean {
  return /^\d+(?:\.\d+){3}\/\d+(?: |$)/.test(line);
}
