import { test } from "bun:test";
import { expectSame } from "../../../builtins/brctl/expect-same.ts";
import { POWERLESS, words } from "../../../builtins/brctl/namespaces.ts";

test("without the capability the kernel's refusal is said, unless brctl sees what is wrong first", async () => {
  const given = ["link add b0 type bridge", "link set v0 master b0", "link add b1 type bridge", "link set b1 up"];
  const lines = [
    "brctl addbr b2",
    "brctl addbr b0",
    "brctl delbr nope",
    "brctl delbr v0",
    "brctl delbr b0",
    "brctl delbr b1",
    "brctl addif b0 v1",
    "brctl addif b0 v0",
    "brctl addif b0 b1",
    "brctl addif b0 lo",
    "brctl addif b0 nope",
    "brctl addif nope v0",
    "brctl addif v1 v0",
    "brctl delif b0 v0",
    "brctl delif b0 v1",
    "brctl delif nope v0",
    "brctl delif v1 v0",
    "brctl stp b0 on",
    "brctl stp b0 foo",
    "brctl stp nope on",
    "brctl stp v0 on",
    "brctl show",
  ];
  await expectSame(lines.map(words), { given, wrapper: POWERLESS });
});
