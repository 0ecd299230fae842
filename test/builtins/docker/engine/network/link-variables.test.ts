import { describe, expect, test } from "bun:test";

import type { LinkedServer } from "../../../../../lib/builtins/docker/engine/network/docker-links.ts";
import { linkVariables } from "../../../../../lib/builtins/docker/engine/network/link-variables.ts";
import { parsePort } from "../../../../../lib/values/port.ts";

/** The variables of a link to a server at 172.17.0.2, of its ports such as `80/tcp`, and with its own variables */
function variables(alias: string, ports: readonly string[], environment: readonly string[] = []): readonly string[] {
  const exposed = ports.map((text) => {
    const [port = "", protocol] = text.split("/");
    return { port: parsePort(port), protocol };
  });
  // Of a server's whole record it reads these
  const server = { alias, endpoint: { address: "172.17.0.2" }, record: { settings: { exposed, environment } } };
  return linkVariables(server as unknown as LinkedServer, "client");
}

const NAME = "DB_NAME=/client/db";

/** Those of one port */
function ofPort(port: number, protocol: string): readonly string[] {
  const name = `DB_PORT_${port}_${protocol.toUpperCase()}`;
  const url = `${protocol}://172.17.0.2:${port}`;
  return [`${name}=${url}`, `${name}_ADDR=172.17.0.2`, `${name}_PORT=${port}`, `${name}_PROTO=${protocol}`];
}

test("a server without ports has a name only", () => {
  expect(variables("db", [])).toEqual([NAME]);
});

// Source: docker/go-connections 0.4, nat.Sort() with the comparison of moby 20.10, daemon/links/links.go
describe("the port that a client asks first is the lowest, and of one number that of TCP", () => {
  test.each([
    [["80/tcp"], "tcp://172.17.0.2:80"],
    [["8080/tcp", "80/tcp"], "tcp://172.17.0.2:80"],
    [["80/tcp", "53/udp"], "udp://172.17.0.2:53"],
    [["53/udp", "53/tcp"], "tcp://172.17.0.2:53"],
    [["53/tcp", "53/udp"], "tcp://172.17.0.2:53"],
    [["100/tcp", "20/tcp", "3/udp"], "udp://172.17.0.2:3"],
  ])("of %j", (ports, url) => {
    expect(variables("db", ports)[0]).toBe(`DB_PORT=${url}`);
  });
});

test("each port has variables of its own, in that order", () => {
  expect(variables("db", ["80/tcp", "53/udp", "53/tcp"])).toEqual([
    "DB_PORT=tcp://172.17.0.2:53",
    ...ofPort(53, "tcp"),
    ...ofPort(53, "udp"),
    ...ofPort(80, "tcp"),
    NAME,
  ]);
});

/** Those of a range of TCP */
function ofRange(first: number, last: number): readonly string[] {
  return [
    `DB_PORT_${first}_TCP_START=tcp://172.17.0.2:${first}`,
    `DB_PORT_${first}_TCP_ADDR=172.17.0.2`,
    `DB_PORT_${first}_TCP_PROTO=tcp`,
    `DB_PORT_${first}_TCP_PORT_START=${first}`,
    `DB_PORT_${first}_TCP_END=tcp://172.17.0.2:${last}`,
    `DB_PORT_${first}_TCP_PORT_END=${last}`,
  ];
}

test.each([
  [["80/tcp", "81/tcp"], []],
  [["80/tcp", "81/tcp", "82/tcp"], ofRange(80, 82)],
  [["80/tcp", "81/tcp", "83/tcp"], []],
  [
    ["1/tcp", "80/tcp", "81/tcp", "82/tcp", "90/tcp", "91/tcp", "92/tcp", "93/tcp"],
    [...ofRange(80, 82), ...ofRange(90, 93)],
  ],
])("ports that follow one another, three or more, are a range: %j", (ports, ranges) => {
  const found: readonly string[] = variables("db", ports);
  expect(found.slice(1, 1 + ranges.length)).toEqual([...ranges]);
  expect(found.filter((entry) => /_(?:START|END)=/.test(entry))).toEqual(
    ranges.filter((entry) => /_(?:START|END)=/.test(entry)),
  );
});

test("the alias is spelled as a variable can be", () => {
  expect(variables("my-db-1", ["80/tcp"])).toContain("MY_DB_1_PORT=tcp://172.17.0.2:80");
  expect(variables("my-db-1", [])).toEqual(["MY_DB_1_NAME=/client/my-db-1"]);
});

test("the server's own variables are told, but for those that are nobody else's, and such as have no value", () => {
  const own = ["PATH=/bin", "HOME=/root", "A=1", "B=x=y", "C=", "D", "HOMER=here"];
  expect(variables("db", [], own)).toEqual([NAME, "DB_ENV_A=1", "DB_ENV_B=x=y", "DB_ENV_C=", "DB_ENV_HOMER=here"]);
});
