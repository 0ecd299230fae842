/**
 * Who has waited for a lab's folder that is another one by now has nothing locked, and waits for the other one.
 */
import { expect, test } from "bun:test";
import { mkdirSync, rmdirSync } from "node:fs";

import { lockLab, LockedLab, lockNow } from "../../lib/labs/lab-lock.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

const NAME = parseLabName("mine");

function locked(): LockedLab {
  const found = lockNow(NAME);
  if (found === "in use") throw new Error("somebody has it");
  return found;
}

test("a lab that was removed and made again is locked by its new folder", async () => {
  const first = locked();
  const { folder } = first.files;
  let waited = 0;
  const again = Promise.withResolvers<"waits again">();
  const waiting = lockLab(NAME, () => {
    waited += 1;
    if (waited === 2) again.resolve("waits again");
  });
  rmdirSync(folder);
  mkdirSync(folder, { mode: 0o700 });
  const second = locked();
  // Or the first one would remove its folder
  mkdirSync(`${folder}/something`);
  first[Symbol.dispose]();
  expect(await Promise.race([again.promise, waiting.then(() => "has it")])).toBe("waits again");
  rmdirSync(`${folder}/something`);
  second[Symbol.dispose]();
  using third = await waiting;
  expect(third.files.folder).toBe(folder);
  expect(lockNow(NAME)).toBe("in use");
});
