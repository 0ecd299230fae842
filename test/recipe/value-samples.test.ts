import { expect, test } from "bun:test";

import { assignedName } from "../../lib/recipe/assigned-name.ts";
import {
  address,
  containerId,
  hostPort,
  interfaceName,
  networkNamespace,
  pid,
} from "../../lib/recipe/value-samples.ts";
import { assignedName as assignedNameType } from "../../lib/values/name/assigned-name.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { containerId as containerIdType } from "../../lib/values/name/container-id.ts";
import { hostIpv4 } from "../../lib/values/address/host-ipv4.ts";
import { ifName } from "../../lib/values/name/if-name.ts";
import { networkNamespace as networkNamespaceType } from "../../lib/values/network-namespace.ts";
import { pid as pidType } from "../../lib/values/pid.ts";
import { port } from "../../lib/values/port.ts";

test.each([
  ["assignedName", assignedName, assignedNameType, "stupefied_pare", "web"],
  ["address", address, hostIpv4, "172.17.0.2", "127.0.0.1"],
  ["containerId", containerId, containerIdType, "63f36fc01b5f", "web"],
  ["hostPort", hostPort, port, "49153", "0"],
  ["interfaceName", interfaceName, ifName, "vethAQI2QT", "veth-to-the-database"],
  ["networkNamespace", networkNamespace, networkNamespaceType, "net:[4026531840]", "4026531840"],
  ["pid", pid, pidType, "2778", "0"],
] as const)(
  "a value that is %s has its type, and the article's sample, which is one",
  (_name, make, type, sample, bad) => {
    const made = make(sample);
    expect([made.sample, made.type === type]).toEqual([sample, true]);
    expect(() => make(bad)).toThrow(BadValue);
  },
);
