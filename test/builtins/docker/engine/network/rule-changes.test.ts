/**
 * Changes of rules for iptables-restore, a hundred at a time, and the rules of links.
 */
import { expect, test } from "bun:test";

import { changesOf } from "../../../../../lib/builtins/docker/engine/network/rule-changes.ts";
import { linkRules } from "../../../../../lib/builtins/docker/engine/network/engine-rules.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

test.each([
  [0, []],
  [1, [1]],
  [99, [99]],
  [100, [100]],
  [101, [100, 1]],
  [200, [100, 100]],
  [201, [100, 100, 1]],
])("%d changes are committed as %j", (count, portions) => {
  const changes = Array.from({ length: count }, (_, at) => `-A DOCKER -p tcp --dport ${at} -j DROP`);
  const text = changesOf("nat", changes);
  const tables = text.split("COMMIT\n").slice(0, -1);
  expect(tables.map((table) => table.split("\n").length - 2)).toEqual(portions);
  for (const table of tables) expect(table).toStartWith("*nat\n");
  expect(text.split("\n").filter((line) => line.startsWith("-"))).toEqual(changes);
  expect(text === "" || text.endsWith("\nCOMMIT\n")).toBe(true);
});

test("a link's packets go there by the port, and come back from it", () => {
  const [client, server] = [parseIpv4("172.17.0.3"), parseIpv4("172.17.0.2")];
  expect(linkRules({ client, server, port: 53, protocol: "udp" })).toEqual([
    "FORWARD -s 172.17.0.3 -d 172.17.0.2 -p udp --dport 53 -j ACCEPT",
    "FORWARD -s 172.17.0.2 -d 172.17.0.3 -p udp --sport 53 -j ACCEPT",
  ]);
});
