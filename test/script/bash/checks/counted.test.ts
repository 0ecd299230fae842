/**
 * A counter, before and after ten echo requests.
 */
import { describe, expect, test } from "bun:test";

import { inBash, printing } from "../in-bash.ts";

const ALL = "10 packets transmitted, 10 received, 0% packet loss";

/** A counter that a file has, and ping that raises it */
const counter = (before: string, after: string, pings: string) => `address_of() { echo "address of $1"; }
other() { echo "other $*"; [[ $1 != own ]]; }
SEEN=nothing
echo '${before}' >"$SCRATCH/counter"
inside() {
  [[ "\${*:2}" == 'ping -n -q -c 10 -i 0.01 -W 1 address of two' ]] || return 9
  echo '${after}' >"$SCRATCH/counter"
  ${pings}
}
read_counter() { cat "$SCRATCH/counter"; [[ $(<"$SCRATCH/counter") != fails* ]]; }
try() { local STATUS=0; "$@" || STATUS=$?; echo "$STATUS $SEEN"; }`;

const OTHER = "other one address of two";
const PINGED = `echo '${ALL}'`;

describe("a counter", () => {
  const tried = (name: string, standIns: string, from = "one") =>
    inBash(["counted"], standIns, `try ${name} ${from} two -- read_counter`);

  test.each([
    ["7", "7", 1, 0],
    ["7", "8", 1, 1],
    ["7", "16", 1, 1],
    ["7", "17", 0, 1],
    ["7", "107", 0, 1],
  ])("of %s, then %s, has counted ten: %d; none: %d", (before, after, counted, uncounted) => {
    const standIns = counter(before, after, PINGED);
    expect(tried("counted", standIns)).toEqual(printing(OTHER, `${counted} ${before}, then ${after}`));
    expect(tried("uncounted", standIns)).toEqual(printing(OTHER, `${uncounted} ${before}, then ${after}`));
  });

  test.each<
    readonly [what: string, before: string, after: string, pings: string, from: string, said: readonly string[]]
  >([
    [
      "nothing where not all were answered",
      "7",
      "7",
      `echo '${ALL}' | sed 's/10 rec/9 rec/'; return 1`,
      "one",
      ["1 7, then 7, but not all were answered"],
    ],
    [
      "nothing where ping could not ask",
      "7",
      "7",
      "echo trouble >&2; return 2",
      "one",
      ["1 7, then 7, but not all were answered"],
    ],
    [
      "nothing where the place has the address itself",
      "7",
      "7",
      PINGED,
      "own",
      ["other own address of two", "1 7, then 7"],
    ],
    ["nothing where it is no number before", "x7", "7", PINGED, "one", ["1 x7, then 7"]],
    ["nothing where it is no number after", "7", "7 8", PINGED, "one", ["1 7, then 7 8"]],
    ["nothing where it can't be read before", "fails", "7", PINGED, "one", ["1 fails"]],
    ["nothing where it can't be read after", "7", "fails", PINGED, "one", ["1 fails"]],
  ])("proves %s", (_what, before, after, pings, from, said) => {
    expect(tried("uncounted", counter(before, after, pings), from)).toEqual(printing(...said));
  });
});
