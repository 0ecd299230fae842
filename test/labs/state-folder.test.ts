/** The folder of labs is the user's alone, on the whole way to it. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { labelOf, namedBy } from "../../lib/labs/label.ts";
import { LabError } from "../../lib/labs/lab-error.ts";
import { filesOf } from "../../lib/labs/lab-folder.ts";
import { listLabs, namesIn } from "../../lib/labs/labs.ts";
import { NO_SUM, seal } from "../../lib/labs/sealed.ts";
import {
  findStateFolder,
  makeStateFolder,
  requireOurs,
  stateFolderPath,
  tidyStateFolder,
} from "../../lib/labs/state-folder.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";
import { emptyFolder } from "../support/recipe-file.ts";

withOwnLabs();

const IS_ROOT = process.geteuid?.() === 0;

const remove = () => rmSync(dirname(stateFolderPath()), { recursive: true, force: true });
beforeEach(remove);
afterEach(remove);

test("it is there once it is made, and gone once nothing is in it", () => {
  expect(findStateFolder()).toBeNull();
  const made = makeStateFolder();
  expect(made).toBe(stateFolderPath());
  expect(makeStateFolder()).toBe(made);
  expect(findStateFolder()).toBe(made);
  for (const folder of [made, dirname(made)]) expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(made, "something"), "");
  tidyStateFolder();
  expect(findStateFolder()).toBe(made);
  rmSync(join(made, "something"));
  tidyStateFolder();
  expect(existsSync(dirname(made))).toBe(false);
  tidyStateFolder();
});

test("one of which only the first half is there is none", () => {
  mkdirSync(dirname(stateFolderPath()), { mode: 0o700 });
  expect(findStateFolder()).toBeNull();
});

describe.each(["labs", "its folder"])("where others have to do with %s", (which) => {
  const place = () => (which === "labs" ? stateFolderPath() : dirname(stateFolderPath()));

  test.each([0o710, 0o701, 0o704, 0o740, 0o720, 0o702])("by its mode %i, it is refused", (mode) => {
    makeStateFolder();
    chmodSync(place(), mode);
    expect(() => findStateFolder()).toThrow(LabError);
    expect(() => makeStateFolder()).toThrow(LabError);
    chmodSync(place(), 0o700);
    expect(findStateFolder()).toBe(stateFolderPath());
  });

  test("a link or a file in its place is refused", () => {
    mkdirSync(dirname(place()), { recursive: true, mode: 0o700 });
    symlinkSync(emptyFolder(), place());
    const link = expect.objectContaining({ name: "LabError", message: expect.stringMatching(/ link$/) });
    expect(() => findStateFolder()).toThrow(link);
    expect(() => makeStateFolder()).toThrow(LabError);
    rmSync(place());
    writeFileSync(place(), "", { mode: 0o600 });
    expect(() => findStateFolder()).toThrow(LabError);
  });
});

test("one that is somebody else's, or not there, is refused", () => {
  const found = statSync(emptyFolder());
  found.mode = 0o40700;
  expect(() => requireOurs("/x", found)).not.toThrow();
  found.uid += 1;
  expect(() => requireOurs("/x", found)).toThrow(LabError);
  expect(() => requireOurs("/x", undefined)).toThrow(LabError);
});

/** For a moment, what the session's own folder is said to be */
function saying(folder: string, body: () => void): void {
  const before = process.env["XDG_RUNTIME_DIR"] ?? "";
  process.env["XDG_RUNTIME_DIR"] = folder;
  try {
    body();
  } finally {
    process.env["XDG_RUNTIME_DIR"] = before;
  }
}

if (IS_ROOT) {
  test("root's is below /run, whatever the session says", () => {
    saying(emptyFolder(), () => expect(stateFolderPath()).toBe("/run/wirework/labs"));
  });
} else {
  test("an ordinary user's is where the session says, which is to be nobody else's to write to", () => {
    const folder = emptyFolder();
    saying(folder, () => {
      expect(stateFolderPath()).toBe(`${folder}/wirework/labs`);
      for (const mode of [0o720, 0o702]) {
        chmodSync(folder, mode);
        expect(() => stateFolderPath()).toThrow(LabError);
      }
      chmodSync(folder, 0o755);
    });
    saying(join(folder, "nowhere"), () => expect(() => stateFolderPath()).toThrow(LabError));
    const user = process.geteuid?.() ?? -1;
    saying("relative", () =>
      expect([`/run/user/${user}/wirework/labs`, `/tmp/wirework-labs-${user}/labs`]).toContain(stateFolderPath()),
    );
  });
}

test("a label names a lab whose record would be here, and no other", () => {
  const name = parseLabName("web");
  const label = labelOf(name);
  expect(namedBy(label)).toBe(name);
  expect(label.split(" ")).toEqual(["web", expect.stringMatching(/^mnt:\[\d+\]$/), stateFolderPath()]);
  for (const other of [`${label}s`, label.replace("mnt:", "net:"), "web", "", label.replace("web", "../web")])
    expect(namedBy(other)).toBeNull();
});

test("labs are listed by name, those without a record only by their folders", () => {
  expect(listLabs()).toEqual([]);
  const state = makeStateFolder();
  for (const name of ["web", "db", "Not a lab", "empty"]) mkdirSync(join(state, name));
  for (const name of ["web", "db"])
    writeFileSync(filesOf(state, parseLabName(name)).record, seal('{"schema":1}', NO_SUM));
  expect<readonly string[]>(namesIn(state)).toEqual(["db", "empty", "web"]);
  expect(listLabs()).toEqual(
    ["db", "web"].map((name) => ({ name: parseLabName(name), record: { schema: 1 } as never })),
  );
});
