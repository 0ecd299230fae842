/** Holders are found by looking at processes, by the label that each was given. */
import { expect, test } from "bun:test";

import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { holdersInSight } from "../../lib/hosts/holders-in-sight.ts";
import { Held, HELD_KINDS } from "../support/machine/held.ts";

test.each(HELD_KINDS)("one with %s is found by its label, whatever is written of it", async (kind) => {
  const label = crypto.randomUUID();
  await using held = await Held.start(kind, label);
  await using unnamed = await Held.start(kind, null);
  const found = holdersInSight().filter((one) => [held.pid, unnamed.pid].includes(one.holder.pid));
  expect(found).toEqual([{ label, kind: "sandbox", holder: identifyHolder(held.pid, kind) }]);
});

test("nobody else is taken for a holder who only says what one would", async () => {
  const label = crypto.randomUUID();
  const other = Bun.spawn(["sleep", "1000"], { env: { WIREWORK_LABEL: label } });
  try {
    expect(holdersInSight().filter((one) => one.label === label)).toEqual([]);
  } finally {
    other.kill("SIGKILL");
    await other.exited;
  }
});
