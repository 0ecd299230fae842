/** Whoever is not root has labs where the session says, or the session manager made a folder, or else in /tmp. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describeAsRoot } from "../support/machine/as-root.ts";
import { enterPrivateMachine } from "../support/machine/private-machine.ts";
import { emptyFolder } from "../support/recipe-file.ts";

enterPrivateMachine();

const IS_ROOT = process.geteuid?.() === 0;

/** Nobody, where root can become that */
const USER = IS_ROOT ? 65_534 : (process.geteuid?.() ?? -1);

const SCRIPT = `
  import { makeStateFolder, stateFolderPath } from ${JSON.stringify(join(import.meta.dir, "../../lib/labs/state-folder.ts"))};
  if (process.geteuid() === 0) process.seteuid(${USER});
  try {
    console.log(process.argv.at(-1) === "makes" ? makeStateFolder() : stateFolderPath());
  } catch ({ name, cause, tryThis, message }) {
    console.log([name, cause, tryThis, /E[A-Z]+(?=:)/.exec(message) ?? ""].join("; "));
  }`;

/** The folder of that user where the session says this, or nothing; or the error */
function folderWhere(session: string | null, does: "asks" | "makes" = "asks"): string {
  const { stdout } = Bun.spawnSync([process.execPath, "--no-env-file", "-e", SCRIPT, does], {
    env: { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0", ...(session === null ? {} : { XDG_RUNTIME_DIR: session }) },
    stderr: "inherit",
  });
  return stdout.toString().trim();
}

/** A folder of that user's, with this mode */
function own(mode: number): string {
  const folder = join(emptyFolder(), "own");
  mkdirSync(folder);
  if (IS_ROOT) chownSync(folder, USER, USER);
  chmodSync(folder, mode);
  chmodSync(join(folder, ".."), 0o755);
  return folder;
}

/** In words of our own */
const REFUSED = "LabError; XDG_RUNTIME_DIR names it; unset XDG_RUNTIME_DIR;";

test.each([0o700, 0o755, 0o711])("a folder of the session's with the mode %i is taken", (mode) => {
  const folder = own(mode);
  expect(folderWhere(folder)).toBe(`${folder}/wirework/labs`);
  expect(folderWhere(folder, "makes")).toBe(`${folder}/wirework/labs`);
});

test.each([0o720, 0o702, 0o777])("one with the mode %i is refused", (mode) => {
  expect(folderWhere(own(mode))).toBe(REFUSED);
});

test("one that leads to one of that user's is taken; one that is not there, or no folder, is refused", () => {
  const folder = own(0o700);
  const beside = join(folder, "../link");
  symlinkSync(folder, beside);
  writeFileSync(join(folder, "../file"), "");
  expect(folderWhere(beside)).toBe(`${beside}/wirework/labs`);
  expect(folderWhere(join(folder, "nowhere"))).toBe(REFUSED);
  expect(folderWhere(join(folder, "../file"))).toBe(REFUSED);
  expect(folderWhere("/run")).toBe(REFUSED);
  const closed = own(0o000);
  expect(folderWhere(join(closed, "nobody can see it"))).toBe(`${REFUSED} EACCES`);
  chmodSync(closed, 0o700);
});

test("in one that nobody can write to, no folder can be made", () => {
  expect(folderWhere(own(0o500), "makes")).toMatch(/^LabError; EACCES.*; ;$/);
});

describeAsRoot("where the session says nothing, or no absolute path", () => {
  const usual = `/run/user/${USER}`;
  beforeAll(() => rmSync(usual, { recursive: true, force: true }));
  afterAll(() => rmSync(usual, { recursive: true, force: true }));

  test.each([null, "", "relative", "."])("as %j, the session manager's folder is taken, where it is", (session) => {
    const inTmp = `/tmp/wirework-labs-${USER}/labs`;
    expect(folderWhere(session)).toBe(inTmp);
    mkdirSync(usual, { recursive: true, mode: 0o700 });
    chmodSync("/run/user", 0o700);
    expect(folderWhere(session)).toBe(inTmp);
    chmodSync("/run/user", 0o755);
    expect(folderWhere(session)).toBe(inTmp);
    chownSync(usual, USER, USER);
    expect(folderWhere(session)).toBe(`${usual}/wirework/labs`);
    chmodSync(usual, 0o770);
    expect(folderWhere(session)).toBe(inTmp);
    rmSync(usual, { recursive: true });
    expect(existsSync(usual)).toBe(false);
  });
});
