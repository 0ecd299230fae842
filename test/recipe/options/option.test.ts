import { describe, expect, test } from "bun:test";

import { networkNamed } from "../../../lib/recipe/named-network.ts";
import {
  bridgePorts,
  containerName,
  defaultsOf,
  hostname,
  ifName,
  image,
  interfaceCidr,
  ipv4,
  mtu,
  type Option,
  type OptionSettings,
  port,
  socketName,
} from "../../../lib/recipe/options/option.ts";
import { bridgePorts as bridgePortsType } from "../../../lib/values/bridge-ports.ts";
import { BadValue } from "../../../lib/values/bad-value.ts";
import { containerName as containerNameType } from "../../../lib/values/name/container-name.ts";
import { hostIpv4 } from "../../../lib/values/address/host-ipv4.ts";
import { hostname as hostnameType } from "../../../lib/values/name/hostname.ts";
import { ifName as ifNameType } from "../../../lib/values/name/if-name.ts";
import { imageName } from "../../../lib/values/name/image-name.ts";
import { ipv4InterfaceCidr as interfaceCidrType } from "../../../lib/values/address/ipv4-interface-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { mtu as mtuType } from "../../../lib/values/mtu.ts";
import { port as portType } from "../../../lib/values/port.ts";
import { socketName as socketNameType } from "../../../lib/values/name/socket-name.ts";
import type { ValueType } from "../../../lib/values/value-type.ts";

/** A way to make options, their type, a default and what that is, and what can be none */
type Row = readonly [
  name: string,
  make: (settings: OptionSettings) => Option<unknown>,
  type: ValueType<unknown>,
  shown: string,
  value: unknown,
  bad: string,
];

describe.each<Row>([
  ["ipv4", ipv4, hostIpv4, "10.1.1.1", "10.1.1.1", "127.0.0.1"],
  ["interfaceCidr", interfaceCidr, interfaceCidrType, "10.1.1.1/24", "10.1.1.1/24", "10.1.1.0/24"],
  ["ifName", ifName, ifNameType, "bridge0", "bridge0", "veth-to-the-database"],
  ["containerName", containerName, containerNameType, "web", "web", "w"],
  ["mtu", mtu, mtuType, "1400", 1400, "67"],
  ["bridgePorts", bridgePorts, bridgePortsType, "10", 10, "1025"],
  ["hostname", hostname, hostnameType, "web", "web", "-web"],
  ["image", image, imageName, "debian:bookworm", "debian:bookworm", "Debian"],
  ["port", port, portType, "80", 80, "0"],
  ["socketName", socketName, socketNameType, "@/tmp/dbus", "@/tmp/dbus", "/tmp/dbus"],
])("an option of %s", (_name, make, type, shown, value, bad) => {
  test("has its type, its default as typed and as a value, and its help", () => {
    const option = make({ default: shown, help: "what it is" });
    expect(option).toEqual({ type, default: value, shown, help: "what it is", live: null });
    expect(option.type).toBe(type);
  });

  test("has no default that would be refused", () => {
    expect(() => make({ default: bad, help: "what it is" })).toThrow(BadValue);
  });
});

test("an image is base where nothing else is said", () => {
  expect(image()).toMatchObject({ default: "base", shown: "base" });
  expect(image().help).not.toBe("");
  expect(image({ help: "a" })).toMatchObject({ shown: "base", help: "a" });
  expect(image({ default: "debian" })).toMatchObject({ shown: "debian", default: "debian", help: image().help });
});

test("the defaults of a table are values, in its order", () => {
  const table = { first: port({ default: "80", help: "" }), second: ipv4({ default: "10.0.0.1", help: "" }) };
  expect(Object.entries(defaultsOf(table))).toEqual([
    ["first", 80],
    ["second", "10.0.0.1"],
  ]);
  expect(defaultsOf({})).toEqual({});
});

test("a network with a name stands in commands as that, and is never a variable", () => {
  const network = networkNamed("c1", parseIpv4("10.0.0.2"));
  expect<object>({ ...network }).toEqual({ name: "c1", address: "10.0.0.2" });
  expect([network.word(), network.spelling(), network.objection([])]).toEqual(["c1", null, null]);
  expect(() => networkNamed("c/1", parseIpv4("10.0.0.2"))).toThrow(BadValue);
});
