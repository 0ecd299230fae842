import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { address } from "../../lib/values/address/address.ts";
import { assignedName } from "../../lib/values/name/assigned-name.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { bridgePorts } from "../../lib/values/bridge-ports.ts";
import { cidr } from "../../lib/values/address/cidr.ts";
import { containerId } from "../../lib/values/name/container-id.ts";
import { containerName } from "../../lib/values/name/container-name.ts";
import { containerReference } from "../../lib/values/name/container-reference.ts";
import { hostIpv4 } from "../../lib/values/address/host-ipv4.ts";
import { hostname } from "../../lib/values/name/hostname.ts";
import { ifName } from "../../lib/values/name/if-name.ts";
import { imageName } from "../../lib/values/name/image-name.ts";
import { interfaceCidr } from "../../lib/values/address/interface-cidr.ts";
import { ipv4Cidr } from "../../lib/values/address/ipv4-cidr.ts";
import { ipv4InterfaceCidr } from "../../lib/values/address/ipv4-interface-cidr.ts";
import { ipv4 } from "../../lib/values/address/ipv4.ts";
import { labName } from "../../lib/values/name/lab-name.ts";
import { mac } from "../../lib/values/address/mac.ts";
import { mtu } from "../../lib/values/mtu.ts";
import { networkNamespace } from "../../lib/values/network-namespace.ts";
import { pid } from "../../lib/values/pid.ts";
import { port } from "../../lib/values/port.ts";
import { socketName } from "../../lib/values/name/socket-name.ts";
import { subnet } from "../../lib/values/address/subnet.ts";
import type { ValueType } from "../../lib/values/value-type.ts";

const TYPES: readonly ValueType<string | number>[] = [
  address,
  assignedName,
  bridgePorts,
  cidr,
  containerId,
  containerName,
  containerReference,
  hostIpv4,
  hostname,
  ifName,
  imageName,
  interfaceCidr,
  ipv4,
  ipv4Cidr,
  ipv4InterfaceCidr,
  labName,
  mac,
  mtu,
  networkNamespace,
  pid,
  port,
  socketName,
  subnet,
];

/** Anything, and what looks more like a value than anything would */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[\da-fA-FxX.:/%@_-]{0,70}$/),
  fc.ipV6(),
  fc.stringMatching(/^[\da-f:]{2,9}(::)?[\da-f:]{0,9}(\/\d{1,3})?$/),
  fc.stringMatching(/^\d{1,4}(\.\d{1,4}){1,4}(\/\d{1,3})?\n?$/),
);

describe.each(TYPES.map((type) => [type.kind, type] as const))("as %s", (_, type) => {
  test("any text is accepted, or refused as a BadValue", () => {
    fc.assert(
      fc.property(text, (value) => {
        try {
          type.parse(value);
        } catch (error) {
          expect(error).toBeInstanceOf(BadValue);
        }
      }),
    );
  });

  test("what is accepted is accepted again, and is the same value", () => {
    fc.assert(
      fc.property(text, (value) => {
        const parsed = attempt(type, value);
        if (!(parsed instanceof BadValue)) expect(type.parse(`${parsed}`)).toBe(parsed);
      }),
    );
  });

  test("what a refusal offers instead is accepted", () => {
    fc.assert(
      fc.property(text, (value) => {
        const parsed = attempt(type, value);
        if (parsed instanceof BadValue && parsed.tryThis !== null) type.parse(parsed.tryThis);
      }),
    );
  });

  test.each(["", " ", "\0", "-", "--help", "a b", "a\nb", "\u00A0", "١", "../.."])("%j is refused", (value) => {
    expect(attempt(type, value)).toMatchObject({
      name: "BadValue",
      kind: type.kind,
      value,
    });
  });

  test("the kind has its article, and the placeholder is in capitals", () => {
    expect(type.kind).toMatch(/^(?:an?|the) /);
    expect(type.placeholder).toMatch(/^@?[A-Z]+$/);
  });
});

test("each type has the placeholder that help shows", () => {
  expect(TYPES.map(({ placeholder }) => placeholder).join(" ")).toBe(
    "ADDRESS NAME COUNT CIDR ID NAME CONTAINER ADDRESS HOSTNAME NAME IMAGE CIDR ADDRESS CIDR CIDR NAME MAC BYTES NAMESPACE PID PORT @NAME SUBNET",
  );
});

function attempt<T>(type: ValueType<T>, value: string): T | BadValue {
  try {
    return type.parse(value);
  } catch (error) {
    if (error instanceof BadValue) return error;
    throw error;
  }
}
