/**
 * What a script makes sure of before anything is touched.
 */
import { describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { bashText } from "../../../lib/script/functions.ts";
import { emptyFolder } from "../../support/recipe-file.ts";
import { printing, run } from "./in-bash.ts";

const BEGUN = printing("begun");
const REFUSED = { status: 2, stdout: "" };

/** Programs that are there: what each of them does */
function folderOf(programs: Readonly<Record<string, string>>): string {
  const folder = join(emptyFolder(), "programs");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  for (const name of ["cat", "id"]) symlinkSync(`/usr/bin/${name}`, join(folder, name));
  return folder;
}

interface Machine {
  /** That the script takes */
  readonly takes?: readonly string[];
  /** That are there */
  readonly has?: Readonly<Record<string, string>>;
  readonly user?: number;
  readonly bash?: number;
  readonly steps?: string;
}

/** Begins a script on a machine that has no programs but these */
function begin({ takes = [], has = {}, user = 0, bash = 404, steps = "" }: Machine) {
  const text = bashText("start")
    .replace("$EUID", String(user))
    .replace("BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]", String(bash))
    .replaceAll(":/usr/local/sbin:/usr/sbin:/sbin", `:${folderOf({ "from-sbin": "echo from sbin" })}`);
  return run(
    ["bash"],
    [
      `set -euo pipefail; NAME=test; PROGRAMS=(${takes.join(" ")}); PATH=${folderOf(has)}`,
      text,
      steps,
      "echo begun",
    ].join("\n"),
    "",
  );
}

describe("a bash", () => {
  test.each([
    [404, BEGUN],
    [500, BEGUN],
    [403, { ...REFUSED, stderr: expect.stringContaining("4.4") as string }], // a matcher of strings
  ])("of version %d", (bash, said) => {
    expect(begin({ bash })).toEqual(said);
  });
});

describe("a program", () => {
  test.each([
    ["brctl", "bridge-utils"],
    ["ip", "iproute2"],
    ["iptables", "iptables"],
    ["perl", "perl-base"],
    ["ping", "iputils-ping"],
  ])("that is missing is named with its package: %s, %s", (program, of) => {
    expect(begin({ takes: ["cat", program] })).toEqual({
      ...REFUSED,
      stderr: `test: ${program} is not installed: sudo apt-get install ${of}\n`,
    });
  });

  test("of no package that is known is named alone", () => {
    expect(begin({ takes: ["some"] })).toEqual({ ...REFUSED, stderr: "test: some is not installed\n" });
  });

  test("is found where only root looks for it, after the others", () => {
    expect(begin({ takes: ["cat", "from-sbin"], steps: "from-sbin" })).toEqual(printing("from sbin", "begun"));
    expect(begin({ takes: ["from-sbin"], has: { "from-sbin": "echo other" }, steps: "from-sbin" })).toEqual(
      printing("other", "begun"),
    );
  });

  test("is no function of the shell's, and speaks as all understand it", () => {
    expect(begin({ takes: ["echo"] })).toMatchObject(REFUSED);
    expect(begin({ has: { speak: 'echo "$LC_ALL"' }, steps: "unset LC_ALL; LC_ALL=C; speak" })).toEqual(
      printing("", "begun"),
    );
    expect(begin({ has: { speak: 'echo "$LC_ALL"' }, steps: "speak" })).toEqual(printing("C", "begun"));
  });
});

describe("sudo", () => {
  const SAY = 'echo "${0##*/} $*"';

  test("is not needed by root, and tells what it has run", () => {
    const steps = `sudo say 'a  b'; sudo fail a b || echo "$? $AS_ROOT"`;
    expect(begin({ has: { say: 'echo "$# $1"', fail: "exit 7" }, steps })).toEqual(
      printing("1 a  b", "7 sudo fail a b", "begun"),
    );
  });

  test("runs a command of another user's, by itself where it is there", () => {
    expect(begin({ has: { sudo: SAY, setpriv: SAY }, steps: "sudo -u nobody say a" })).toEqual(
      printing("sudo -u nobody say a", "begun"),
    );
    expect(begin({ has: { setpriv: SAY }, steps: "sudo -u root say a" })).toEqual(
      printing("setpriv --reuid=root --regid=0 --clear-groups say a", "begun"),
    );
    const failing = { setpriv: "exit 5" };
    expect(begin({ has: failing, steps: "sudo -u root say a || echo $?" })).toEqual(printing("5", "begun"));
    const steps = "sudo -u root say a || echo $?";
    expect(begin({ has: { ...failing, sudo: "exit 6" }, steps })).toEqual(printing("6", "begun"));
  });

  test.each<readonly [sudo: string | null, isRefused: boolean]>([
    ['[ "$*" = true ]', false],
    ["exit 1", true],
    [null, true],
  ])("is needed by others: %j", (sudo, isRefused) => {
    const said = begin({ user: 1000, has: sudo === null ? {} : { sudo } });
    if (isRefused) expect(said).toEqual({ ...REFUSED, stderr: expect.stringContaining("sudo") as string });
    else expect(said).toEqual(BEGUN);
  });
});

describe("Docker", () => {
  const ANSWERS = { docker: '[ "$*" = version ] && echo answer && echo error >&2' };
  const SILENT = { docker: "exit 1" };

  test("answers a script that takes it", () => {
    expect(begin({ takes: ["cat", "docker"], has: ANSWERS })).toEqual(BEGUN);
    expect(begin({ takes: ["docker", "cat"], has: ANSWERS })).toEqual(BEGUN);
    expect(begin({ takes: ["docker", "cat"], has: SILENT })).toEqual({
      ...REFUSED,
      stderr: expect.stringContaining("sudo service docker start") as string, // a matcher of strings
    });
  });

  test("is not asked by others", () => {
    expect(begin({ takes: ["cat"], has: SILENT })).toEqual(BEGUN);
  });
});
