import { describe, expect, test } from "bun:test";

import { wrappedByIp } from "../../../lib/shell/wrappers/ip.ts";
import { wrappedByNsenter } from "../../../lib/shell/wrappers/nsenter.ts";
import { optionsOf, skipOptions } from "../../../lib/shell/wrappers/skip-options.ts";
import { withoutSudo, wrappedBySudo } from "../../../lib/shell/wrappers/sudo.ts";

const split = (line: string) => (line === "" ? [] : line.split(" "));

test("options are noted with a colon where they have an argument, and two where they may have one", () => {
  expect([...optionsOf("-a --all: -n:: --net")]).toEqual([
    ["-a", "none"],
    ["--all", "required"],
    ["-n", "optional"],
    ["--net", "none"],
  ]);
});

const OPTIONS = optionsOf("-a -b -u: --user: -n:: --net:: --all");
const given = (name: string, argument: string | null = null) => ({ name, argument });

test.each([
  ["", [], ""],
  ["x -a", [], "x -a"],
  ["- -a", [], "- -a"],
  ["-- -a x", [], "-a x"],
  ["-a -- x", [given("-a")], "x"],
  ["-a x", [given("-a")], "x"],
  ["-ab x", [given("-a"), given("-b")], "x"],
  ["-u x y", [given("-u", "x")], "y"],
  ["-ux y", [given("-u", "x")], "y"],
  ["-abux y", [given("-a"), given("-b"), given("-u", "x")], "y"],
  ["-abu x y", [given("-a"), given("-b"), given("-u", "x")], "y"],
  ["-u -a x", [given("-u", "-a")], "x"],
  ["-u", [given("-u")], ""],
  ["-n x", [given("-n")], "x"],
  ["-nx y", [given("-n", "x")], "y"],
  ["-nab y", [given("-n", "ab")], "y"],
  ["--user x y", [given("--user", "x")], "y"],
  ["--user=x y", [given("--user", "x")], "y"],
  ["--user=x=z y", [given("--user", "x=z")], "y"],
  ["--user= y", [given("--user", "")], "y"],
  ["--net y", [given("--net")], "y"],
  ["--net=x y", [given("--net", "x")], "y"],
  ["--all -a -u x y", [given("--all"), given("-a"), given("-u", "x")], "y"],
])("of %j the options are skipped", (line, options, operands) => {
  expect(skipOptions(split(line), OPTIONS)).toEqual({ given: options, operands: split(operands) });
});

test.each([
  ["-x y", "-x"],
  ["-axb y", "-axb"],
  ["--use x", "--use"],
  ["--use=x", "--use=x"],
  ["-a --toString", "--toString"],
])("of %j an option is unknown", (line, unknown) => {
  expect(skipOptions(split(line), OPTIONS)).toEqual({ unknown });
});

describe("sudo", () => {
  test.each([
    ["ip link", "ip link"],
    ["-n -E -H ip link", "ip link"],
    ["-nEH -u root ip link", "ip link"],
    ["-- ip a=b", "ip a=b"],
    ["", ""],
  ])("%j runs %j", (line, argv) => {
    expect(wrappedBySudo(split(line))).toEqual({ argv: split(argv) });
    expect(withoutSudo(["sudo", ...split(line)])).toEqual(split(argv));
  });

  test.each([
    ["-s", "sudo -s"],
    ["-n A=b ip", "sudo A=b"],
  ])("%j can't be known", (line, hidden) => {
    expect(wrappedBySudo(split(line))).toMatchObject({ hidden });
    expect(withoutSudo(["sudo", ...split(line)])).toEqual(["sudo", ...split(line)]);
  });

  test("a line without it is as it is", () => {
    expect(withoutSudo(["ip", "-n", "a", "link"])).toEqual(["ip", "-n", "a", "link"]);
    expect(withoutSudo([])).toEqual([]);
  });
});

/** Of util-linux 2.38, those that stand alone, with an argument in the same word, and in the next one */
const NSENTER =
  "-a --all -h --help -V --version -m --mount -u --uts -i --ipc -n --net -p --pid -C --cgroup -U --user --user-parent " +
  "-T --time --preserve-credentials --keep-caps -r --root -w --wd -W --wdns -e --env -F --no-fork -c --join-cgroup " +
  "-Z --follow-context";

test.each(split(NSENTER))("nsenter %s has no argument of its own", (option) => {
  expect(wrappedByNsenter([option, "x", "y"])).toEqual({ argv: ["x", "y"] });
});

test.each(["-t", "--target", "-N", "--net-socket", "-S", "--setuid", "-G", "--setgid"])(
  "nsenter %s has an argument",
  (option) => expect(wrappedByNsenter([option, "x", "y"])).toEqual({ argv: ["y"] }),
);

test.each([
  ["--mount=x", { argv: ["y"] }],
  ["--nonsense", { hidden: "nsenter --nonsense" }],
])("nsenter %s is known, or not", (option, wrapped) => {
  expect(wrappedByNsenter([option, "y"])).toMatchObject(wrapped);
});

/** Each option of ip(8) by a prefix of its own, those with an argument apart */
const IP = "-family -4 -6 -0 -M -B -human-readable -h -iec -stats -s -statistics -details -d -resolve -r -oneline -o";
const IP_MORE =
  "-timestamp -t -tshort -Version -V -force -brief -br -json -j -pretty -p -color -c -help -Numeric -N -echo";

test.each([...split(IP).slice(1), ...split(IP_MORE)])("ip %s has no argument of its own", (option) => {
  expect(wrappedByIp([option, "netns", "exec", "a", "rm"])).toEqual({ argv: ["rm"] });
  expect(wrappedByIp([`-${option}`, "netns", "exec", "a", "rm"])).toEqual({ argv: ["rm"] });
});

test.each(["-l", "-loops", "-f", "-family", "-rc", "-rcvbuf", "-n", "-net", "-netns"])(
  "ip %s has an argument",
  (option) => {
    expect(wrappedByIp([option, "netns", "netns", "exec", "a", "rm"])).toEqual({ argv: ["rm"] });
  },
);

test.each([
  ["", { argv: [] }],
  ["-a", { argv: [] }],
  ["link", { argv: [] }],
  ["netns", { argv: [] }],
  ["netns add a", { argv: [] }],
  ["netns exec a", { argv: [] }],
  ["netns exec", { argv: [] }],
  ["-all netns exec rm x", { argv: ["rm", "x"] }],
  ["netns exec a rm x", { argv: ["rm", "x"] }],
  ["vrf exec a rm x", { argv: ["rm", "x"] }],
  ["-all vrf exec a rm x", { argv: ["rm", "x"] }],
  ["link exec a rm", { argv: [] }],
  ["-- netns exec a rm", { argv: ["rm"] }],
  ["netns executes a rm", { argv: [] }],
  ["-b x", { hidden: "ip -b" }],
  ["-nonsense x", { hidden: "ip -nonsense" }],
  ["-c=always netns exec a rm", { argv: ["rm"] }],
  ["-n=a netns exec a rm", { hidden: "ip -n=a" }],
])("ip %s wraps what it runs", (line, wrapped) => {
  expect(wrappedByIp(split(line))).toMatchObject(wrapped);
});
