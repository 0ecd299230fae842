import { describe, expect, test } from "bun:test";

import { type DaemonOptions, daemonOptions } from "../../../../lib/builtins/docker/options/daemon-options.ts";
import { DockerFailure } from "../../../../lib/programs/docker/failure.ts";

const DEFAULTS = {
  bridge: null,
  bip: null,
  mtu: null,
  icc: true,
  iptables: true,
  ipForward: true,
  ip: "0.0.0.0",
  dns: [],
  dnsSearch: [],
  hosts: [],
};

describe("daemonOptions()", () => {
  test.each<[string, { [Name in keyof DaemonOptions]?: unknown }]>([
    ["", {}],
    ["-b bridge0", { bridge: "bridge0" }],
    ["-b=bridge0", { bridge: "bridge0" }],
    ["--bridge=bridge0", { bridge: "bridge0" }],
    ["--bridge none", { bridge: "none" }],
    ["--bip=192.168.1.5/24", { bip: "192.168.1.5/24" }],
    ["--mtu 1400", { mtu: 1400 }],
    ["--mtu=0", { mtu: null }],
    ["--mtu=-0", { mtu: null }],
    ["--icc=false", { icc: false }],
    ["--icc", { icc: true }],
    ["--iptables=false", { iptables: false }],
    ["--ip-forward=false", { ipForward: false }],
    ["--ip=10.0.0.1", { ip: "10.0.0.1" }],
    ["--dns 8.8.8.8 --dns=9.9.9.9", { dns: ["8.8.8.8", "9.9.9.9"] }],
    ["--dns-search a.test --dns-search=b.test", { dnsSearch: ["a.test", "b.test"] }],
    ["--dns=::1", { dns: ["::1"] }],
    ["--dns-search=.", { dnsSearch: ["."] }],
    ["-H unix:///a.sock --host=unix:///b.sock", { hosts: ["unix:///a.sock", "unix:///b.sock"] }],
    ["--bip= --mtu=1500", { mtu: 1500 }],
  ])("reads %j", (words, given) => {
    expect<object>(daemonOptions(words.split(" ").filter((word) => word !== ""))).toEqual({ ...DEFAULTS, ...given });
  });

  test.each([
    ["--foo", "unknown flag: --foo"],
    ["-z", "unknown shorthand flag: 'z' in -z"],
    ["--icc=maybe", 'invalid argument "maybe" for "--icc" flag: strconv.ParseBool: parsing "maybe": invalid syntax'],
    ["--bip", "flag needs an argument: --bip"],
    ["--icc false", '"dockerd" accepts no argument(s). "false" is one (a switch is written --icc=false)'],
    ["-b bridge0 --bip 10.0.0.1/24", "You specified -b & --bip, mutually exclusive options. Please specify only one"],
    [
      "--icc=false --iptables=false",
      "You specified --iptables=false with --icc=false. ICC=false uses iptables to function. Please set --icc or --iptables to true",
    ],
  ])("refuses %j in dockerd's words", (words, message) => {
    expect(() => daemonOptions(words.split(" "))).toThrow(message);
  });

  test.each([
    ["-b seventeen-letters", 'invalid argument "seventeen-letters" for "-b, --bridge" flag: '],
    ["--bip=10.1/8", "invalid CIDR address: 10.1/8"],
    ["--bip=10.0.0.0/24", "failed to allocate gateway (10.0.0.0): Address already in use"],
    ["--bip=10.0.0.255/24", "failed to allocate gateway (10.0.0.255): Address already in use"],
    ["--bip=10.0.0.1/32", "failed to allocate gateway (10.0.0.1): No available addresses on this pool"],
    ["--bip=127.0.0.1/8", 'invalid argument "127.0.0.1/8" for "--bip" flag: '],
    ["--mtu=67", 'invalid argument "67" for "--mtu" flag: '],
    ["--mtu=x", 'invalid argument "x" for "--mtu" flag: '],
    ["--ip=10.1", 'invalid argument "10.1" for "--ip" flag: '],
    ["--ip=", 'invalid argument "" for "--ip" flag: '],
    ["--dns=010.0.0.1", 'invalid argument "010.0.0.1" for "--dns" flag: 010.0.0.1 is not an ip address'],
    ["--dns-search=a_b", 'invalid argument "a_b" for "--dns-search" flag: a_b is not a valid domain'],
  ])("refuses %j, whose value is none", (words, message) => {
    expect(() => daemonOptions(words.split(" "))).toThrow(message);
    expect(() => daemonOptions(words.split(" "))).toThrow(DockerFailure);
  });

  // Statement 21 of the article: only docker run takes these
  test.each([
    ["-h=web", "'h' in -h=web"],
    ["--hostname=web", "--hostname"],
    ["--link=a:b", "--link"],
    ["--net=none", "--net"],
    ["-p 80:80", "'p' in -p"],
    ["--publish=80:80", "--publish"],
    ["-P", "'P' in -P"],
    ["--publish-all", "--publish-all"],
  ])("says of %j that it belongs to docker run", (words, flag) => {
    const refusal = expect(() => daemonOptions(words.split(" ")));
    refusal.toThrow(`${flag}: it belongs to one container, so only docker run takes it`);
  });

  test("says what -p is to dockerd", () => {
    expect(() => daemonOptions(["-p", "80:80"])).toThrow("(-p of dockerd names its pid file)");
  });
});
