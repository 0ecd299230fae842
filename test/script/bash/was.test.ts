/**
 * Settings of a link, read from what the real `ip` prints of it.
 */
import { describe, expect, test } from "bun:test";

import { inOwnNetwork, printing } from "./in-bash.ts";

const LINKS = `ip link add A type veth peer name B
ip link add br0 type bridge`;

/** Sets something, and reads it */
const read = (setting: string, change: string, link = "A") =>
  inOwnNetwork(["was"], LINKS, `${change}\nwas ${link} ${setting}`);

describe("a link has", () => {
  test.each([
    ["state", "up", "ip link set A up"],
    ["state", "down", ""],
    ["arp", "on", ""],
    ["arp", "off", "ip link set A arp off"],
    ["multicast", "on", ""],
    ["multicast", "off", "ip link set A multicast off"],
    ["allmulticast", "off", ""],
    ["allmulticast", "on", "ip link set A allmulticast on"],
    ["promisc", "off", ""],
    ["promisc", "on", "ip link set A promisc on"],
    ["dynamic", "off", ""],
    ["dynamic", "on", "ip link set A dynamic on"],
    ["protodown", "off", ""],
    ["master", "", ""],
    ["master", "br0", "ip link set A master br0"],
    ["address", "02:00:00:00:00:01", "ip link set A address 02:00:00:00:00:01"],
    ["txqueuelen", "1000", ""],
    ["txqueuelen", "77", "ip link set A txqueuelen 77"],
    ["txqueuelen", "0", "ip link set A txqueuelen 0"],
    ["mtu", "1400", "ip link set A mtu 1400"],
    ["group", "default", ""],
    ["group", "7", "ip link set A group 7"],
    ["port.state", "0", "ip link set A master br0"],
    ["port.state", "3", "ip link set A master br0; ip link set A up; ip link set B up; ip link set br0 up; sleep 1.2"],
    ["port.hairpin", "on", "ip link set A master br0; ip link set A type bridge_slave hairpin on"],
    ["port.priority", "3", "ip link set A master br0; ip link set A type bridge_slave priority 3"],
  ])("the %s %j", (setting, value, change) => {
    expect(read(setting, change)).toEqual(printing(value));
  });

  test("protodown on, where its kind can be", () => {
    const macvlan = "ip link add link A name m0 type macvlan 2>/dev/null || { echo on; exit; }";
    expect(read("protodown", `${macvlan}\nip link set m0 protodown on`, "m0")).toEqual(printing("on"));
  });
});

describe("its alias is any text:", () => {
  test.each(["a  b c", "-n", String.raw`one \ two`, "mtu 9", "it's $HOME"])("%s", (alias) => {
    const change = `ip link set A alias "$(cat <<'ALIAS'\n${alias}\nALIAS\n)"`;
    expect(read("alias", change)).toEqual(printing(alias));
    expect(read("alias", `${change}; ip link property add dev A altname other`)).toEqual(printing(alias));
  });

  test("none", () => {
    expect(read("alias", "")).toEqual(printing(""));
  });

  test("also that of other settings, which it hides from nobody", () => {
    const alias = "ip link set A alias 'mtu 9 master x protodown on group y'";
    const settings = ["mtu", "master", "protodown", "group"].map((one) => `was A ${one}`).join("; ");
    expect(inOwnNetwork(["was"], LINKS, `${alias}; ${settings}`)).toEqual(printing("1500", "", "off", "default"));
  });
});

describe("a bridge has", () => {
  test.each([
    ["stp_state", "1"],
    ["priority", "5"],
    ["forward_delay", "700"],
    ["hello_time", "300"],
    ["max_age", "3000"],
    ["ageing_time", "0"],
    ["mcast_snooping", "0"],
    ["group_fwd_mask", "0x8"],
  ])("the %s %s", (option, value) => {
    const change = `ip link set br0 type bridge ${option} ${value}`;
    expect(read(option, change, "br0")).toEqual(printing(value));
  });

  test.each(["vlan_filtering", "nf_call_iptables", "no_linklocal_learn", "mcast_querier"])(
    "%s off at first",
    (option) => {
      expect(read(option, "", "br0")).toEqual(printing("0"));
    },
  );
});

test("one in another namespace is read from there", () => {
  const other =
    "mount -t tmpfs none /run; ip netns add c1; ip link set A netns c1; ip netns exec c1 ip link set A mtu 1300";
  expect(read("mtu", `${other}; ip link add A type bridge`, "A")).toEqual(printing("1500"));
  expect(inOwnNetwork(["was"], LINKS, `${other}; was A mtu ip netns exec c1`)).toEqual(printing("1300"));
});

test.each(["was none mtu", "was A stp_state", "was A mtu ip netns exec none"])(
  "%s has status 1, and no value",
  (line) => {
    const { status, stdout } = inOwnNetwork(
      ["was"],
      LINKS,
      `STATUS=0; ${line} 2>/dev/null || STATUS=1; echo "$STATUS"`,
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: "1\n" });
  },
);
