/**
 * Only what a lab has made is removed.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { inspecting, wayBack } from "./engine-with.ts";

const OURS = {
  ...inspecting("1d", { name: "ours", isLabs: true }),
  ...inspecting("2d", { name: "also", isLabs: true }),
};
const THEIRS = { ...OURS, ...inspecting("3d", { name: "theirs" }), ...inspecting("4d", { name: "others" }) };

test.each(["rm -f ours", "rm ours also", "rm none", "rm -l ours/db", "rm --link /ours/db", "rm -v ours"])(
  "docker %s leaves nothing to bring back",
  async (line) => {
    expect(await wayBack(`docker ${line}`, OURS, {})).toMatchObject({ argv: `docker ${line}`, before: [], after: [] });
  },
);

test.each([
  ["rm theirs", "theirs"],
  ["rm ours theirs others", "theirs"],
  ["rm -f 4d 3d", "others"],
  ["rm -l theirs/db", "theirs"],
  ["rm --link ours/db /others/db", "others"],
  ["rm --nonsense theirs", "theirs"],
])("docker %s does not run, for %s", async (line, name) => {
  const error: unknown = await wayBack(`docker ${line}`, THEIRS, {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotUndo);
  expect(error).toMatchObject({ command: `docker ${line}`, message: expect.stringContaining(line) });
  expect(String((error as CannotUndo).cause)).toContain(` ${name} `); // an error has a cause
});
