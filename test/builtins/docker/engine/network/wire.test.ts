/**
 * The names of a cable's ends.
 */
import { expect, test } from "bun:test";

import { macOf, newVethName } from "../../../../../lib/builtins/docker/engine/network/wire.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

test.each([
  ["172.17.0.2", "02:42:ac:11:00:02"],
  ["10.0.255.16", "02:42:0a:00:ff:10"],
])("the hardware address of %s is Docker's, %s", (address, mac) => {
  expect(macOf(parseIpv4(address))).toBe(mac);
});

test("a name for the host's end has six letters or digits of any kind, and is hardly ever the same", () => {
  const names = Array.from({ length: 1000 }, newVethName);
  for (const name of names) expect(name).toMatch(/^veth[A-Z0-9]{6}$/);
  expect(new Set(names).size).toBeGreaterThan(990);
  expect(new Set(names.map((name) => name.slice(4)).join("")).size).toBe(36);
});
