import { describe, expect, test } from "bun:test";

import { flagsIn } from "../../../lib/programs/docker/daemon-flags.ts";
import { DAEMON } from "../../../lib/programs/docker/options/daemon-options.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";

const read = (words: string) => flagsIn(words.split(" ")).map(({ name, value }) => [name, value]);

test.each([
  [
    "--mtu 1400 -b=x",
    [
      ["mtu", "1400"],
      ["bridge", "x"],
    ],
  ],
  [
    "-bx --icc",
    [
      ["bridge", "x"],
      ["icc", null],
    ],
  ],
  [
    "--icc=false -H :1",
    [
      ["icc", "false"],
      ["host", ":1"],
    ],
  ],
  [
    "-Db x",
    [
      ["debug", null],
      ["bridge", "x"],
    ],
  ],
  [
    "-DD",
    [
      ["debug", null],
      ["debug", null],
    ],
  ],
  ["-g /data", [["data-root", "/data"]]],
  ["-x --mtu 1400", [["mtu", "1400"]]],
  ["word - --mtu 1400", [["mtu", "1400"]]],
  ["--", []],
])("options are read as the daemon reads them: %s", (words, flags) => {
  expect(read(words)).toEqual(flags);
});

describe("the value of an option is no option itself", () => {
  test.each([
    ["--label --mtu=1300", [["label", "--mtu=1300"]]],
    [
      "--log-level -b --icc",
      [
        ["log-level", "-b"],
        ["icc", null],
      ],
    ],
    [
      "--debug -b x",
      [
        ["debug", null],
        ["bridge", "x"],
      ],
    ],
  ])("%s", (words, flags) => {
    expect(read(words)).toEqual(flags);
  });
});

test("each is found with the word that it stands in", () => {
  expect(flagsIn("-Db x --mtu=1400".split(" ")).map(({ word }) => word)).toEqual(["--debug", "-Db", "--mtu=1400"]);
});

/** An option in dockerd's help: its letter, its name, and the kind of its value */
const OPTION = /^ +(?:-(\w), )? *--([\w-]+)(?: ([a-z]\S*))?/gm;

describeOnDocker("dockerd itself", () => {
  test("has no option that is unknown here, and each takes a value or none as it does there", () => {
    const options = [...Bun.spawnSync(["dockerd", "--help"]).stdout.toString().matchAll(OPTION)];
    expect(options.length).toBeGreaterThan(50);
    for (const [, letter, name, value] of options) {
      const { takes: [parameter] = [] } = DAEMON.words[`--${name}`] ?? {};
      const isSwitch = parameter?.needed === "in the option's word";
      expect([name, parameter !== undefined, isSwitch]).toEqual([name, true, value === undefined]);
      if (letter !== undefined) expect([letter, DAEMON.words[`-${letter}`]?.same]).toEqual([letter, `--${name}`]);
    }
  });
});
