/**
 * The address of docker0, which dockerd gives it by `--bip`, and keeps when that is taken out again: it is stored.
 *
 * @module
 */
import type { InverseStep } from "./inversion.ts";
import type { LinkState } from "./ip/link-state.ts";
import { step } from "./undo-steps.ts";

/** Starts Docker once with the address that is given, and leaves its file as it is, also where a signal ends it */
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

/**
 * Gives docker0 its address back. One that was not there before, or had none, has its address of the daemon anyway.
 *
 * Equivalent to: `dockerd --bip=$old`
 *
 * @param after `"not yet known"` as long as the daemon has not started
 */
export function addressSteps(
  before: LinkState | null,
  after: LinkState | "not yet known" | null,
): readonly InverseStep[] {
  const own = before?.addresses.find(isIpv4);
  const now = after === "not yet known" ? [] : (after?.addresses ?? []);
  if (before === null || own === undefined || after === null || now.includes(own)) return [];
  const { network, name } = before.identity;
  const [address = ""] = own.split(" ");
  return [
    step(["sh", "-c", START_WITH, "sh"], [address], {
      kind: "listed",
      listing: "address",
      network,
      list: ["ip", "-details", "-json", "address", "show", "dev", name],
      line: own,
      before: [own],
      change: "removed",
      // Docker may have made it anew
      link: null,
      place: null,
    }),
  ];
}

function isIpv4(line: string): boolean {
  return /^\d+(?:\.\d+){3}\/\d+(?: |$)/.test(line);
}
