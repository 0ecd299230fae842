/**
 * Commands as they are looked up before they are run, in the root of a process.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findObstacle, placesOf } from "../../../../../lib/builtins/docker/engine/process/container-command.ts";

const folder = mkdtempSync(join(tmpdir(), "command-"));
const descriptors = () => [...new Bun.Glob("*").scanSync({ cwd: "/proc/self/fd", onlyFiles: false })].length;

beforeAll(() => {
  for (const name of ["one", "two", "two/program"]) mkdirSync(join(folder, name));
  for (const [name, mode] of [
    ["one/plain", 0o644],
    ["two/plain", 0o755],
    ["one/tool", 0o755],
  ] as const) {
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), mode);
  }
  symlinkSync("tool", join(folder, "one/link"));
  symlinkSync("nowhere", join(folder, "one/dangling"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const obstacle = (program: string, workingFolder = folder, environment = ["PATH=$/one:$/two"]) =>
  findObstacle(process.pid, {
    command: [program.replace("$", folder), "word"],
    environment: environment.map((entry) => entry.replaceAll("$", folder)),
    workingFolder,
  });

describe("nothing is in the way of", () => {
  test.each([
    ["a program in a folder of the search path", "tool"],
    ["a program in a later folder, where an earlier one has a plain file", "plain"],
    ["a link to a program", "link"],
    ["a program by its path", "$/one/tool"],
    ["a program by its path from the working folder", "one/tool"],
    ["a program by such a path with dots", "./one/../one/tool"],
  ])("%s", (_what, program) => {
    const before = descriptors();
    expect(obstacle(program)).toBeNull();
    expect(descriptors()).toBe(before);
  });
});

describe("what can't be run has an exit status and a reason:", () => {
  const unusable = (what: string) => `unable to start container process: exec: ${what}: unknown`;

  test.each<[what: string, program: string, exitCode: 126 | 127, reason: string]>([
    ["a name that nobody has", "nosuch", 127, unusable('"nosuch": executable file not found in $PATH')],
    ["a folder by its name", "program", 127, unusable('"program": executable file not found in $PATH')],
    ["a link to nothing", "dangling", 127, unusable('"dangling": executable file not found in $PATH')],
    ["no name at all", "", 127, unusable('"": executable file not found in $PATH')],
    ["a path to nothing", "one/no", 127, unusable('"one/no": stat one/no: no such file or directory')],
    ["a path to a plain file", "one/plain", 126, unusable('"one/plain": permission denied')],
    ["a path to a folder", "two/program", 126, unusable('"two/program": permission denied')],
  ])("%s", (_what, program, exitCode, reason) => {
    expect(obstacle(program)).toEqual({ reason, exitCode });
  });

  test("a working folder that isn't there", () => {
    expect(obstacle("tool", "/no/such")).toEqual({
      reason:
        'unable to start container process: chdir to cwd ("/no/such") set in config.json failed: no such file or directory: unknown',
      exitCode: 127,
    });
  });

  test("a working folder that is no path from the root", () => {
    expect(obstacle("tool", "one")).toEqual({ reason: "Cwd must be an absolute path: unknown", exitCode: 128 });
  });

  test("an environment without a search path", () => {
    expect(obstacle("tool", "/", [])).toMatchObject({ exitCode: 127 });
    expect(obstacle("tool", "/", ["XPATH=$/one"])).toMatchObject({ exitCode: 127 });
  });
});

describe("placesOf() names", () => {
  const places = (program: readonly string[], environment: readonly string[]) =>
    placesOf({ command: program, environment, workingFolder: "/srv" });

  test.each<[what: string, program: readonly string[], environment: readonly string[], expected: readonly string[]]>([
    ["each folder of the search path in its order", ["ls"], ["A=1", "PATH=/b:/a"], ["/b/ls", "/a/ls"]],
    ["those of the last search path", ["ls"], ["PATH=/a", "PATH=/b", "C=/c"], ["/b/ls"]],
    ["the name alone without one", ["ls"], [], ["ls"]],
    ["a path as it is", ["/x/ls"], ["PATH=/b"], ["/x/ls"]],
    ["a path from the working folder", ["x/ls"], ["PATH=/b"], ["/srv/x/ls"]],
    ["the search path's folders of no command", [], ["PATH=/b"], ["/b"]],
  ])("%s", (_what, program, environment, expected) => {
    expect(places(program, environment)).toEqual(expected);
  });
});
