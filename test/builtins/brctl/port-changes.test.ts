import { test } from "bun:test";
import { expectSame } from "./expect-same.ts";
import { words } from "./namespaces.ts";

/** Before the lines there are v0 and w0, v1 and w1, v2 and w2, and no bridge */
test.each([
  [
    "devices are joined to a bridge",
    ["brctl addbr b0", "brctl addif b0 w0", "brctl addif b0 v1 v0", "brctl show", "brctl addif", "brctl addif b0"],
  ],
  [
    "a device is joined to one bridge only",
    [
      "brctl addbr b0",
      "brctl addbr b1",
      "brctl addif b0 v0",
      "brctl addif b0 v0",
      "brctl addif b1 v0",
      "brctl addif b1 v1 v1 v2",
      "brctl show",
    ],
  ],
  [
    "what cannot be a port is not joined, and nothing after it",
    [
      "brctl addbr b0",
      "brctl addbr b1",
      "brctl addif b0 lo",
      "brctl addif b0 b1",
      "brctl addif b0 b0",
      "brctl addif b0 nope",
      "brctl addif b0 ''",
      "brctl addif b0 ..",
      "brctl addif b0 v0/",
      "brctl addif b0 longer-than-15-bytes",
      "brctl addif b0 v0 lo v1",
      "brctl addif b0 nope v1",
      "brctl addif b0 v2 nope",
      "brctl show",
    ],
  ],
  [
    "a bridge that has lost its address with its last port is not joined",
    ["brctl addbr b0", "brctl addbr b1", "brctl addif b1 v0", "brctl delif b1 v0", "brctl addif b0 b1"],
  ],
  [
    "what only the kernel knows is said in the same words",
    [
      "brctl addbr b0",
      "ip link property add dev v2 altname other",
      "brctl addbr other",
      "ip link add m1 link v1 address 02:00:00:00:00:21 type macvlan",
      "ip link add m0 link b0 address 02:00:00:00:00:20 type macvlan",
      "brctl addif b0 v1",
      "brctl addif b0 m0",
      "brctl addif b0 v0 v1 w0",
      "brctl show",
    ],
  ],
  [
    "nothing is joined to what is no bridge",
    [
      "brctl addif nope v0",
      "brctl addif nope nope2",
      "brctl addif v1 v2",
      "brctl addif v1 v1",
      "brctl addif lo v1",
      "brctl addif '' v1",
      "brctl addif v1 nope",
      "brctl addif nope lo",
    ],
  ],
  [
    "a port is taken out of its own bridge only",
    [
      "brctl addbr b0",
      "brctl addbr b1",
      "brctl addif b0 v0 v1 v2 w0",
      "brctl delif b1 v0",
      "brctl delif b0 v0",
      "brctl delif b0 v0",
      "brctl delif b0 v1 v1 v2",
      "brctl delif b0 v2 w0",
      "brctl delif b0",
      "brctl delif",
      "brctl show",
    ],
  ],
  [
    "what is no port is not taken out",
    [
      "brctl addbr b0",
      "brctl addif b0 v0 v1",
      "brctl delif b0 lo",
      "brctl delif b0 b0",
      "brctl delif b0 nope",
      "brctl delif b0 ''",
      "brctl delif b0 .",
      "brctl delif nope v0",
      "brctl delif nope nope2",
      "brctl delif v1 v0",
      "brctl delif lo v0",
      "brctl delif b0 v0 lo v1",
      "brctl show b0",
    ],
  ],
] satisfies [string, string[]][])("%s", async (_, lines) => {
  await expectSame(lines.map(words));
});
