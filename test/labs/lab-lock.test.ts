/** A lab that somebody has is nobody else's, and one that nobody made leaves nothing. */
import { afterEach, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";

import { freshLab } from "../../lib/cli/machine/lab.ts";
import { LabError } from "../../lib/labs/lab-error.ts";
import { lockIfFree, lockLab, lockNow, settledLab, type LockedLab } from "../../lib/labs/lab-lock.ts";
import { findStateFolder, makeStateFolder, stateFolderPath } from "../../lib/labs/state-folder.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

const NAME = parseLabName("mine");
const RECORD = { schema: 1, name: NAME } as Parameters<LockedLab["write"]>[0]; // as much as is read here

afterEach(() => expect(existsSync(stateFolderPath())).toBe(false));

function locked(): LockedLab {
  const found = lockNow(NAME);
  if (found === "in use") throw new Error("somebody has it");
  return found;
}

const never = () => {
  throw new Error("nobody had it");
};

test("a lab that is locked is in use until it is let go, and then it is absent", () => {
  expect(lockIfFree(makeStateFolder(), NAME)).toBe("absent");
  {
    using mine = locked();
    expect(mine.read()).toBeNull();
    expect(lockNow(NAME)).toBe("in use");
    expect(lockIfFree(stateFolderPath(), NAME)).toBe("in use");
  }
  expect(findStateFolder()).toBeNull();
});

test("one with a record stays when it is let go, until it is forgotten, with all files of ours", async () => {
  {
    using mine = await lockLab(NAME, never);
    mine.write(RECORD);
  }
  expect(await settledLab(NAME, never)).toEqual(RECORD);
  {
    const found = lockIfFree(stateFolderPath(), NAME);
    if (typeof found === "string") throw new Error(found);
    using mine = found;
    expect(mine.read()).toEqual(RECORD);
    const { files } = mine;
    for (const file of [`${files.record}.new`, files.journal, files.report]) writeFileSync(file, "");
    mine.forget();
    expect(readdirSync(files.folder)).toEqual([]);
    mine.forget();
  }
  expect(await settledLab(NAME, never)).toBeNull();
});

test("there is no lab where there is no folder of it", async () => {
  expect(await settledLab(NAME, never)).toBeNull();
  using other = await lockLab(parseLabName("other"), never);
  expect(await settledLab(NAME, never)).toBeNull();
  other.forget();
});

test("who looks at a lab that somebody changes waits, is told once, and sees what has become of it", async () => {
  let told = 0;
  const mine = locked();
  const looking = settledLab(NAME, () => (told += 1));
  expect(told).toBe(1);
  mine.write(RECORD);
  mine[Symbol.dispose]();
  expect(await looking).toEqual(RECORD);
  expect(told).toBe(1);
  using again = locked();
  again.forget();
});

test("a lab's folder that others may look into is refused", async () => {
  const folder = `${makeStateFolder()}/mine`;
  mkdirSync(folder);
  Bun.spawnSync(["chmod", "755", folder]);
  expect(() => lockNow(NAME)).toThrow(LabError);
  await expect(lockLab(NAME, never)).rejects.toThrow(LabError);
  expect(() => lockIfFree(stateFolderPath(), NAME)).toThrow(LabError);
  Bun.spawnSync(["chmod", "700", folder]);
  locked()[Symbol.dispose]();
});

test("a lab of a recipe's name can be removed while a run of the recipe on this machine goes on", async () => {
  {
    using mine = locked();
    mine.write(RECORD);
  }
  const fresh = await freshLab(NAME);
  using _running = fresh.locked;
  expect<string>(fresh.name).toBe("mine-2");
  using mine = locked();
  mine.forget();
});
