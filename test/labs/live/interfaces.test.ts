/** The interfaces of a lab that is up. */
import { expect, test } from "bun:test";

import { interfacesOf } from "../../../lib/labs/live/interfaces.ts";
import { enteringProcess, ON_HOST } from "../../../lib/resources/entering.ts";
import type { Look } from "../../../lib/resources/look.ts";
import { networkWith, NOTHING_THERE } from "../../support/kernel/seen-network.ts";

const NETWORK = networkWith({
  links: {
    lo: { kind: null, hardware: "loopback", operational: "unknown", addresses: ["127.0.0.1/8", "::1/128"] },
    A: { kind: "veth", operational: "up", state: { master: "br" } },
  },
});

const INTERFACES = [
  { name: "lo", kind: "loopback", state: "unknown", addresses: ["127.0.0.1/8"], master: null },
  { name: "A", kind: "veth", state: "up", addresses: [], master: "br" },
];

/** A machine with one network, behind that file */
function lookAt(file: string): Look {
  return { ...NOTHING_THERE, see: (path, read) => (path === file ? read(NETWORK) : null) };
}

test("the host's own network is seen without a way into it, another with one", () => {
  expect(interfacesOf(lookAt("/proc/self/ns/net"), ON_HOST)).toEqual(INTERFACES);
  expect(interfacesOf(lookAt("/proc/7/ns/net"), enteringProcess("7"))).toEqual(INTERFACES);
});

test("a network that nobody can see has none", () => {
  expect(interfacesOf(NOTHING_THERE, ON_HOST)).toEqual([]);
});
