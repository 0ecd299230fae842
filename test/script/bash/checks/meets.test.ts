/**
 * The way of a packet through the rules that `iptables -S` lists, as a script finds it.
 */
import { describe, expect, test } from "bun:test";

import { printing, tried } from "../in-bash.ts";

const LAST = "-P FORWARD DROP";
const listed = (...rules: readonly string[]) => [LAST, "-N OURS", "-N THEIRS", ...rules].join("\\n");
const forward = (rule: string) => `-A FORWARD ${rule}`;
const ours = (rule: string) => `-A OURS ${rule}`;
const ALL = forward("-j ACCEPT");
const SOME = forward("-i eth0 -j ACCEPT");
const TO_OURS = forward("-j OURS");

/** What is listed, the groups of words that are to be met, and the rules that are met then; `null` where they are not */
const WAYS: readonly (readonly [listing: string, groups: readonly string[], met: readonly string[] | null])[] = [
  // A rule for all packets is the last that is met
  [listed(SOME, ALL), ["ACCEPT"], [SOME]],
  [listed(SOME, ALL), ["-i eth0", "FORWARD -j ACCEPT"], [SOME, ALL]],
  [listed(ALL, SOME), ["-i eth0"], null],
  [listed(ALL), ["DROP"], null],
  ...["ACCEPT", "DROP", "REJECT", "DNAT", "SNAT", "MASQUERADE", "REDIRECT"].map(
    (target) => [listed(forward(`-j ${target}`), SOME), ["eth0"], null] as const,
  ),
  [listed(forward("-j LOG"), SOME), ["LOG", "eth0"], [forward("-j LOG"), SOME]],
  [listed(forward("-m comment --comment all -j DROP"), SOME), ["eth0"], null],
  [listed(forward('-m comment --comment "a -j b" -j DROP'), SOME), ["eth0"], null],
  [listed(forward("-m comment --comment a -i b -j DROP"), SOME), ["eth0"], [SOME]],
  [listed(forward("-m mark --mark 1 -j DROP"), SOME), ["eth0"], [SOME]],
  [listed(forward("-i eth1"), SOME), ["eth1", "eth0"], [forward("-i eth1"), SOME]],
  // At the end the policy is met, and that only where packets get so far
  [listed(SOME), ["eth0", "DROP"], [SOME, LAST]],
  [listed(SOME), ["DROP", "eth0"], null],
  ["-P INPUT ACCEPT\\n-P FORWARD DROP", ["ACCEPT"], null],
  // What a rule jumps to is followed, and after it the rest
  [listed(TO_OURS, SOME, ours("-i eth1 -j DROP")), ["eth1", "eth0"], [ours("-i eth1 -j DROP"), SOME]],
  [listed(TO_OURS, SOME, ours("-j DROP")), ["DROP"], [ours("-j DROP")]],
  [listed(TO_OURS, SOME, ours("-j DROP")), ["eth0"], null],
  [listed(forward("-i eth1 -j OURS"), SOME, ours("-j DROP")), ["DROP", "eth0"], [ours("-j DROP"), SOME]],
  [listed(TO_OURS, SOME, ours("-j RETURN"), ours("-i eth1 -j DROP")), ["eth1"], null],
  [listed(TO_OURS, SOME, ours("-j RETURN")), ["RETURN", "eth0"], [ours("-j RETURN"), SOME]],
  [listed(TO_OURS, SOME, ours("-i a -j RETURN"), ours("-i b -j DROP")), ["b", "eth0"], [ours("-i b -j DROP"), SOME]],
  [listed(TO_OURS, SOME, ours("-j THEIRS"), "-A THEIRS -j DROP"), ["eth0"], null],
  [listed(TO_OURS, SOME), ["OURS", "eth0"], [TO_OURS, SOME]],
  ...["-g", "--goto"].map((word) => [listed(forward(`${word} OURS`), SOME), ["eth0"], null] as const),
  ...["-g", "--goto"].map((word) => [listed(forward(`${word} OURS`), SOME), ["DROP"], [LAST]] as const),
  [listed(forward("--jump OURS"), SOME, ours("-j DROP")), ["eth0"], null],
  [listed(forward("-i eth1 -g OURS"), SOME), ["eth0"], [SOME]],
  // Groups are met one after the other, the words of one in any order, each by a rule of its own
  [listed(SOME, TO_OURS), ["OURS\\neth0"], [SOME, TO_OURS]],
  [listed(SOME, TO_OURS), ["OURS", "eth0"], null],
  [listed(SOME, TO_OURS), ["eth0\\neth0"], null],
  [listed(SOME, TO_OURS), ["eth0", "eth0"], null],
  [listed(SOME, TO_OURS), ["eth0\\neth9"], null],
  [listed(SOME, TO_OURS, ALL), ["OURS\\neth0", "-j ACCEPT"], null],
  [listed(TO_OURS, SOME, ALL), ["OURS", "eth0\\nFORWARD -j ACCEPT"], [TO_OURS, SOME, ALL]],
  // Words are whole ones, side by side; after ! they are another condition
  [listed(SOME), ["eth"], null],
  [listed(SOME), ["-i -j"], null],
  [listed(SOME), ["-i eth0 -j ACCEPT"], [SOME]],
  [listed(SOME), ["-A FORWARD"], [SOME]],
  [listed(SOME), ["-i eth0 -j ACCEPT more"], null],
  [listed(forward("! -i eth0 -j ACCEPT")), ["-i eth0"], null],
  [listed(forward("! -i eth0 -j ACCEPT")), ["! -i eth0"], [forward("! -i eth0 -j ACCEPT")]],
  [listed(forward("! -i eth0 -o eth1 -j DROP")), ["-o eth1"], [forward("! -i eth0 -o eth1 -j DROP")]],
  [
    listed(forward('-m comment --comment "a b" -i eth0 -j DROP')),
    ['--comment "a b"'],
    [forward('-m comment --comment "a b" -i eth0 -j DROP')],
  ],
  [listed(forward('-m comment --comment "a b" -i eth0 -j DROP')), ["a b"], null],
];

describe("of rules", () => {
  test.each(WAYS)("%s, a packet meets %j: %j", (listing, groups, met) => {
    const words = groups.map((group) => `$'${group}'`).join(" ");
    expect(tried("meets", `meets FORWARD ${words} -- say '${listing}\\n'`)).toEqual(
      printing(...(met === null ? ["1"] : ["0", ...met])),
    );
  });

  test("that lead back to where they come from, none is followed for ever", () => {
    const { status, stderr } = tried("meets", `meets FORWARD DROP -- say '${listed(TO_OURS, ours("-j OURS"))}\\n'`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "rules lead back to OURS\n" });
  });

  test("none are met where they can't be listed", () => {
    expect(tried("meets", `meets FORWARD DROP -- say '${listed(SOME)}\\n' error 3`)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^3\n/) as string, // a matcher of strings
    });
  });
});
