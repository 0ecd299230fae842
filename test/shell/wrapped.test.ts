/**
 * The command that another one runs is found as that one finds it: behind sudo, ip and nsenter.
 */
import { describe, expect, test } from "bun:test";

import { withoutSudo, wrappedIn } from "../../lib/shell/wrapped.ts";

const split = (line: string) => (line === "" ? [] : line.split(" "));

/** The command in a line; `hidden` and what hides it where nobody can know */
function commandIn(line: string): string {
  const wrapped = wrappedIn(split(line));
  if (wrapped === null) return "no wrapper";
  return "hidden" in wrapped ? `hidden: ${wrapped.hidden}` : wrapped.command.join(" ");
}

describe("options are skipped as getopt_long(3) does", () => {
  test.each([
    ["x -a", "x -a"],
    ["- -a", "- -a"],
    ["-- -a x", "-a x"],
    ["-a -- x", "x"],
    ["-a x", "x"],
    ["-ae x", "x"],
    ["-t x y", "y"],
    ["-tx y", "y"],
    ["-aetx y", "y"],
    ["-aet x y", "y"],
    ["-n x", "x"],
    ["-nx y", "y"],
    ["-nab y", "y"],
    ["--target x y", "y"],
    ["--target=x y", "y"],
    ["--target=x=z y", "y"],
    ["--net y", "y"],
    ["--net=x y", "y"],
    ["--all -a -t x y", "y"],
    ["-x y", "hidden: nsenter -x"],
    ["-axb y", "hidden: nsenter -axb"],
    ["--targ x", "hidden: nsenter --targ"],
    ["--targ=x", "hidden: nsenter --targ=x"],
    ["-a --toString", "hidden: nsenter --toString"],
    ["--target= y", "hidden: nsenter"],
    ["-S -t x y", "hidden: nsenter"],
    ["", "hidden: nsenter"],
  ])("nsenter %s", (line, command) => {
    expect(commandIn(`nsenter ${line}`.trim())).toBe(command);
  });
});

describe("sudo", () => {
  test.each([
    ["ip link", "ip link"],
    ["-n -E -H ip link", "ip link"],
    ["-nEH -u root ip link", "ip link"],
    ["-- ip a=b", "ip a=b"],
    ["", ""],
  ])("%j runs %j", (line, command) => {
    expect(wrappedIn(["sudo", ...split(line)])).toMatchObject({ command: split(command), enters: "none" });
    expect(withoutSudo(["sudo", ...split(line)])).toEqual(split(command));
  });

  test.each([
    ["-s", "sudo -s"],
    ["-n A=b ip", "sudo A=b"],
    ["--set-home ip", "sudo --set-home"],
    ["-u -n ip", "sudo"],
  ])("%j can't be known", (line, hidden) => {
    expect(wrappedIn(["sudo", ...split(line)])).toMatchObject({ hidden });
    expect(withoutSudo(["sudo", ...split(line)])).toEqual(["sudo", ...split(line)]);
  });

  test("a line without it is as it is", () => {
    expect(withoutSudo(["ip", "-n", "a", "link"])).toEqual(["ip", "-n", "a", "link"]);
    expect(withoutSudo([])).toEqual([]);
  });
});

/** Of util-linux 2.42, those that stand alone, with an argument in the same word, and in the next one */
const NSENTER =
  "-a --all -h --help -V --version -m --mount -u --uts -i --ipc -n --net -p --pid -C --cgroup -U --user --user-parent " +
  "-T --time --preserve-credentials --keep-caps -r --root -w --wd -W --wdns -e --env -F --no-fork -c --join-cgroup " +
  "-Z --follow-context";

test.each(split(NSENTER))("nsenter %s has no argument of its own", (option) => {
  expect(commandIn(`nsenter ${option} x y`)).toBe("x y");
});

test.each(["-t", "--target", "-N", "--net-socket", "-S", "--setuid", "-G", "--setgid"])(
  "nsenter %s has an argument",
  (option) => expect(commandIn(`nsenter ${option} x y`)).toBe("y"),
);

test.each([
  ["-t 7 -n", "host"],
  ["-t7 --net", "host"],
  ["-n/x --", "host"],
  ["--net=/x --target=7", "host"],
  ["-t 7 -n -m", "other"],
  ["-et7 -n", "other"],
  ["-mx -n", "other"],
  ["-n -r/x", "other"],
  ["-a -t 7", "other"],
] as const)("nsenter %s sees the files of: %s", (options, files) => {
  const own = split(options);
  expect(wrappedIn(["nsenter", ...own, "ls"])).toMatchObject({ command: ["ls"], own, enters: {}, files });
});

/** Each option of ip(8) by a prefix of its own, those with an argument apart */
const IP = "-4 -6 -0 -M -B -human-readable -h -iec -stats -s -statistics -details -d -resolve -r -oneline -o";
const IP_MORE = "-timestamp -t -tshort -Version -V -force -brief -br -json -j -pretty -p -color -c -Numeric -N -echo";

test.each([...split(IP), ...split(IP_MORE)])("ip %s has no argument of its own", (option) => {
  expect(commandIn(`ip ${option} netns exec a rm`)).toBe("rm");
  expect(commandIn(`ip -${option} netns exec a rm`)).toBe("rm");
  expect(commandIn(`ip -all ${option} netns exec rm`)).toBe("rm");
});

test.each(["-l", "-loops", "-f", "-family", "-rc", "-rcvbuf", "-n", "-net", "-netns"])(
  "ip %s has an argument",
  (option) => {
    expect(commandIn(`ip ${option} netns netns exec a rm`)).toBe("rm");
  },
);

test.each([
  ["", ""],
  ["-a", ""],
  ["link", ""],
  ["netns", ""],
  ["netns add a", ""],
  ["netns exec a", ""],
  ["netns exec", ""],
  ["netns exec a rm x", "rm x"],
  ["vrf exec a rm x", "rm x"],
  ["link exec a rm", ""],
  ["link set a -xyz", ""],
  ["-help netns exec a rm", ""],
  ["-- netns exec a rm", "rm"],
  ["netns executes a rm", ""],
  ["-b x", "hidden: ip -b"],
  ["-nonsense x", "hidden: ip -nonsense"],
  ["-c=always netns exec a rm", "rm"],
  ["-col=always netns exec a rm", "rm"],
  ["-n=a netns exec a rm", "hidden: ip -n=a"],
])("ip %s wraps what it runs", (line, command) => {
  expect(commandIn(`ip ${line}`.trim())).toBe(command);
});

test.each([
  ["ip netns exec rm x", { command: ["x"], own: ["netns", "exec", "rm"], enters: { name: "rm" } }],
  ["ip -all netns exec rm x", { command: ["rm", "x"], own: ["-all", "netns", "exec"], enters: "each" }],
  ["ip -4 -a -6 netns exec rm x", { command: ["rm", "x"], enters: "each" }],
  ["ip -all vrf exec a rm x", { command: ["rm", "x"], enters: "each" }],
])("%s enters one, or all", (line, wrapped) => {
  expect(wrappedIn(split(line))).toMatchObject(wrapped);
});
