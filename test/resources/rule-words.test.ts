/**
 * Rules in the words that `ip rule` takes.
 */
import { expect, test } from "bun:test";

import type { SeenRule } from "../../lib/netlink/see/rule.ts";
import { ruleWords } from "../../lib/resources/rule-words.ts";
import { rule } from "../support/kernel/seen-network.ts";
import type { Printed } from "../support/kernel/printed.ts";

test.each<[Partial<Printed<SeenRule>>, string | null]>([
  [{ priority: 0, table: "local" }, "pref 0 from all lookup local"],
  [{ priority: 32766 }, "pref 32766 from all lookup main"],
  [{ from: "10.0.0.0/8", table: "77" }, "pref 100 from 10.0.0.0/8 lookup 77"],
  [{ to: "10.0.0.0/8" }, "pref 100 from all to 10.0.0.0/8 lookup main"],
  [{ family: "inet6", from: "fd00::/8" }, "pref 100 from fd00::/8 lookup main"],
  [{ isInverted: true, from: "10.0.0.0/8" }, "pref 100 not from 10.0.0.0/8 lookup main"],
  [{ tos: 4 }, "pref 100 from all tos 0x04 lookup main"],
  [{ tos: 16 }, "pref 100 from all tos 0x10 lookup main"],
  [{ mark: { value: 255, mask: 0xffff_ffff } }, "pref 100 from all fwmark 0xff lookup main"],
  [{ mark: { value: 255, mask: 0xfff } }, "pref 100 from all fwmark 0xff/0xfff lookup main"],
  [{ mark: { value: 0, mask: 0xff } }, "pref 100 from all fwmark 0x0/0xff lookup main"],
  [{ inputLink: "A", outputLink: "B" }, "pref 100 from all iif A oif B lookup main"],
  [{ users: { first: 0, last: 999 } }, "pref 100 from all uidrange 0-999 lookup main"],
  [{ ipProtocol: 6 }, "pref 100 from all ipproto 6 lookup main"],
  [{ sourcePorts: { first: 80, last: 80 } }, "pref 100 from all sport 80 lookup main"],
  [{ destinationPorts: { first: 80, last: 90 } }, "pref 100 from all dport 80-90 lookup main"],
  [{ suppressPrefix: 0 }, "pref 100 from all lookup main suppress_prefixlength 0"],
  [{ protocol: 4 }, "pref 100 from all lookup main proto 4"],
  [{ table: null, action: "blackhole" }, "pref 100 from all blackhole"],
  [{ table: null, action: "prohibit", protocol: 4 }, "pref 100 from all prohibit proto 4"],
  [{ realms: "7" }, "pref 100 from all lookup main realms 7"],
  [{ table: null, action: "goto 200" }, "pref 100 from all goto 200"],
  [{ unread: "19:1" }, null],
  [
    {
      to: "10.0.0.1",
      tos: 4,
      mark: { value: 1, mask: 1 },
      inputLink: "A",
      outputLink: "B",
      users: { first: 1, last: 2 },
      ipProtocol: 17,
      sourcePorts: { first: 3, last: 4 },
      destinationPorts: { first: 5, last: 5 },
      table: "7",
      suppressPrefix: 8,
      protocol: 9,
    },
    "pref 100 from all to 10.0.0.1 tos 0x04 fwmark 0x1/0x1 iif A oif B uidrange 1-2 ipproto 17 sport 3-4 dport 5 lookup 7 suppress_prefixlength 8 proto 9",
  ],
])("%j is %j", (seen, words) => {
  expect(ruleWords(rule(seen))).toBe(words);
});
