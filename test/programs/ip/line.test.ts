/**
 * A line of `ip` is read up to its verb, as iproute2 reads it.
 */
import { describe, expect, test } from "bun:test";

import { readIpLine } from "../../../lib/programs/ip/line.ts";

const read = (line: string, enter: readonly string[] = []) => readIpLine(line === "" ? [] : line.split(" "), enter);

describe("the object and the verb", () => {
  test.each<readonly [line: string, object: string | null, verb: string | null, words: readonly string[]]>([
    ["", "help", null, []],
    ["link", "link", null, []],
    ["link set A up", "link", "set", ["A", "up"]],
    ["l s A up", "link", "set", ["A", "up"]],
    ["li add A", "link", "add", ["A"]],
    ["a", "address", null, []],
    ["addr add 10.0.0.1/8", "address", "add", ["10.0.0.1/8"]],
    ["a chg 10.0.0.1/8", "address", "change", ["10.0.0.1/8"]],
    ["a c 10.0.0.1/8", "address", "change", ["10.0.0.1/8"]],
    ["r d default", "route", "delete", ["default"]],
    ["r l", "route", "list", []],
    ["n a 10.0.0.1", "neighbor", "add", ["10.0.0.1"]],
    ["ne a 10.0.0.1", "neighbor", "add", ["10.0.0.1"]],
    ["net add N", "netns", "add", ["N"]],
    ["ru a pref 7", "rule", "add", ["pref", "7"]],
    ["nonsense add", null, null, []],
    ["link nonsense A", "link", null, ["A"]],
    ["-- link set A up", "link", "set", ["A", "up"]],
    ["-d -o link show", "link", "show", []],
  ])("of `ip %s` are %p and %p", (line, object, verb, words) => {
    expect(read(line)).toMatchObject({ object, verb, words: [...words] });
  });

  test("are known where wirework knows them, and as typed otherwise", () => {
    expect(read("link set A up")).toMatchObject({ known: { grammar: {} }, typedVerb: "set" });
    expect(read("link sot A up")).toMatchObject({ known: null, typedVerb: "sot", verb: null });
    expect(read("link")).toMatchObject({ known: null, typedVerb: null });
    expect(read("tunnel add A")).toMatchObject({ known: null, verb: "add" });
  });
});

describe("options", () => {
  test.each<readonly [line: string, context: object]>([
    ["link", { enter: ["way"], family: null }],
    ["-4 link", { enter: ["way"], family: "inet" }],
    ["-6 link", { enter: ["way"], family: "inet6" }],
    ["-4 -6 link", { enter: ["way"], family: "inet6" }],
    ["-f inet6 link", { enter: ["way"], family: "inet6" }],
    ["-family inet link", { enter: ["way"], family: "inet" }],
    ["-n N link", { enter: ["way", "ip", "netns", "exec", "N"], family: null }],
    ["-netns N -6 link", { enter: ["way", "ip", "netns", "exec", "N"], family: "inet6" }],
    ["-l 7 -rc 100 -n N link", { enter: ["way", "ip", "netns", "exec", "N"], family: null }],
  ])("of `ip %s` say where it runs, and of which family it is: %j", (line, context) => {
    expect(read(line, ["way"])).toMatchObject({ object: "link", context });
  });

  test.each(["-batch file", "-b file", "-force link", "-all netns exec ip link", "-a link"])(
    "of `ip %s` are not followed",
    (line) => {
      expect(read(line)).toBeString();
    },
  );
});
