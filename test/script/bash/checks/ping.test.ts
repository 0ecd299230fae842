/**
 * One echo request, answered or not, by what ping prints and its status.
 */
import { describe, expect, test } from "bun:test";

import { inBash, printing } from "../in-bash.ts";

const SUMMARY = "1 packets transmitted, 0 received, 100% packet loss, time 0ms";
const ANSWER = "64 bytes from 10.1.1.2: icmp_seq=1 ttl=64 time=0.05 ms";

/** Ping, of which the last line goes to its standard error */
const saying = (lines: readonly string[], status: number) => `address_of() { echo "10.1.1.2$1"; }
inside() {
  [[ $* == 'one ping -n -c 1 -W 1 10.1.1.2two' ]] || return 9
  printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} >&2
  return ${status}
}`;

describe("one echo request", () => {
  test.each<readonly [printed: readonly string[], status: number, seen: readonly string[], said: number]>([
    [["PING 10.1.1.2", ANSWER, SUMMARY], 0, [ANSWER], 0],
    [["From 10.1.1.9 icmp_seq=1 Redirect Host", ANSWER, SUMMARY], 0, [ANSWER], 0],
    [["PING 10.1.1.2", SUMMARY], 0, ["PING 10.1.1.2", SUMMARY], 2],
    [["PING 10.1.1.2", SUMMARY], 1, ["no answer"], 1],
    [
      ["PING 10.1.1.2", "From 10.1.1.9 icmp_seq=1 Time exceeded", ANSWER, SUMMARY],
      1,
      ["From 10.1.1.9 icmp_seq=1 Time exceeded"],
      1,
    ],
    [["ping: local error: too long", SUMMARY], 1, ["ping: local error: too long"], 1],
    [["Packet filtered", SUMMARY], 1, ["Packet filtered"], 1],
    [["ping: sendmsg: Operation not permitted", SUMMARY], 1, ["ping: sendmsg: Operation not permitted"], 1],
    [["ping: connect: Network is unreachable"], 2, ["ping: connect: Network is unreachable"], 1],
    [["ping: administratively PROHIBITED"], 2, ["ping: administratively PROHIBITED"], 1],
    [["No route to host"], 2, ["No route to host"], 1],
    [["ping: bad", "usage"], 2, ["ping: bad", "usage"], 2],
    [["killed"], 1, ["killed"], 2],
    [["No route to host"], 3, ["No route to host"], 2],
    [["no such program"], 127, ["no such program"], 2],
  ])("%j, with status %d, is seen as %j: %d", (printed, status, seen, said) => {
    const steps = 'STATUS=0; echo_request one two || STATUS=$?; echo "$SEEN"; echo $STATUS';
    expect(inBash(["ping"], saying(printed, status), steps)).toEqual(printing(...seen, `${said}`));
  });

  test.each([
    [0, "0 one 10.1.1.2two"],
    [1, "1 "],
  ])("with status %d is answered, and not by the place itself: %s", (status, said) => {
    const other = 'OTHER=; other() { OTHER="$*"; }';
    const steps = 'STATUS=0; pings one two || STATUS=$?; echo "$STATUS $OTHER"';
    expect(inBash(["ping"], `${saying([ANSWER, SUMMARY], status)}\n${other}`, steps)).toEqual(printing(said));
  });

  test("is not answered where the place has the address itself", () => {
    const steps = "STATUS=0; pings one two || STATUS=$?; echo $STATUS";
    expect(inBash(["ping"], `${saying([ANSWER], 0)}\nother() { return 1; }`, steps)).toEqual(printing("1"));
  });
});

describe("an echo request that is not answered", () => {
  /** What is seen from a place, and the status */
  const requests = (own: string, other: string) => `ASKED=
echo_request() { ASKED+="$* "; if [[ $1 == "$2" ]]; then ${own}; else ${other}; fi; }`;
  const ANSWERED = "SEEN=answered; return 0";
  const SILENT = "SEEN='no answer'; return 1";
  const PROHIBITED = "SEEN='ping: prohibited'; return 1";
  const BROKEN = "SEEN='no answer prohibited'; return 2";

  test.each([
    ["two", "no answer", ANSWERED, SILENT, "0 two two one two : no answer"],
    ["two", "no answer", SILENT, SILENT, "1 two two : two does not even answer itself (no answer)"],
    ["two", "no answer", ANSWERED, ANSWERED, "1 two two one two : answered"],
    ["two", "no answer", ANSWERED, PROHIBITED, "1 two two one two : ping: prohibited"],
    ["two", "no answer", ANSWERED, BROKEN, "1 two two one two : no answer prohibited"],
    ["two", "prohibited", SILENT, PROHIBITED, "0 one two : ping: prohibited"],
    ["10.1.1.2", "no answer", SILENT, SILENT, "0 one 10.1.1.2 : no answer"],
    ["10.1.1.2", "prohibited", SILENT, SILENT, "1 one 10.1.1.2 : no answer"],
  ])("to %s, and %p is wanted: %#", (target, says, own, other, said) => {
    const steps = `STATUS=0; no_ping one ${target} '${says}' || STATUS=$?; echo "$STATUS $ASKED: $SEEN"`;
    expect(inBash(["no-ping"], requests(own, other), steps)).toEqual(printing(said));
  });
});
