import { expect, test } from "bun:test";

import { entriesMeant } from "../../lib/resources/entry-after.ts";
import type { Entry } from "../../lib/resources/entry.ts";

const ENTRIES: readonly Entry[] = [
  "10.9.0.0/24 dev A metric 7",
  "10.9.0.0/24 via 10.1.1.3 dev A metric 70",
  "10.9.0.0/24 dev A table 77",
].map((words) => ({ words, isWhole: true, family: "inet", dev: "A", isOfKernel: false }));

test.each<[having: readonly string[], lacking: readonly string[], meant: readonly number[]]>([
  [[], [], [0, 1, 2]],
  [["10.9.0.0/24", "dev A"], [], [0, 1, 2]],
  [["dev A", "metric 7"], [], [0]],
  [["10.9.0.0/24"], ["via", "table"], [0]],
  [["via 10.1.1.3"], ["metric"], []],
  [["10.9.0.0"], [], []],
  [["10.9.0.0/"], [], [0, 1, 2]],
  [["10.9.0"], [], []],
])("having %j and lacking %j", (having, lacking, meant) => {
  const found = entriesMeant(ENTRIES, { is: "there", having, lacking });
  expect(found.map((one) => ENTRIES.indexOf(one))).toEqual([...meant]);
});
