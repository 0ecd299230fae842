/**
 * Lines that a script keeps something before, run in a network of their own, and what is there before and after they are undone.
 */
import type { BashFunction } from "../../../lib/script/functions.ts";
import { inOwnNetwork } from "./in-bash.ts";

/** How it looks before the lines, after them, and once they are undone; what else is printed */
export interface Undone {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
  /** Of undoing: 0 where all of it is undone, else 3 */
  readonly status: number;
  readonly stderr: string;
}

/** A veth, a bridge, and a namespace `c1`, which goes with the network */
export const LINKS = `mount -t tmpfs none /run
ip netns add c1
ip link add A address 02:00:00:00:00:0a type veth peer name B address 02:00:00:00:00:0b
ip link add br0 address 02:00:00:00:00:0c type bridge`;

/** All that tells links apart */
export const SHOW_LINKS =
  "ip -details -oneline link show | sed -E 's/^[0-9]+: //; s/@if[0-9]+//; s/qdisc [^ ]+//; s/ gso_max.*tso_max_segs [0-9]+//; s/_timer +[0-9.]+//g' | sort";

/** What a case says */
export interface Case {
  readonly needs: readonly BashFunction[];
  /** What is there before */
  readonly there: string;
  /** The lines of the script */
  readonly lines: string;
  /** Prints what is compared */
  readonly show: string;
}

/** Prints each line that changes an object of `ip`, also of undoing, to the standard error */
export const CHANGES = `exec 9>&2
ip() { [[ $* == *' show'* ]] || echo "changes: $*" >&9; command ip "$@"; }`;

/** What stands between the parts of what is printed */
const MARK = "== part ==";

/** Runs lines, and undoes them as a script does */
export function undone({ needs, there, lines, show }: Case): Undone {
  const steps = [
    `show() { { ${show}; } || true; }`,
    LINKS,
    there,
    "show",
    `echo '${MARK}'`,
    lines,
    "show",
    `echo '${MARK}'`,
    // An end of its own, as only that of a script is
    "STATUS=0; (undo_all) || STATUS=$?",
    "show",
    `echo '${MARK}'`,
    'echo "$STATUS"',
  ].join("\n");
  const { stdout, stderr } = inOwnNetwork(["undo", ...needs], "", steps);
  const [before = "", changed = "", after = "", status = ""] = stdout.split(`${MARK}\n`);
  return { before, changed, after, status: status === "" ? Number.NaN : Number(status), stderr };
}

/** Of what was another, and is again as it was */
export function asBefore({ before }: Undone, stderr = "test: everything is undone\n"): Partial<Undone> {
  return { after: before, status: 0, stderr };
}
