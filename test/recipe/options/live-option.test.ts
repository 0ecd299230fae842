import { describe, expect, test } from "bun:test";

import type { LiveHost } from "../../../lib/recipe/run/live-host.ts";
import { addressBeside, gatewayOn, interfaceOf } from "../../../lib/recipe/options/live-option.ts";
import { isBridge, isFree } from "../../../lib/recipe/options/live-rule.ts";
import { hostIpv4 } from "../../../lib/values/address/host-ipv4.ts";
import { BadValue } from "../../../lib/values/bad-value.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { ipv4InterfaceCidr } from "../../../lib/values/address/ipv4-interface-cidr.ts";
import { naming } from "../../support/naming.ts";

/** A host with that interface, and no other */
function hostWith(link: string, address: string | null, isBridge = true): LiveHost {
  const found = { isBridge, address: address === null ? null : parseIpv4Cidr(address) };
  return { interface: async (name) => (name === link ? found : null) };
}

describe("a gateway", () => {
  const settings = { default: "172.17.42.1", help: "the bridge's own" };
  const gateway = gatewayOn("docker0", settings);

  test.each<readonly [string, LiveHost, string]>([
    ["that the interface has", hostWith("docker0", "172.18.0.1/16"), "172.18.0.1"],
    ["of an interface without an address", hostWith("docker0", null), "172.17.42.1"],
    ["of no interface", hostWith("docker1", "172.18.0.1/16"), "172.17.42.1"],
  ])("%s", async (_what, host, address) => {
    expect<string | undefined>(await gateway.live?.(host, {})).toBe(address);
  });

  test("is that of the interface which an option names", async () => {
    const live = gatewayOn("bridge", settings).live;
    const values = { bridge: "bridge0" };
    expect<string | undefined>(await live?.(hostWith("bridge0", "10.0.0.1/8"), values)).toBe("10.0.0.1");
  });

  test("is else what an option of its type is", () => {
    expect(gateway).toEqual({
      type: hostIpv4,
      default: hostIpv4.parse("172.17.42.1"),
      shown: "172.17.42.1",
      help: settings.help,
      live: expect.any(Function),
    });
    expect(() => gatewayOn("docker0", { ...settings, default: "127.0.0.1" })).toThrow(BadValue);
  });
});

describe("an address beside an interface's own", () => {
  const settings = { default: "172.17.42.99/16", help: "a free one" };
  const address = addressBeside("docker0", settings);

  test.each([
    ["172.17.42.1/16", "172.17.42.99/16"],
    ["172.17.0.1/24", "172.17.0.254/24"],
    ["172.17.42.1/24", "172.17.42.99/24"],
    ["172.18.0.1/16", "172.18.255.254/16"],
    ["172.17.42.99/16", "172.17.255.254/16"],
    ["172.18.255.254/16", "172.18.0.1/16"],
    ["172.18.0.1/30", "172.18.0.2/30"],
    // The wanted one is the network's broadcast address, or its own
    ["172.17.42.97/30", "172.17.42.98/30"],
    ["172.17.42.98/30", "172.17.42.97/30"],
    ["172.17.42.98/31", "172.17.42.99/31"],
    ["172.17.42.97/32", "172.17.42.97/32"],
    ["172.18.0.2/30", "172.18.0.1/30"],
    ["172.18.0.0/31", "172.18.0.1/31"],
    ["172.18.0.1/31", "172.18.0.0/31"],
  ])("of %s is %s", async (own, beside) => {
    expect<string | undefined>(await address.live?.(hostWith("docker0", own), {})).toBe(beside);
  });

  test.each([hostWith("docker0", null), hostWith("docker1", "172.18.0.1/16")])(
    "is the default where that has none",
    async (host) => {
      expect<string | undefined>(await address.live?.(host, {})).toBe("172.17.42.99/16");
    },
  );

  test("is else what an option of its type is", () => {
    expect(address).toEqual({
      type: ipv4InterfaceCidr,
      default: ipv4InterfaceCidr.parse("172.17.42.99/16"),
      shown: "172.17.42.99/16",
      help: settings.help,
      live: expect.any(Function),
    });
    expect(() => addressBeside("docker0", { ...settings, default: "172.17.0.0/16" })).toThrow(BadValue);
  });
});

test.each([
  ["docker0", {}, "docker0"],
  ["bridge", { bridge: "bridge0" }, "bridge0"],
  ["port", { port: 80 }, "80"],
  ["toString", {}, "toString"],
])("the interface that %s names, of %j: %s", (bridge, values, link) => {
  expect(interfaceOf(bridge, values)).toBe(link);
});

describe("an interface that an option names", () => {
  const values = { bridge: "bridge0" };
  const refused = naming("--bridge", '"bridge0"');

  test("must be a bridge", async () => {
    expect(await isBridge("bridge")(values, hostWith("bridge0", null))).toBeNull();
    expect(await isBridge("bridge")(values, hostWith("bridge0", null, false))).toEqual(refused);
    expect(await isBridge("bridge")(values, hostWith("docker0", null))).toEqual(refused);
  });

  test("must not be there", async () => {
    expect(await isFree("bridge")(values, hostWith("docker0", null))).toBeNull();
    expect(await isFree("bridge")(values, hostWith("bridge0", null))).toEqual(refused);
  });
});
