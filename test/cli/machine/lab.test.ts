/** A run on this machine takes a name that no lab has, and leaves the lab that has it to others. */
import { expect, test } from "bun:test";

import { freshLab } from "../../../lib/cli/machine/lab.ts";
import { lockLab, lockNow, type LockedLab } from "../../../lib/labs/lab-lock.ts";
import { parseLabName } from "../../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../../support/machine/own-labs.ts";

withOwnLabs();

const WEB = parseLabName("web");
const RECORD = { schema: 1, name: WEB } as Parameters<LockedLab["write"]>[0]; // as much as is read here

test("a lab of the recipe's name can be removed while the run goes on", async () => {
  {
    using web = await lockLab(WEB, () => {});
    web.write(RECORD);
  }
  const fresh = await freshLab("web");
  using _running = fresh.locked;
  expect<string>(fresh.name).toBe("web-2");
  const other = lockNow(WEB);
  if (other === "in use") throw new Error("the run holds the other lab");
  other.forget();
  other[Symbol.dispose]();
});
