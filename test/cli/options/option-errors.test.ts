import { describe, expect, test } from "bun:test";

import { parseArguments } from "../../../lib/cli/options/arguments.ts";
import { refusalOf } from "../some-options.ts";

describe("an unknown option", () => {
  test.each([
    ["--form", "--from"],
    ["--form=10.1.1.1", "--from"],
    ["--dryrun", "--dry-run"],
    ["-from", "--from"],
    ["--f", "-f"],
    ["-qx", "-q"],
    ["--no-instal", "--no-install"],
    ["--From", "--from"],
  ])("%s is refused, naming %s", (word, meant) => {
    const [flag] = word.split("=");
    expect(refusalOf([word])).toMatchObject({
      message: `Unknown option "${flag}": did you mean "${meant}"?`,
      tryThis: meant,
    });
  });

  test.each([
    "--privileged",
    "--no-from",
    "--no-quiet",
    "-x",
    "-1",
    "--__proto__",
    "--constructor",
    "--toString",
    "--_",
    "--0",
    "---",
    "-\u{1F600}",
  ])("%s is refused, naming what there is", (word) => {
    expect(refusalOf([word]).message).toBe(
      `Unknown option "${word}": the options are --from, --to, --image, --dry-run, --quiet, --no-install`,
    );
  });

  test.each([
    "--__proto__=1",
    "--__proto__.x=1",
    "--constructor.prototype.x=1",
    "--from.x=1",
    "--=x",
    "--\nfrom=1",
    "--from\nx=1",
  ])("%j is refused, and changes nothing", (word) => {
    refusalOf([word]);
    expect(Object.getOwnPropertyNames({})).toEqual([]);
    expect("x" in {}).toBe(false);
  });

  test("is refused where there are none at all", () => {
    expect(() => parseArguments(["--from=a"], { options: [], mostPositionals: 0 })).toThrow(
      'Unknown option "--from": this command has no options',
    );
  });

  test("is shown with its control characters escaped", () => {
    expect(refusalOf(["--\u001B[2J"]).message).toStartWith(String.raw`Unknown option "--\u001b[2J"`);
  });
});
