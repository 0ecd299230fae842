/**
 * The rules of published ports.
 */
import { expect, test } from "bun:test";

import type { Endpoint, PublishedPort } from "../../../../../lib/builtins/docker/engine/container.ts";
import { portRules } from "../../../../../lib/builtins/docker/engine/ports/port-rules.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

const endpoint = (published: readonly PublishedPort[]): Endpoint => ({
  bridge: "docker7",
  address: parseIpv4("10.7.0.2"),
  prefix: 20,
  gateway: parseIpv4("10.7.0.1"),
  mac: "02:42:0a:07:00:02",
  mtu: 1500,
  veth: "vethAQI2QT",
  published,
});

test("of no port there is none", () => {
  expect(portRules(endpoint([]))).toEqual({ nat: [], filter: [] });
});

test("of each there is one of nat, for its address where it has one, and of filter one for each of the container's ports", () => {
  const http = { port: 80, protocol: "tcp" } as const;
  const dns = { port: 53, protocol: "udp" } as const;
  expect(
    portRules(
      endpoint([
        { exposed: dns, address: parseIpv4("0.0.0.0"), hostPort: 5353 },
        { exposed: http, address: parseIpv4("192.0.2.1"), hostPort: 8080 },
        { exposed: http, address: parseIpv4("0.0.0.0"), hostPort: 8081 },
      ]),
    ),
  ).toEqual({
    nat: [
      "DOCKER ! -i docker7 -p udp --dport 5353 -j DNAT --to-destination 10.7.0.2:53",
      "DOCKER -d 192.0.2.1 ! -i docker7 -p tcp --dport 8080 -j DNAT --to-destination 10.7.0.2:80",
      "DOCKER ! -i docker7 -p tcp --dport 8081 -j DNAT --to-destination 10.7.0.2:80",
    ],
    filter: [
      "FORWARD -d 10.7.0.2 ! -i docker7 -o docker7 -p udp --dport 53 -j ACCEPT",
      "FORWARD -d 10.7.0.2 ! -i docker7 -o docker7 -p tcp --dport 80 -j ACCEPT",
    ],
  });
});
