/** What ip(8) prints in JSON, as the interfaces of a lab that is up. */
import { expect, test } from "bun:test";

import { interfacesOf } from "../../../lib/labs/live/interfaces.ts";
import { lookingAt } from "../still-ours/looking.ts";

const SHOW = "ip -json -details address show";

const SHOWN = JSON.stringify([
  {
    ifname: "lo",
    link_type: "loopback",
    operstate: "UNKNOWN",
    addr_info: [
      { family: "inet", local: "127.0.0.1", prefixlen: 8 },
      { family: "inet6", local: "::1", prefixlen: 128 },
    ],
  },
  {},
  { ifname: "A", link_type: "ether", operstate: "UP", master: "br", linkinfo: { info_kind: "veth" }, addr_info: [] },
]);

const INTERFACES = [
  { name: "lo", kind: "loopback", state: "unknown", addresses: ["127.0.0.1/8"], master: null },
  { name: "A", kind: "veth", state: "up", addresses: [], master: "br" },
];

test("the host's own network is asked without a way into it, another with one", async () => {
  const enter = ["nsenter", "--net=/proc/1/ns/net"];
  const inside = `${enter.join(" ")} ${SHOW}`;
  expect(await interfacesOf(lookingAt({ texts: { [SHOW]: SHOWN } }), [])).toEqual(INTERFACES);
  expect(await interfacesOf(lookingAt({ texts: { [inside]: SHOWN } }), enter)).toEqual(INTERFACES);
});

test("a network that nobody can ask has none", async () => {
  expect(await interfacesOf(lookingAt({}), [])).toEqual([]);
});
