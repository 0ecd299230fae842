import { test } from "bun:test";
import { expectSame } from "../../../builtins/brctl/expect-same.ts";
import { words } from "../../../builtins/brctl/namespaces.ts";

/** Before the lines there are v0 and w0, v1 and w1, v2 and w2, and no bridge */
test.each([
  [
    "a bridge is added once",
    ["brctl addbr b0", "brctl addbr b0", "brctl addbr v0", "brctl addbr lo", "brctl addbr b1 b2", "brctl addbr"],
  ],
  [
    "a bridge is deleted when it is down, with ports or without",
    [
      "brctl delbr nope",
      "brctl addbr b0",
      "brctl addbr b1",
      "brctl addif b0 v0 v1",
      "ip link set b0 up",
      "brctl delbr b0",
      "ip link set b0 down",
      "brctl delbr b0 b1",
      "brctl delbr b0",
      "brctl delbr b1",
      "brctl delbr",
    ],
  ],
  [
    "what is no bridge is not deleted",
    [
      "brctl delbr v0",
      "brctl delbr lo",
      "brctl delbr ''",
      "brctl delbr .",
      "brctl delbr ..",
      "brctl delbr v0/",
      "brctl delbr ../net/v0",
      "brctl delbr --",
      "brctl delbr -- --help",
    ],
  ],
  [
    "the spanning tree protocol is switched by the words that are known",
    [
      "brctl addbr b0",
      "brctl addif b0 v0",
      ...["on", "off", "yes", "no", "1", "0"].flatMap((word) => [`brctl stp b0 ${word}`, "brctl show b0"]),
      ...["foo", "ON", "true", "2", "''", "on off"].map((word) => `brctl stp b0 ${word}`),
      "brctl stp nope on",
      "brctl stp nope foo",
      "brctl stp '' on",
      "brctl stp .. on",
      "brctl stp lo on",
      "brctl stp v0 off",
      "brctl stp b0",
      "brctl stp",
    ],
  ],
] satisfies [string, string[]][])("%s", async (_, lines) => {
  await expectSame(lines.map(words));
});
