import { test } from "bun:test";
import { expectSame } from "./expect-same.ts";
import { words } from "./namespaces.ts";

/** Before the lines there are v0 and w0, v1 and w1, v2 and w2, and no bridge */
test.each([
  [
    "bridges are shown by name, and their ports below each other",
    [
      "brctl show",
      "brctl show nope",
      "brctl addbr b9",
      "brctl addbr b10",
      "brctl addbr B",
      "brctl addbr fifteen-bytes-x",
      "brctl addif b9 w2",
      "brctl addif b9 v2 v0",
      "brctl addif fifteen-bytes-x w1",
      "brctl stp b10 on",
      "brctl show",
      "brctl show b9",
      "brctl show b9 B b9",
      "brctl show nope b10 lo",
      "brctl show lo nope v0",
      "brctl show ''",
      "brctl show .",
      "brctl show ..",
      "brctl show /",
      "brctl show nope/b9",
      "brctl show -- b9",
      "brctl show --",
    ],
  ],
] satisfies [string, string[]][])("%s", async (_, lines) => {
  await expectSame(lines.map(words));
});
